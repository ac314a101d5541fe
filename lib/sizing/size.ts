import { clusterQuotas } from '../catalog/cluster-quotas';
import { smallest } from '../core/search';
import { ifKnown } from '../core/value';
import type { InstanceState } from '../placement/fleet';
import type { ScenarioKind } from '../simulation/scenarios/kind';
import { scalingMaximum } from '../simulation/scenarios/scaling-maximum';
import { zoneLost } from '../simulation/scenarios/zone-lost';
import { leastInstances } from './bound';
import type { Candidate } from './candidate';
import { refitted, type Occupancy } from './occupancy';
import { shortageIn, type Shortage } from './shortage';

/** How many instances a group has, and how many it may have. */
export interface Size {
  readonly min: number;
  readonly max: number;
}

/** A group with its tasks, and the scenarios that these have to get through beside desired count. */
export interface Demand {
  readonly occupancy: Occupancy;
  readonly kinds: readonly ScenarioKind[];
}

/** What is short on instances of this number; undefined where everything has its place in every scenario. */
export function shortageAt({ occupancy, kinds }: Demand, { shape }: Candidate, { min, max }: Size): Shortage | undefined {
  return shortageIn(refitted(occupancy, shape, min, max), kinds, occupancy.doubt);
}

/** The fewest instances of a candidate on which no task waits for another instance at desired count, with those that are kept free; undefined where none are enough. `empty` as `emptyOf` gives it. */
export function minOf(demand: Demand, candidate: Candidate, empty: readonly InstanceState[]): number | undefined {
  const { occupancy } = demand;
  const packed = smallest(leastInstances(occupancy, empty, 'desired'), mostInstances(occupancy), count => !shortageAt({ occupancy, kinds: [] }, candidate, { min: count, max: count }));
  return packed === undefined ? undefined : withSpare(demand, packed);
}

/** The least size with so many instances to begin with. What a scenario needs beside is launched then; where nothing makes the group grow, it has to be there before. */
export function sizeOf(demand: Demand, candidate: Candidate, empty: readonly InstanceState[], min: number): Size | undefined {
  const { occupancy, kinds } = demand, most = Math.max(min, mostInstances(occupancy)), scaled = kinds.includes(scalingMaximum) ? leastInstances(occupancy, empty, 'maximum') : min;
  const max = smallest(Math.max(min, scaled), most, count => !shortageAt(demand, candidate, { min, max: count }));
  if (max !== undefined) return { min, max };
  const fixed = smallest(min, most, count => !shortageAt(demand, candidate, { min: count, max: count }));
  return fixed === undefined ? undefined : { min: fixed, max: fixed };
}

/** What the least size cannot be below. */
export function floorOf(demand: Demand, empty: readonly InstanceState[]): number {
  return withSpare(demand, leastInstances(demand.occupancy, empty, 'desired'));
}

/** With as many as the target capacity keeps free, and a second one where a zone may be lost. */
function withSpare({ occupancy: { group }, kinds }: Demand, instances: number): number {
  const target = (group.group.capacityProvider && ifKnown(group.group.capacityProvider.targetCapacityPercent)) ?? 100;
  return Math.max(Math.ceil(instances * 100 / target), kinds.includes(zoneLost) && group.zones.length > 1 ? 2 : 1);
}

/** What no size gets a candidate through: however many instances there are, the scenario leaves tasks without a place. */
export function unheldBy({ occupancy, kinds }: Demand, candidate: Candidate, empty: readonly InstanceState[]): readonly Shortage[] {
  const most = mostInstances(occupancy), min = minOf({ occupancy, kinds }, candidate, empty) ?? most;
  return kinds.flatMap(kind => {
    const demand = { occupancy, kinds: [kind] };
    // Few that may become many are played faster than many, but nothing may make them grow.
    return (shortageAt(demand, candidate, { min, max: most }) && shortageAt(demand, candidate, { min: most, max: most })) ?? [];
  });
}

/** With more, each task could have an instance of its own in each zone, also those of an update. */
function mostInstances({ world: { workloads }, group: { zones } }: Occupancy): number {
  return Math.min(clusterQuotas.value.instancesPerCluster, workloads.reduce((sum, { counts }) => sum + 2 * counts.maximum, 2) * zones.length);
}
