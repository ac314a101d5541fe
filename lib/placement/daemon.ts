import { explainNoPlace } from './explain';
import { instancesIn, type Fleet } from './fleet';
import { refusalsOf, type Doubt } from './fit';
import type { Task } from './task';
import type { FailureReason, NoPlace } from './verdict';

/** What became of a daemon: one task on each instance that it is for. */
export interface DaemonPlacement {
  readonly wanted: number;
  readonly placed: number;
  readonly noPlace?: NoPlace;
}

/** Starts a daemon's task on every instance that meets its constraints and does not run it yet. Strategies play no part. */
export function placeDaemon(fleet: Fleet, task: Task, doubt: Doubt): DaemonPlacement {
  const meant = fleet.alike.filter(([one]) => !refusalsOf(one, task, doubt).some(({ reason }) => notMeant.has(reason)));
  const missing = meant.filter(([one]) => !one.tasks.has(task.group)), refused = missing.filter(([one]) => refusalsOf(one, task, doubt).length > 0);
  const wanted = instancesIn(meant), failing = instancesIn(refused);
  for (const state of missing.filter(alike => !refused.includes(alike)).flat()) fleet.start(task, state);
  return {
    wanted, placed: wanted - failing,
    ...(failing > 0 ? { noPlace: explainNoPlace(refused, task, doubt) } : {}),
  };
}

/** An instance that fails on one of these is not short of anything: the daemon is not for it. */
const notMeant: ReadonlySet<FailureReason> = new Set(['ATTRIBUTE', 'LOCATION', 'MEMBER_OF']);
