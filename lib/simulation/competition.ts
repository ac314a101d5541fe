import type { Doubt } from '../placement/fit';
import { hasRoomForAll } from './room';
import type { Supposition } from './supposition';
import type { ClusterWorld } from './world';

/** Where chance begins, and how often it is tried; without a number a few times, where services compete. */
export interface Luck {
  readonly seed: number;
  readonly seeds?: number;
}

/** How often chance is tried unless it is said, in clusters of at most so many tasks. */
const fewSeeds = 3, fewTasks = 1000;

/** All ways that differ, the plainest first: first type, services by name. Those of chance come last. */
export function suppositions(world: ClusterWorld, amounts: Supposition['amounts'], doubt: Doubt, luck: Luck): readonly Supposition[] {
  const types = Math.max(1, ...world.groups.map(({ shapes }) => shapes.length)), { seed } = luck;
  const roomy = hasRoomForAll(world, amounts, doubt), contested = !roomy && isContested(world), orders = contested ? ['name', 'reverse', 'largestFirst'] as const : ['name'] as const;
  return [
    ...Array.from({ length: types }, (_, type) => orders.map(order => ({ amounts, doubt, roomy, type, order, seed }))).flat(),
    ...Array.from({ length: luck.seeds ?? (contested ? seedsFor(world) : 0) }, (_, i) => ({ amounts, doubt, roomy, type: i % types, order: 'chance' as const, seed: seed + i })),
  ];
}

function seedsFor({ workloads }: ClusterWorld): number {
  return workloads.reduce((sum, { counts }) => sum + counts.maximum, 0) <= fewTasks ? fewSeeds : 0;
}

/** Tasks of one service are all alike, and as many find a place in whatever order; services compete. */
function isContested({ workloads }: ClusterWorld): boolean {
  return workloads.filter(({ daemon }) => !daemon).length > 1;
}
