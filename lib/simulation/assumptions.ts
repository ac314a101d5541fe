import { missingAttribute, providerBase, providerRemainder, queryPrecedence, spreadAcrossProviders } from '../catalog/placement-models';
import type { Fact } from '../catalog/fact';
import { newInstance } from './running-cluster';
import type { Workload } from './workload';
import type { ClusterWorld } from './world';

/** Something that ECS does not say, and what is taken for true instead. */
export type Modelled = Pick<Fact<string>, 'id' | 'value' | 'because'>;

/** What the places of a cluster's tasks rest on beyond what is documented. */
export function modelledIn(world: ClusterWorld): readonly Modelled[] {
  return [
    ...(world.workloads.some(mixesProviders) ? [providerRemainder] : []),
    ...(world.workloads.some(({ shares = [] }) => shares.some(({ base, weight }) => base > 0 && weight === 0)) ? [providerBase] : []),
    ...(world.workloads.some(({ task }) => task.constraints.some(({ mixesAndOr }) => mixesAndOr)) ? [queryPrecedence] : []),
    ...(world.workloads.some(workload => spreadsOverNothing(workload, world)) ? [missingAttribute] : []),
    ...(world.groups.length > 0 && world.workloads.some(({ shares = [], task }) => shares.length > 1 && task.strategies.some(({ type }) => type === 'spread')) ? [spreadAcrossProviders] : []),
  ];
}

/** Whether the weights do not divide its tasks. */
function mixesProviders({ shares = [], counts: { desired } }: Workload): boolean {
  const weights = shares.reduce((sum, { weight }) => sum + weight, 0), based = shares.reduce((sum, { base }) => sum + base, 0);
  return shares.filter(({ weight }) => weight > 0).length > 1 && desired > based && (desired - based) % weights !== 0;
}

/** Whether it spreads over an attribute that some instances do not have. */
function spreadsOverNothing({ task: { strategies } }: Workload, { groups }: ClusterWorld): boolean {
  const instances = groups.map(group => newInstance(group, 1, group.zones[0], { amounts: 'most', type: 0 }));
  return strategies.some(strategy => strategy.type === 'spread' && instances.some(instance => strategy.over?.(instance) === 'missing'));
}

/** Whether there may be several instances, of which ECS takes one. */
export function isOneOfMany({ groups }: ClusterWorld): boolean {
  return groups.reduce((sum, { sizes }) => sum + sizes.for.limit, 0) > 1;
}
