import { explainNoPlace } from './explain';
import type { Fleet, InstanceState } from './fleet';
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
  const meant = fleet.states.filter(state => !refusalsOf(state, task, doubt).some(({ reason }) => notMeant.has(reason)));
  const refused: InstanceState[] = [];
  for (const state of meant) {
    if (state.tasks.has(task.group)) continue;
    if (refusalsOf(state, task, doubt).length === 0) fleet.start(task, state);
    else refused.push(state);
  }
  return {
    wanted: meant.length, placed: meant.length - refused.length,
    ...(refused.length > 0 ? { noPlace: explainNoPlace(refused, task, doubt) } : {}),
  };
}

/** An instance that fails on one of these is not short of anything: the daemon is not for it. */
const notMeant: ReadonlySet<FailureReason> = new Set(['ATTRIBUTE', 'LOCATION', 'MEMBER_OF']);
