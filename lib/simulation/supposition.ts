import { by } from '../core/order';
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
  /** The order in which services that are created together get their places. */
  readonly order: Order;
}

type Order = 'name' | 'reverse' | 'largestFirst';

/** All ways that differ, the plainest first: first type, services by name. */
export function suppositions({ groups, workloads }: ClusterWorld, amounts: Supposition['amounts'], doubt: Doubt): readonly Supposition[] {
  const types = Math.max(1, ...groups.map(({ shapes }) => shapes.length));
  const orders: readonly Order[] = workloads.filter(({ daemon }) => !daemon).length > 1 ? ['name', 'reverse', 'largestFirst'] : ['name'];
  return Array.from({ length: types }, (_, type) => orders.map(order => ({ amounts, doubt, type, order }))).flat();
}

export function ordered(workloads: readonly Workload[], order: Order): readonly Workload[] {
  switch (order) {
    case 'name': return workloads;
    case 'reverse': return workloads.toReversed();
    case 'largestFirst': return [...workloads].sort(by(({ task: { need } }) => -need.memoryMiB, ({ task: { need } }) => -need.cpuUnits));
  }
}
