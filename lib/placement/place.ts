import type { Random } from '../core/random';
import type { Fleet, InstanceState } from './fleet';
import { takes, type Doubt } from './fit';
import { Ranking } from './ranking';
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
  return rankingFor(fleet, task, doubt).first(random);
}

/** The instances that are asked at all. */
export function candidatesOf({ states }: Fleet, task: Task): readonly InstanceState[] {
  return states.filter(state => isAsked(state, task));
}

function isAsked({ instance }: InstanceState, { capacityProvider }: Task): boolean {
  return capacityProvider === undefined || instance.capacityProvider === capacityProvider;
}

interface Kept {
  readonly task: Task;
  readonly doubt: Doubt;
  readonly ranking: Ranking;
}

/** Rankings by the group of their tasks. Of a fleet that is large and has many kinds of tasks not all are kept: they are made anew when they are asked for. */
const rankings = new WeakMap<Fleet, Map<string, Kept[]>>();
const mostCandidates = 2 ** 20;

function rankingFor(fleet: Fleet, task: Task, doubt: Doubt): Ranking {
  const all = rankings.get(fleet) ?? new Map<string, Kept[]>();
  const found = all.get(task.group)?.find(kept => kept.doubt === doubt && isAlike(kept.task, task));
  if (found?.ranking.follows) return found.ranking;
  const ranking = new Ranking(fleet, { admits: state => isAsked(state, task) && takes(state, task, doubt), ...task });
  if (found || (all.size + 1) * fleet.states.length > mostCandidates) all.clear();
  all.set(task.group, [...all.get(task.group) ?? [], { task, doubt, ranking }]);
  rankings.set(fleet, all);
  return ranking;
}

/** Whether wherever one task may go the other may, and as gladly. */
function isAlike(a: Task, b: Task): boolean {
  if (a === b) return true;
  return a.need === b.need && a.capacityProvider === b.capacityProvider
    && hasSame(a.constraints, b.constraints) && hasSame(a.strategies, b.strategies) && hasSame(a.zones, b.zones);
}

function hasSame(a: readonly unknown[] | undefined, b: readonly unknown[] | undefined): boolean {
  return a === b || (a?.length === b?.length && (a?.every((one, i) => one === b?.[i]) ?? false));
}
