import { explainNoPlace } from './explain';
import type { Fleet } from './fleet';
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
  const meant = fleet.states.map(state => ({ state, refusals: refusalsOf(state, task, doubt) })).filter(({ refusals }) => !refusals.some(({ reason }) => notMeant.has(reason)));
  const missing = meant.filter(({ state }) => !state.tasks.has(task.group)), failing = missing.filter(({ refusals }) => refusals.length > 0).map(({ state }) => state);
  for (const { state, refusals } of missing) if (refusals.length === 0) fleet.start(task, state);
  return {
    wanted: meant.length, placed: meant.length - failing.length,
    ...(failing.length > 0 ? { noPlace: explainNoPlace(failing, task, doubt) } : {}),
  };
}

/** An instance that fails on one of these is not short of anything: the daemon is not for it. */
const notMeant: ReadonlySet<FailureReason> = new Set(['ATTRIBUTE', 'LOCATION', 'MEMBER_OF']);
