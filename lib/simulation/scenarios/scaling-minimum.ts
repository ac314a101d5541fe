import { scaleIn } from '../../catalog/placement-models';
import { isRebalanced } from '../../model/service/zone-rebalancing';
import { isOneOfMany } from '../assumptions';
import { unhindered, type ScenarioKind } from './kind';
import { scalingMaximum } from './scaling-maximum';

/** Every service that is scaled goes back from the most tasks that its scaling allows to the fewest, and ECS evens out over the zones what is left. */
export const scalingMinimum: ScenarioKind = {
  name: 'scaling-minimum',
  assumes: world => (isOneOfMany(world) ? [scaleIn] : []),
  together: false,
  apart: (service, { minimum, maximum }) => (maximum > minimum ? unhindered(service, minimum) : undefined),
  play(steady) {
    const { running = steady.running } = scalingMaximum.play(steady), smaller = running.fork();
    const scaled = steady.trials.map(({ workload }) => workload).filter(({ daemon, counts }) => !daemon && counts.maximum > counts.minimum);
    for (const workload of scaled) {
      smaller.stop(workload, smaller.count(workload) - workload.counts.minimum);
      if (isRebalanced(workload.service)) smaller.rebalance(workload);
    }
    return { running: smaller, trials: scaled.map(workload => ({ workload, wanted: Math.min(workload.counts.minimum, smaller.count(workload)), placed: smaller.count(workload) })) };
  },
};
