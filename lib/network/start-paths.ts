import { startEndpoints } from '../catalog/start-endpoints';
import { onceFor } from '../core/once-for';
import { ifKnown, thenValue } from '../core/value';
import { isSame, type ResourceRef } from '../finding/finding';
import type { InstanceGroup } from '../model/capacity/instance-group';
import { isFargate, type Capacity, type Launch } from '../model/service/launch';
import type { Model } from '../model/model';
import type { Network } from '../model/network/network';
import { instanceInterfaces, taskInterfaces, type Interfaces } from './interfaces';
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

const fetched: readonly What[] = ['image', 'secrets', 'environmentFiles', 'logs'];
const called: readonly What[] = ['serviceConnect', 'exec'];

/**
 * The ways of what tasks need: through their own interface on Fargate; through that of the container instance on EC2, but for what a task in
 * `awsvpc` mode calls itself. Container instances of which ECS never hears start no task, and where that is open no task is certain to fail.
 */
export function startPaths(launch: Launch, capacity: Capacity, model: Model): readonly StartPath[] {
  const own = taskInterfaces(launch, model.network);
  if (isFargate(capacity)) return [{ ...own, whose: 'tasks', addressBy: 'AssignPublicIp', carries: [...fetched, ...called], through: [] }];
  const groups = groupsOf(launch, capacity, model).filter(group => surveyAgents(group, model.network).blockages.length === 0), agentsOf = agentsIn(model.network);
  const isAwsvpc = ifKnown(thenValue(launch.taskDefinition, task => task.networkMode)) === 'awsvpc';
  const byInstances = groups.map((group): StartPath => {
    const { strays, unknowns, agents } = agentsOf(group);
    return {
      strays, interfaces: agents.flatMap(({ from, open }) => (open.length === 0 ? [from] : [])), unknowns: [...unknowns, ...agents.flatMap(({ open }) => open)], whose: 'container instances', addressBy: 'AssociatePublicIpAddress',
      carries: isAwsvpc ? fetched : [...fetched, ...called], through: [group.autoScalingGroup],
    };
  });
  return isAwsvpc && groups.length > 0 ? [...byInstances, { ...own, whose: 'tasks', carries: called, through: [] }] : byInstances;
}

/** What keeps the agents of container instances from ECS. */
export function surveyAgents(group: InstanceGroup, network: Network): Survey<{ readonly from: Source }> {
  return agentsIn(network)(group).all;
}

/** The interfaces of the container instances of a group, and what their agents get through them: all together, and what is open for each. */
const agentsIn = onceFor((network: Network) => onceFor((group: InstanceGroup) => {
  const { interfaces, strays, unknowns } = instanceInterfaces(group, network);
  return { strays, unknowns, all: surveyAgent(interfaces, network), agents: interfaces.map(from => ({ from, open: surveyAgent([from], network).unknowns })) };
}));

function surveyAgent(interfaces: Interfaces['interfaces'], network: Network): Survey<{ readonly from: Source }> {
  return survey(interfaces, startEndpoints.value.agent.map(service => ({ from: { kind: 'service', service } })), network);
}

/** The groups of which the instances may take the tasks. */
export function groupsOf({ cluster }: Launch, capacity: Capacity, { instanceGroups }: Model): readonly InstanceGroup[] {
  if (capacity.kind === 'providers') {
    return instanceGroups.filter(({ capacityProvider }) => capacityProvider && capacity.strategy.some(({ capacityProvider: named }) => named.state === 'known' && isSame(named.value, capacityProvider)));
  }
  if (capacity.launchType !== 'EC2' || cluster.state !== 'known') return [];
  return instanceGroups.filter(group => group.cluster.state === 'known' && isSame(group.cluster.value, cluster.value));
}
