import { startEndpoints } from '../catalog/start-endpoints';
import { onceFor } from '../core/once-for';
import { ifKnown, thenValue, type Unknown } from '../core/value';
import { isSame, type ResourceRef } from '../finding/finding';
import { isOfManagedInstances, type CapacityProvider } from '../model/capacity/capacity-provider';
import type { InstanceGroup } from '../model/capacity/instance-group';
import { isFargate, type Capacity, type Launch } from '../model/service/launch';
import type { Model } from '../model/model';
import type { Network } from '../model/network/network';
import { instanceInterfaces, managedInterfaces, taskInterfaces, type Interfaces } from './interfaces';
import type { Source, What } from './supplies';
import { survey, type Survey } from './survey';

/** Interfaces, and what tasks get through them. */
export interface StartPath extends Interfaces {
  /** Whose interfaces they are. */
  readonly whose: 'tasks' | 'container instances';
  /** What gives them a public address; nothing does for tasks on EC2. */
  readonly addressBy?: 'AssignPublicIp' | 'AssociatePublicIpAddress';
  readonly carries: readonly What[];
  /** What brings the container instances. */
  readonly through: readonly ResourceRef[];
}

const fetched: readonly What[] = ['image', 'secrets', 'environmentFiles', 'logs', 'upstream'];
const called: readonly What[] = ['serviceConnect', 'calls', 'exec'];

/**
 * The ways of what tasks need: through their own interface on Fargate; through that of the container instance on EC2, but for what a task in
 * `awsvpc` mode calls itself. Container instances of which ECS never hears start no task, and where that is open no task is certain to fail.
 */
export function startPaths(launch: Launch, capacity: Capacity, model: Model): readonly StartPath[] {
  const own = taskInterfaces(launch, model.network);
  if (isFargate(capacity)) return [{ whose: 'tasks', addressBy: 'AssignPublicIp', carries: [...fetched, ...called], through: [], ...own }];
  const isAwsvpc = ifKnown(thenValue(launch.taskDefinition, task => task.networkMode)) === 'awsvpc';
  const homes = [
    ...groupsOf(launch, capacity, model).map(group => ({ agents: agentsOfGroup(group, model.network), addressBy: 'AssociatePublicIpAddress' as const, through: [group.autoScalingGroup] })),
    ...managedProviders(capacity).map(provider => ({ agents: agentsOfProvider(provider, model.network), through: [provider] })),
  ].filter(({ agents }) => agents.survey.blockages.length === 0);
  const byInstances = homes.map(({ agents: { strays, open, heard }, ...home }): StartPath => ({
    whose: 'container instances', carries: isAwsvpc ? fetched : [...fetched, ...called], strays, interfaces: heard, unknowns: open, ...home,
  }));
  return isAwsvpc && homes.length > 0 ? [...byInstances, { whose: 'tasks', carries: called, through: [], ...own }] : byInstances;
}

/** The providers of a strategy that bring Managed Instances. */
function managedProviders(capacity: Capacity): readonly CapacityProvider[] {
  const named = capacity.kind === 'providers' ? capacity.strategy.flatMap(({ capacityProvider }) => ifKnown(capacityProvider) ?? []) : [];
  return named.filter(provider => isOfManagedInstances(provider) === 'yes');
}

/** The interfaces of container instances, and what keeps their agents from ECS. */
export interface Agents extends Interfaces {
  readonly survey: Survey<{ readonly from: Source }>;
  /** Those by which the agents reach ECS for certain. */
  readonly heard: Interfaces['interfaces'];
  /** What is not known of the others. */
  readonly open: readonly Unknown[];
}

/** The agents of the instances of a group. */
export function agentsOfGroup(group: InstanceGroup, network: Network): Agents {
  return ofGroups(network)(group);
}

/** The agents of Managed Instances. */
export function agentsOfProvider(provider: CapacityProvider, network: Network): Agents {
  return ofProviders(network)(provider);
}

// Every service on the same instances asks for the same.
const ofGroups = onceFor((network: Network) => onceFor((group: InstanceGroup) => agentsAt(instanceInterfaces(group, network), network)));
const ofProviders = onceFor((network: Network) => onceFor((provider: CapacityProvider) => agentsAt(managedInterfaces(provider, network), network)));

function agentsAt({ interfaces, strays, unknowns }: Interfaces, network: Network): Agents {
  const surveyed = (from: Parameters<typeof survey>[0]) => survey(from, startEndpoints.value.agent.map(service => ({ from: { kind: 'service', service } as const })), network);
  const each = interfaces.map(from => ({ from, open: surveyed([from]).unknowns }));
  return {
    interfaces, strays, unknowns, survey: surveyed([...interfaces, ...strays]),
    heard: each.flatMap(({ from, open }) => (open.length === 0 ? [from] : [])), open: [...unknowns, ...each.flatMap(({ open }) => open)],
  };
}

/** The groups of which the instances may take the tasks. */
export function groupsOf({ cluster }: Launch, capacity: Capacity, { instanceGroups }: Model): readonly InstanceGroup[] {
  if (capacity.kind === 'providers') {
    return instanceGroups.filter(({ capacityProvider }) => capacityProvider && capacity.strategy.some(({ capacityProvider: named }) => named.state === 'known' && isSame(named.value, capacityProvider)));
  }
  if (capacity.launchType !== 'EC2' || cluster.state !== 'known') return [];
  return instanceGroups.filter(group => group.cluster.state === 'known' && isSame(group.cluster.value, cluster.value));
}
