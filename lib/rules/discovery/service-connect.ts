import { logDriverOptions } from '../../catalog/log-drivers';
import { clientAliasForm, portNameForm } from '../../catalog/names';
import { entryOf } from '../../core/entry';
import type { Place } from '../../core/origin';
import { sameText, showText } from '../../core/text';
import { ifKnown, withDefault, type Value } from '../../core/value';
import { countOf } from '../../model/count';
import type { Model } from '../../model/model';
import { isInSameNamespace, type Service } from '../../model/service/service';
import { networkModeOf, portMappingsOf } from '../../model/task-definition/task-definition';
import { listed } from '../listed';
import { defineRule, type Say } from '../rule';

/** Service Connect publishes the named ports of a task definition in a namespace. */
export const serviceConnect = defineRule({
  id: 'service-connect',
  title: 'Service Connect cannot be set up as the service says',
  severity: 'error',
  phase: 'create',
  subject: 'service',
  explanation: 'Service Connect publishes ports by the names that the port mappings of the task definition give them, in a Cloud Map namespace in which each discovery name and each alias is there once: the one that the service names, or the default of its cluster. ECS does not create a namespace that is named and not there. Its proxy stands in front of tasks in awsvpc and bridge mode alone, tells requests apart where the port has an AppProtocol, and has a log of its own.',
  docs: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-connect-concepts-deploy.html',
  predicts: ['clientAliases must have 1 element.', 'SC service is already used by', 'must refer to a named portMapping in the task definition', 'Failed to retrieve namespace for'],
  facts: [portNameForm, clientAliasForm, logDriverOptions],
  messages: {
    unnamedPort: ({ portName, named, mapping }: { portName: string; named: string; mapping: Place | undefined }) => ({
      says: `Service Connect publishes the port ${portName}, and the task definition names ${named}.`,
      fix: `Give the port mapping the Name ${portName}.`,
      ...(mapping ? { repair: [{ at: mapping, below: ['Name'], set: portName }] } : {}),
      ecsSays: `portName(s) ${portName} must refer to a named portMapping in the task definition.`,
    }),
    twice: ({ discoveryName }: { discoveryName: string }) => ({
      says: `Two entries of Services publish the discovery name ${discoveryName}.`,
      fix: 'Give each entry a DiscoveryName of its own.',
    }),
    taken: ({ what, value, other }: { what: string; value: string; other: string }) => ({
      says: `${other} publishes the ${what} ${value} in the same namespace, in which each is there once.`,
      fix: what === 'discovery name' ? 'Give the entry a DiscoveryName of its own.' : 'Give the alias a DnsName or a Port of its own.',
      ...(what === 'discovery name' ? { ecsSays: 'SC service is already used by' } : {}),
    }),
    noNamespace: () => ({
      says: 'Service Connect is on, and neither the service nor its cluster names a namespace.',
      fix: 'Set Namespace, or ServiceConnectDefaults on the cluster.',
    }),
    noAlias: ({ portName }: { portName: string }) => ({
      says: `The entry for the port ${portName} has no alias, by which others could call it.`,
      fix: 'Give it ClientAliases with one Port.',
      ecsSays: 'clientAliases must have 1 element.',
    }),
    hostMode: () => ({
      says: 'Service Connect is on, and the tasks are in host mode, in which its proxy cannot stand in front of them.',
      fix: 'Set NetworkMode of the task definition to awsvpc or bridge.',
    }),
    logOptions: ({ driver, options }: { driver: string; options: readonly string[] }) => ({
      says: `The proxy of Service Connect logs by ${driver}, which needs ${listed(options)}.`,
      fix: `Add ${options.length === 1 ? 'it' : 'them'} to Options of LogConfiguration.`,
      ...(options.join() === 'awslogs-region' ? { repair: [{ below: options, set: { Ref: 'AWS::Region' } }] } : {}),
      ecsSays: `Log driver ${driver} requires options: ${options.join(', ')}`,
    }),
    timeout: ({ portName }: { portName: string }) => ({
      says: `The entry for the port ${portName} has a PerRequestTimeoutSeconds, and the port mapping no AppProtocol, which makes it TCP, of which the proxy tells no requests apart.`,
      fix: 'Give the port mapping an AppProtocol (http, http2 or grpc), or set IdleTimeoutSeconds in its place.',
    }),
    name: ({ name }: { name: string }) => ({
      says: `The discovery name is ${JSON.stringify(name)}; ECS takes up to 64 small letters, numbers, underscores and hyphens, the first of them no hyphen.`,
      fix: 'Give the entry a DiscoveryName of these characters.',
    }),
    alias: ({ alias }: { alias: string }) => ({
      says: `The alias is ${alias}; a DnsName has up to 127 small letters, numbers, underscores, hyphens and dots.`,
      fix: 'Give the alias a DnsName of these characters.',
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
    const task = say.need(service.taskDefinition), mappings = task && say.need(portMappingsOf(task)), names = mappings?.map(mapping => mapping.name);
    const seen: Value<string>[] = [];
    for (const { portName, discoveryName, aliases, clientAliases, perRequestTimeoutSeconds } of say.need(services) ?? []) {
      for (const alias of aliases) if (alias.state === 'known' && !new RegExp(clientAliasForm.value).test(alias.value)) say.violated('alias', alias, { alias: alias.value });
      const name = say.need(portName);
      if (say.need(withDefault(countOf(clientAliases), 0)) === 0) say.violated('noAlias', clientAliases, { portName: showText(portName) });
      if (task && names && name !== undefined && names.every(other => sameText(other, portName) === 'no')) {
        const unnamed = mappings?.find(mapping => mapping.name.state === 'absent');
        say.violated('unnamedPort', unnamed ?? task, { portName: name, named: names.flatMap(other => ifKnown(other) ?? []).join(', ') || 'no port', mapping: unnamed?.at });
      }
      const mapping = mappings?.find(other => sameText(other.name, portName) === 'yes'), seconds = say.need(perRequestTimeoutSeconds);
      if (mapping?.appProtocol.state === 'absent' && seconds !== undefined && seconds > 0) say.violated('timeout', perRequestTimeoutSeconds, { portName: showText(portName) }, { related: task ? [task] : [] });
      const published = ifKnown(discoveryName);
      if (published !== undefined && published !== name && !new RegExp(portNameForm.value).test(published)) say.violated('name', discoveryName, { name: published });
      if (seen.some(other => sameText(other, discoveryName) === 'yes')) say.violated('twice', discoveryName, { discoveryName: showText(discoveryName) });
      else seen.push(discoveryName);
    }
    checkOthers(service, say, model);
    checkLog(service.properties.get('ServiceConnectConfiguration', 'LogConfiguration'), say);
    const mode = task && ifKnown(networkModeOf(task));
    if (mode === 'host') say.violated('hostMode', task?.networkMode ?? service, undefined, { related: task ? [task] : [] });
    const cluster = ifKnown(service.cluster);
    if (namespace.state === 'absent' && cluster?.properties.get('ServiceConnectDefaults', 'Namespace').given === 'no') {
      say.violated('noNamespace', service.serviceConnect, undefined, { related: [cluster] });
    }
    // ECS makes the namespace that a cluster names as its default, and none that a service names.
    const made = [...model.namespaces.all.map(({ name }) => name), ...model.clusters.map(other => other.properties.get('ServiceConnectDefaults', 'Namespace').text())];
    if (namespace.state !== 'known' || namespace.is || namespace.value.startsWith('arn:') || made.some(name => sameText(name, namespace) !== 'no')) return;
    say.violated('namespaceElsewhere', namespace, { namespace: namespace.value });
  },
});

/** The options without which the log driver of the proxy does not work. */
function checkLog(configuration: Service['properties'], say: Say<(typeof serviceConnect)['messages']>): void {
  const driver = say.need(configuration.get('LogDriver').text()) ?? '', options = configuration.get('Options'), required = entryOf(logDriverOptions.value, driver)?.required ?? [];
  const isSecret = configuration.get('SecretOptions').given !== 'no', missing = required.filter(option => options.get(option).given === 'no');
  if (missing.length > 0 && !isSecret) say.violated('logOptions', options, { driver, options: missing });
}

/** What other services, read before this one, publish in the same namespace. */
function checkOthers(service: Service, say: Say<(typeof serviceConnect)['messages']>, { services, namespaces }: Model): void {
  const mine = publishedBy(service), others = services.slice(0, services.indexOf(service)).filter(other => other.exists.state === 'known' && isInSameNamespace(other, service, namespaces));
  const aliases = mine.filter(({ what }) => what === 'alias');
  aliases.forEach(({ name }, i) => {
    if (aliases.slice(0, i).some(earlier => sameText(earlier.name, name) === 'yes')) say.violated('taken', name, { what: 'alias', value: showText(name), other: 'Another entry' });
  });
  for (const other of others) {
    const theirs = publishedBy(other);
    for (const { what, name } of mine) {
      if (theirs.some(their => their.what === what && sameText(their.name, name) === 'yes')) say.violated('taken', name, { what, value: showText(name), other: other.id }, { related: [other] });
    }
  }
}

/** The names that have to be there once: discovery names, and aliases with their ports. */
function publishedBy({ serviceConnect: { services } }: Service): readonly { readonly what: string; readonly name: Value<string> }[] {
  return (ifKnown(services) ?? []).flatMap(({ discoveryName, aliases }) => [{ what: 'discovery name', name: discoveryName }, ...aliases.map(name => ({ what: 'alias', name }))])
    .filter(({ name }) => name.state !== 'absent');
}
