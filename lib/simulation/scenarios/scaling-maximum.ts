import { placementTies } from '../../catalog/placement-models';
import { onceFor } from '../../core/once-for';
import { isOneOfMany } from '../assumptions';
import { failed } from '../trial';
import { unhindered, type ScenarioKind } from './kind';

/** Every service that is scaled goes from its desired count to the most that its scaling allows. */
export const scalingMaximum: ScenarioKind = {
  name: 'scaling-maximum',
  assumes: world => (isOneOfMany(world) ? [placementTies] : []),
  together: true,
  apart(service, { desired, maximum }, { addresses }) {
    if (maximum <= desired) return undefined;
    const shortage = addresses.shortage(service, 'maximum');
    return shortage ? { service, outcome: 'fails', wanted: maximum, placed: Math.min(maximum, shortage.usable), obstacles: [shortage] } : unhindered(service, maximum);
  },
  /** Played once: what scales back begins where this ends. */
  play: onceFor(steady => {
    const running = steady.running.fork(), { trials } = steady;
    const scaled = trials.filter(trial => !failed(trial) && trial.workload.counts.maximum > trial.wanted);
    return {
      running,
      trials: scaled.map(({ workload, placed }) => {
        const { maximum } = workload.counts, more = running.start(workload, maximum - placed);
        return { ...more, wanted: maximum, placed: placed + more.placed };
      }),
    };
  }),
};
