import { updatedTasks } from '../../catalog/placement-models';
import { ifKnown } from '../../core/value';
import type { RunningCluster } from '../running-cluster';
import { failed, type Trial } from '../trial';
import { isLocked, stoppable, updateOf, type Update } from '../update';
import { unhindered, type ScenarioKind } from './kind';

/**
 * Each service in turn is updated while the others run on. The new revision is taken to ask for what the old one asks for: so one new task that may
 * start, or one old task that may stop, is enough, for its place is what the next one needs.
 */
export const rollingUpdate: ScenarioKind = {
  name: 'rolling-update',
  assumes: () => [updatedTasks],
  together: false,
  apart(service, { steady }, { addresses }) {
    const update = updateOf(service, steady);
    if (steady === 0 || update.state === 'absent') return undefined;
    const outcome = { ...unhindered(service, steady), obstacles: [] };
    if (update.state === 'unknown') return { ...outcome, outcome: 'undecided', unknown: update };
    if (update.value.kind === 'rolling' && isLocked(update.value.bounds)) {
      return { ...outcome, outcome: 'fails', placed: 0, obstacles: [{ kind: 'locked', bounds: update.value.bounds }] };
    }
    const shortage = addresses.shortage(service, 'steady', atOnce(update.value, steady));
    if (!shortage || addresses.shortage(service, 'steady')) return outcome;
    // Some tasks at a time get through with what old ones leave; all at once do not.
    return { ...outcome, outcome: update.value.kind === 'rolling' ? 'succeeds' : 'fails', obstacles: [shortage] };
  },
  play({ running, trials }) {
    return { trials: trials.filter(trial => !failed(trial) && trial.wanted > 0 && !trial.workload.daemon).flatMap(trial => replaceTasks(running, trial)) };
  },
};

/** Tasks, old and new, that there may be at the height of an update. */
function atOnce(update: Update, tasks: number): number {
  return update.kind === 'allAtOnce' ? 2 * tasks : Math.min(2 * tasks, Math.max(tasks, update.bounds.maximum));
}

function replaceTasks(steady: RunningCluster, { workload, wanted }: Trial): readonly Trial[] {
  const update = ifKnown(updateOf(workload.service, workload.counts.steady));
  if (!update || (update.kind === 'rolling' && isLocked(update.bounds))) return [];
  if (steady.isRoomy || (update.kind === 'rolling' && stoppable(update.bounds) > 0)) return [{ workload, wanted, placed: wanted }];
  if (update.kind === 'allAtOnce') return [steady.fork().start(workload, wanted)];
  const noPlace = steady.whyNotOneMore(workload);
  return [{ workload, wanted, placed: noPlace ? 0 : wanted, ...(noPlace ? { noPlace } : {}) }];
}
