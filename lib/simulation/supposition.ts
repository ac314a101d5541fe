import { by } from '../core/order';
import { randomStream } from '../core/random';
import type { Doubt } from '../placement/fit';
import type { ClusterWorld } from './world';
import type { Workload } from './workload';

/** One way in which what nobody can know before a deployment may turn out. What is to be certain has to hold in every one of them. */
export interface Supposition {
  /** Whether instances have the most or the least of what instances of their type were seen to have: memory, and network interfaces for tasks. */
  readonly amounts: 'most' | 'least';
  /** How what the template leaves open is taken. */
  readonly doubt: Doubt;
  /** Which of the types that a group may launch: its first, second … */
  readonly type: number;
  /** The order in which services that are created together get their places. By chance it is also chance which of equal instances takes a task. */
  readonly order: 'name' | 'reverse' | 'largestFirst' | 'chance';
  /** What chance draws from. */
  readonly seed: number;
}

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
  const orders = isContested(world) ? ['name', 'reverse', 'largestFirst'] as const : ['name'] as const;
  return [
    ...Array.from({ length: types }, (_, type) => orders.map(order => ({ amounts, doubt, type, order, seed }))).flat(),
    ...Array.from({ length: chancesIn(world, luck) }, (_, i) => ({ amounts, doubt, type: i % types, order: 'chance' as const, seed: seed + i })),
  ];
}

/** How many of the suppositions are by chance. */
function chancesIn(world: ClusterWorld, { seeds }: Luck): number {
  const tasks = world.workloads.reduce((sum, { counts }) => sum + counts.maximum, 0);
  return seeds ?? (isContested(world) && tasks <= fewTasks ? fewSeeds : 0);
}

/** Tasks of one service are all alike, and as many find a place in whatever order; services compete. */
function isContested({ workloads }: ClusterWorld): boolean {
  return workloads.filter(({ daemon }) => !daemon).length > 1;
}

export function ordered(workloads: readonly Workload[], { order, seed }: Supposition): readonly Workload[] {
  switch (order) {
    case 'name': return workloads;
    case 'reverse': return workloads.toReversed();
    case 'largestFirst': return [...workloads].sort(by(({ task: { need } }) => -need.memoryMiB, ({ task: { need } }) => -need.cpuUnits));
    case 'chance': {
      const random = randomStream(seed, 'order'), draws = new Map(workloads.map(workload => [workload, random.below(2 ** 30)]));
      return [...workloads].sort(by(workload => draws.get(workload) ?? 0));
    }
  }
}
