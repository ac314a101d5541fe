import { by } from '../core/order';
import { randomStream } from '../core/random';
import type { Doubt } from '../placement/fit';
import type { Workload } from './workload';

/** One way in which what nobody can know before a deployment may turn out. What is to be certain has to hold in every one of them. */
export interface Supposition {
  /** Whether instances have the most or the least of what instances of their type were seen to have: memory, and network interfaces for tasks. */
  readonly amounts: 'most' | 'least';
  /** How what the template leaves open is taken. */
  readonly doubt: Doubt;
  /** Whether there is then room for every task, so that none is refused in any scenario. */
  readonly roomy: boolean;
  /** Which of the types that a group may launch: its first, second … */
  readonly type: number;
  /** The order in which services that are created together get their places. By chance it is also chance which of equal instances takes a task. */
  readonly order: 'name' | 'reverse' | 'largestFirst' | 'chance';
  /** What chance draws from. */
  readonly seed: number;
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
