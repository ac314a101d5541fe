import { portNameForm } from '../../catalog/names';
import { sameText, showText } from '../../core/text';
import { ifKnown, type Value } from '../../core/value';
import type { PortMapping } from '../../model/task-definition/container';
import { networkModeOf } from '../../model/task-definition/task-definition';
import { defineRule } from '../rule';

/** Service Connect publishes the named ports of a task definition in a namespace. */
export const serviceConnect = defineRule({
  id: 'service-connect',
  title: 'Service Connect cannot be set up as the service says',
  severity: 'error',
  phase: 'create',
  subject: 'service',
  explanation: 'Service Connect publishes ports by the names that the port mappings of the task definition give them, each once, in a Cloud Map namespace: the one that the service names, or the default of its cluster. ECS does not create a namespace that is named and not there. Its proxy stands in front of tasks in awsvpc and bridge mode alone.',
  docs: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-connect-concepts-deploy.html',
  predicts: ['must refer to a named portMapping in the task definition', 'Failed to retrieve namespace for'],
  facts: [portNameForm],
  messages: {
    unnamedPort: ({ portName, named }: { portName: string; named: string }) => ({
      says: `Service Connect publishes the port ${portName}, and the task definition names ${named}.`,
      fix: `Give the port mapping the Name ${portName}.`,
      ecsSays: `portName(s) ${portName} must refer to a named portMapping in the task definition.`,
    }),
    twice: ({ discoveryName }: { discoveryName: string }) => ({
      says: `Two entries of Services publish the discovery name ${discoveryName}.`,
      fix: 'Give each entry a DiscoveryName of its own.',
    }),
    noNamespace: () => ({
      says: 'Service Connect is on, and neither the service nor its cluster names a namespace.',
      fix: 'Set Namespace, or ServiceConnectDefaults on the cluster.',
    }),
    hostMode: () => ({
      says: 'Service Connect is on, and the tasks are in host mode, in which its proxy cannot stand in front of them.',
      fix: 'Set NetworkMode of the task definition to awsvpc or bridge.',
    }),
    name: ({ name }: { name: string }) => ({
      says: `The discovery name is ${JSON.stringify(name)}; ECS takes up to 64 small letters, numbers, underscores and hyphens, the first of them no hyphen.`,
      fix: 'Give the entry a DiscoveryName of these characters.',
    }),
    namespaceElsewhere: ({ namespace }: { namespace: string }) => ({
      says: `The namespace ${namespace} is in none of these templates, and ECS does not create it. The service works only where the account already has it in this Region.`,
      fix: 'Create an AWS::ServiceDiscovery::HttpNamespace and refer to its Arn.',
      ecsSays: `Failed to retrieve namespace for ${namespace}`,
      severity: 'warning',
    }),
  },
  check(service, say, model) {
    const { enabled, namespace, services } = service.serviceConnect;
    if (say.need(enabled) !== true) return;
    const task = say.need(service.taskDefinition), containers = task && say.need(task.containers);
    const mappings = containers?.map(container => container.portMappings);
    const names = mappings?.flatMap(list => (ifKnown(list) ?? []).map((mapping): Value<string> => mapping.name));
    const seen: Value<string>[] = [];
    for (const { portName, discoveryName } of say.need(services) ?? []) {
      const name = say.need(portName);
      if (task && names && name !== undefined && mappings?.every(list => list.state !== 'unknown') === true && names.every(other => sameText(other, portName) === 'no')) {
        const [unnamed] = mappings.flatMap(list => ifKnown(list) ?? []).filter((mapping: PortMapping) => mapping.name.state === 'absent');
        say.violated('unnamedPort', unnamed ?? task, { portName: name, named: names.flatMap(other => ifKnown(other) ?? []).join(', ') || 'no port' });
      }
      const published = ifKnown(discoveryName);
      if (published !== undefined && published !== name && !new RegExp(portNameForm.value).test(published)) say.violated('name', discoveryName, { name: published });
      if (seen.some(other => sameText(other, discoveryName) === 'yes')) say.violated('twice', discoveryName, { discoveryName: showText(discoveryName) });
      else seen.push(discoveryName);
    }
    const mode = task && ifKnown(networkModeOf(task));
    if (mode === 'host') say.violated('hostMode', task?.networkMode ?? service, undefined, { related: task ? [task] : [] });
    const cluster = ifKnown(service.cluster);
    if (namespace.state === 'absent' && cluster?.properties.get('ServiceConnectDefaults', 'Namespace').given === 'no') {
      say.violated('noNamespace', service.serviceConnect, undefined, { related: [cluster] });
    }
    // ECS makes the namespace that a cluster names as its default, and none that a service names.
    const made = [...model.namespaces.map(({ name }) => name), ...model.clusters.map(other => other.properties.get('ServiceConnectDefaults', 'Namespace').text())];
    if (namespace.state !== 'known' || namespace.is || namespace.value.startsWith('arn:') || made.some(name => sameText(name, namespace) !== 'no')) return;
    say.violated('namespaceElsewhere', namespace, { namespace: namespace.value });
  },
});
