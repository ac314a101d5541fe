import type { Random } from '../core/random';
import type { Alike, Fleet, InstanceState } from './fleet';
import { refusalsOf, type Doubt } from './fit';
import { least } from './strategy';
import type { Task } from './task';

/** What a placement leans on beside fleet and task. */
export interface Chance {
  readonly doubt: Doubt;
  readonly random: Random;
}

/**
 * Where ECS would place the task: of the instances that have what it needs and meet its constraints, those that its strategies prefer, one after
 * the other. Between instances that are still equal ECS's choice is not documented; here the one with the fewest tasks of the group is taken,
 * then with the fewest tasks, then the first. Undefined where none of them takes it. Asks only: `Fleet.start` makes it so.
 */
export function placeFor(fleet: Fleet, task: Task, { doubt, random }: Chance): InstanceState | undefined {
  const fitting = candidatesOf(fleet, task).filter(([one]) => refusalsOf(one, task, doubt).length === 0);
  const preferred = task.strategies.reduce<readonly Alike[]>((left, strategy) => strategy.narrow(left, fleet, task.group, random), fitting);
  const fewest = least(least(preferred, ({ tasks }) => tasks.get(task.group) ?? 0), ({ taskCount }) => taskCount);
  return least(fewest, ({ position }) => position)[0]?.[0];
}

/** The instances that are asked at all. */
export function candidatesOf({ alike }: Fleet, { capacityProvider }: Task): readonly Alike[] {
  return capacityProvider === undefined ? alike : alike.filter(([{ instance }]) => instance.capacityProvider === capacityProvider);
}
