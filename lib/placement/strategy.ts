import type { Random } from '../core/random';
import type { Fleet, InstanceState } from './fleet';

/** Among the instances that may take a task, which ECS prefers. A strategy narrows and never empties: it keeps no task from its place. */
export interface Strategy {
  readonly type: 'spread' | 'binpack' | 'random';
  narrow(candidates: readonly InstanceState[], fleet: Fleet, group: string, random: Random): readonly InstanceState[];
}

/** Those for which the measure is least. */
export function least(candidates: readonly InstanceState[], measure: (state: InstanceState) => number): readonly InstanceState[] {
  let lowest = Infinity, kept: InstanceState[] = [];
  for (const state of candidates) {
    const measured = measure(state);
    if (measured < lowest) [lowest, kept] = [measured, []];
    if (measured === lowest) kept.push(state);
  }
  return kept;
}
