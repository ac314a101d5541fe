import type { SubnetKind } from '../../catalog/address-types';
import { ifKnown, type Value } from '../../core/value';
import type { Model } from '../../model/model';
import { subnetKind } from '../../model/network/subnet-kind';
import type { Service } from '../../model/service/service';
import type { ServiceRegistry } from '../../model/service/service-wiring';
import { containerNamed, networkModeOf, type TaskDefinition } from '../../model/task-definition/task-definition';
import { taskInterfaces } from '../../network/interfaces';
import { defineRule, type Say } from '../rule';

/** Tasks without an address of their own are found by SRV records, which carry the port; and ECS must be told which port. */
export const discoveryRecord = defineRule({
  id: 'discovery-record',
  title: 'The tasks cannot register in Cloud Map as the service says',
  severity: 'error',
  phase: 'create',
  subject: 'service',
  explanation: 'In bridge and host mode tasks share the address of their container instance, so only SRV records, which hold a port, can be registered for them, and ServiceRegistries names the container and its port. In awsvpc mode A records take no port, and SRV records take either a port or a container and its port. Cloud Map takes a HealthCheckConfig, by which Route 53 asks, in public DNS and HTTP namespaces only; of tasks ECS tells it by itself.',
  docs: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ServiceRegistry.html',
  predicts: ['supports only SRV records', "values for 'containerName' and 'containerPort' must be specified from the task definition", 'does not exist in the task definition', 'did not have a container port', 'do not require a value for'],
  facts: [],
  messages: {
    recordType: ({ mode, type, namesPort }: { mode: string; type: string; namesPort: boolean }) => ({
      says: `The tasks are in ${mode} mode, which takes SRV records; the Cloud Map service has ${type} records.`,
      ...(namesPort ? { fix: 'Type: SRV', repair: [{ set: 'SRV' }] } : { fix: 'Type: SRV, and ContainerName and ContainerPort in the entry of ServiceRegistries.' }),
      ecsSays: `The network mode ${mode} supports only SRV records for service discovery.`,
    }),
    notOfTasks: ({ type }: { type: string }) => ({
      says: `The Cloud Map service has ${type} records; for tasks in awsvpc mode there are A, AAAA and SRV records.`,
      fix: 'Type: A',
      severity: 'warning',
    }),
    otherFamily: ({ type, has }: { type: string; has: string }) => ({
      says: `The Cloud Map service has ${type} records, and the tasks have ${has} addresses alone, with which Cloud Map makes none of these.`,
      fix: type === 'A' ? 'Type: AAAA' : 'Type: A',
      severity: 'warning',
    }),
    noPort: ({ mode }: { mode: string }) => ({
      says: `The tasks are in ${mode} mode, and the registry entry does not say which container and port to register.`,
      fix: 'Add ContainerName and ContainerPort to the entry of ServiceRegistries.',
      ecsSays: `When specifying 'host' or 'bridge' for networkMode, values for 'containerName' and 'containerPort' must be specified from the task definition.`,
    }),
    noSrvPort: () => ({
      says: 'The Cloud Map service has SRV records, and the registry entry gives neither a port nor a container and its port.',
      fix: 'Add Port, or ContainerName and ContainerPort, to the entry of ServiceRegistries.',
    }),
    needsNoPort: ({ type }: { type: string }) => ({
      says: `The tasks are in awsvpc mode and the Cloud Map service has ${type} records, which hold addresses alone; the registry entry names a port of a container.`,
      fix: 'Take ContainerName and ContainerPort out of the entry of ServiceRegistries.',
      ecsSays: "The values specified for serviceRegistries do not require a value for 'containerPort'",
    }),
    noContainer: ({ container }: { container: string }) => ({
      says: `The registry entry names the container ${container}, which the task definition does not have.`,
      fix: 'Name a container of the task definition.',
      ecsSays: `The container ${container} does not exist in the task definition.`,
    }),
    noMapping: ({ container, port }: { container: string; port: number }) => ({
      says: `The registry entry names port ${port} of the container ${container}, which does not map it.`,
      fix: `Add a port mapping with ContainerPort ${port}, or name a port that is mapped.`,
      ecsSays: `The container ${container} did not have a container port ${port} defined.`,
    }),
    twoPorts: () => ({
      says: 'The registry entry gives both a port and a container with its port; ECS takes one of the two.',
      fix: 'Take Port out, or ContainerName and ContainerPort.',
    }),
    noArn: ({ discovery }: { discovery: string }) => ({
      says: `RegistryArn is the id of ${discovery}, which is what Ref gives.`,
      fix: `RegistryArn: !GetAtt ${discovery}.Arn`,
      repair: [{ set: { 'Fn::GetAtt': [discovery, 'Arn'] } }],
    }),
    namespace: ({ namespace }: { namespace: string }) => ({
      says: `RegistryArn names ${namespace}, a namespace, and ECS registers tasks under a Cloud Map service in one.`,
      fix: `Add an AWS::ServiceDiscovery::Service with the NamespaceId of ${namespace}, and name its Arn.`,
    }),
    healthCheck: ({ discovery }: { discovery: string }) => ({
      says: `${discovery} has a health check of Route 53 (HealthCheckConfig), which cannot ask what is in a private namespace.`,
      fix: 'Take HealthCheckConfig out, or write HealthCheckCustomConfig in its place.',
    }),
  },
  check(service, say, model) {
    const { namespaces } = model;
    const registries = say.need(service.registries) ?? [], task = say.need(service.taskDefinition), mode = task && say.need(networkModeOf(task));
    if (mode === undefined) return;
    for (const registry of registries) {
      const namespace = ifKnown(namespaces.find(registry.arn));
      if (namespace) say.violated('namespace', registry.arn, { namespace: namespace.id }, { related: [namespace] });
      checkRecords(registry, mode, say, task);
      if (mode === 'awsvpc') checkFamily(registry, addressesOf(service, model), say);
      const found = ifKnown(registry.discovery), own = found && ifKnown(namespaces.find(found.namespace));
      if (found?.healthCheck.given === 'yes' && own && own.vpc.state !== 'absent') say.violated('healthCheck', found.healthCheck, { discovery: found.id }, { related: [own] });
      if (task) checkPort(registry, task, say);
    }
  },
});

type DiscoverySay = Say<(typeof discoveryRecord)['messages']>;

function checkRecords({ at, arn, discovery, containerName, containerPort, port }: ServiceRegistry, mode: string, say: DiscoverySay, task: TaskDefinition | undefined): void {
  const found = say.need(discovery), types = found && say.need(found.recordTypes);
  const ofOther = types?.find(type => type.state === 'known' && type.value !== 'SRV'), strange = types?.find(type => type.state === 'known' && !['A', 'AAAA', 'SRV'].includes(type.value));
  const hasSrv = types?.some(type => ifKnown(type) === 'SRV') === true;
  const namesPort = containerName.state !== 'absent' && containerPort.state !== 'absent';
  const related = { related: [...(task ? [task] : []), ...(found ? [found] : [])] };
  if (found && arn.state === 'unknown' && arn.is?.kind === 'attribute' && ['Ref', 'Id'].includes(arn.is.attribute)) say.violated('noArn', arn, { discovery: found.id }, related);
  if (mode === 'bridge' || mode === 'host') {
    if (ofOther) say.violated('recordType', ofOther, { mode, type: ifKnown(ofOther) ?? '', namesPort }, related);
    if (!namesPort && !ofOther) say.violated('noPort', { at }, { mode }, related);
  } else if (mode === 'awsvpc' && hasSrv && !namesPort && port.state === 'absent') say.violated('noSrvPort', { at }, undefined, related);
  const first = types?.[0];
  // ECS takes the name of a container alone, which published templates have.
  if (mode === 'awsvpc' && first && isGiven(containerPort) && types.every(type => ['A', 'AAAA'].includes(ifKnown(type) ?? ''))) say.violated('needsNoPort', containerPort, { type: ifKnown(first) ?? '' }, related);
  if (mode === 'awsvpc' && strange) say.violated('notOfTasks', strange, { type: ifKnown(strange) ?? '' }, related);
  if (mode === 'awsvpc' && hasSrv && namesPort && port.state !== 'absent') say.violated('twoPorts', port, undefined, related);
}

/** Records of one kind of addresses for tasks that have those of the other alone. What ECS does with them is not documented; Cloud Map takes no instance without the address. */
function checkFamily({ discovery }: ServiceRegistry, has: SubnetKind | undefined, say: DiscoverySay): void {
  const types = ifKnown(discovery)?.recordTypes, known = (types && ifKnown(types)) ?? [];
  if (known.length === 0 || has === undefined || has === 'dualstack') return;
  const [own, other] = has === 'ipv4' ? ['A', 'AAAA'] : ['AAAA', 'A'], wrong = known.find(type => ifKnown(type) === other);
  if (wrong && known.every(type => type.state === 'known' && type.value !== own)) say.violated('otherFamily', wrong, { type: other, has: has === 'ipv4' ? 'IPv4' : 'IPv6' });
}

/** The one kind of addresses that the tasks of a service have, where they have one alone for certain. */
function addressesOf(service: Service, { network, strangers }: Model): SubnetKind | undefined {
  const { interfaces, strays, unknowns } = taskInterfaces(service, network), [first, ...others] = interfaces.map(({ subnet }) => ifKnown(subnetKind(subnet, strangers)));
  return strays.length + unknowns.length === 0 && others.every(kind => kind === first) ? first : undefined;
}

/** Whether something is given for certain, whatever it is. */
function isGiven(value: Value<unknown>): boolean {
  return value.state === 'known' || (value.state === 'unknown' && !value.mayBeAbsent);
}

/** What is registered is a container of the task and one of its ports. */
function checkPort({ containerName, containerPort }: ServiceRegistry, task: TaskDefinition, say: DiscoverySay): void {
  const name = say.need(containerName), port = say.need(containerPort);
  if (name === undefined) return;
  const found = containerNamed(task, name), container = say.need(found);
  if (found.state === 'absent') say.violated('noContainer', containerName, { container: name }, { related: [task] });
  if (!container || port === undefined) return;
  const mapped = (say.need(container.portMappings) ?? []).map(mapping => mapping.containerPort);
  const isKnown = container.portMappings.state !== 'unknown' && mapped.every(({ state }) => state === 'known');
  if (isKnown && !mapped.some(other => ifKnown(other) === port)) say.violated('noMapping', containerPort, { container: name, port }, { related: [task] });
}
