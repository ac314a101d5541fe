import { startEndpoints } from '../catalog/start-endpoints';
import type { ResourceRef } from '../finding/finding';
import type { InstanceGroup } from '../model/instance-group';
import { isFargate, type Capacity, type Launch } from '../model/launch';
import type { Model } from '../model/model';
import type { Network } from '../model/network';
import { isSame } from './interface';
import { instanceInterfaces, taskInterfaces, type Interfaces } from './interfaces';
import type { Source } from './needs';
import { survey, type Survey } from './survey';

/** The interfaces through which is fetched what a task needs: its own on Fargate, those of the container instances on EC2. */
export interface StartPath extends Interfaces {
  readonly launch: 'Fargate' | 'EC2';
  /** What brings the container instances. */
  readonly through: readonly ResourceRef[];
}

/** The ways in which tasks may be started. Container instances of which ECS never hears start none. */
export function startPaths(launch: Launch, capacity: Capacity, model: Model): readonly StartPath[] {
  if (isFargate(capacity)) return [{ ...taskInterfaces(launch, model.network), launch: 'Fargate', through: [] }];
  return groupsOf(launch, capacity, model).filter(group => surveyAgents(group, model.network).blockages.length === 0)
    .map(group => ({ ...instanceInterfaces(group, model.network), launch: 'EC2', through: [group.autoScalingGroup] }));
}

/** What keeps the agents of container instances from ECS. */
export function surveyAgents(group: InstanceGroup, network: Network): Survey<{ readonly from: Source }> {
  return survey(instanceInterfaces(group, network).interfaces, startEndpoints.value.agent.map(service => ({ from: { kind: 'service', service } })), network);
}

/** The groups of which the instances may take the tasks. */
export function groupsOf({ cluster }: Launch, capacity: Capacity, { instanceGroups }: Model): readonly InstanceGroup[] {
  if (capacity.kind === 'providers') {
    return instanceGroups.filter(({ capacityProvider }) => capacityProvider && capacity.strategy.some(({ capacityProvider: named }) => named.state === 'known' && isSame(named.value, capacityProvider)));
  }
  if (capacity.launchType !== 'EC2' || cluster.state !== 'known') return [];
  return instanceGroups.filter(group => group.cluster.state === 'known' && isSame(group.cluster.value, cluster.value));
}
