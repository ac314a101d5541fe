import type { Random } from '../core/random';
import { explainNoPlace } from './explain';
import type { Fleet, InstanceState } from './fleet';
import { refusalsOf, type Doubt } from './fit';
import { least } from './strategy';
import type { Task } from './task';
import type { NoPlace } from './verdict';

/** What ECS would answer a task that looks for a place. */
export type Placement = { readonly fits: true; readonly on: InstanceState } | { readonly fits: false; readonly noPlace: NoPlace };

/** What a placement leans on beside fleet and task. */
export interface Chance {
  readonly doubt: Doubt;
  readonly random: Random;
}

/**
 * Where ECS would place the task: of the instances that have what it needs and meet its constraints, those that its strategies prefer, one after
 * the other. Between instances that are still equal ECS's choice is not documented; here the one with the fewest tasks of the group is taken,
 * then with the fewest tasks, then the first. Asks only: `commit` makes it so.
 */
export function canPlace(fleet: Fleet, task: Task, { doubt, random }: Chance): Placement {
  const candidates = candidatesOf(fleet, task);
  const fitting = candidates.filter(state => refusalsOf(state, task, doubt).length === 0);
  const preferred = task.strategies.reduce((left, strategy) => (left.length > 1 ? strategy.narrow(left, fleet, task.group, random) : left), fitting as readonly InstanceState[]);
  const [on] = least(least(preferred, ({ tasks }) => tasks.get(task.group) ?? 0), ({ taskCount }) => taskCount);
  return on ? { fits: true, on } : { fits: false, noPlace: explainNoPlace(candidates, task, doubt) };
}

/** Starts the task where there is a place for it. */
export function commit(fleet: Fleet, task: Task, placement: Placement): void {
  if (placement.fits) fleet.start(task, placement.on);
}

/** The instances that are asked at all. */
export function candidatesOf({ states }: Fleet, { capacityProvider }: Task): readonly InstanceState[] {
  return capacityProvider === undefined ? states : states.filter(({ instance }) => instance.capacityProvider === capacityProvider);
}
