import type { Random } from '../core/random';
import type { Alike, Fleet, InstanceState } from './fleet';

/** Among the instances that may take a task, which ECS prefers. A strategy narrows and never empties: it keeps no task from its place. */
export interface Strategy {
  readonly type: 'spread' | 'binpack' | 'random';
  narrow(candidates: readonly Alike[], fleet: Fleet, group: string, random: Random): readonly Alike[];
}

/** Those for which the measure is least. */
export function least(candidates: readonly Alike[], measure: (state: InstanceState) => number): readonly Alike[] {
  let lowest = Infinity, kept: Alike[] = [];
  for (const alike of candidates) {
    const measured = measure(alike[0]);
    if (measured < lowest) [lowest, kept] = [measured, []];
    if (measured === lowest) kept.push(alike);
  }
  return kept;
}
