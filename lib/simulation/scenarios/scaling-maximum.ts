import { placementTies } from '../../catalog/placement-models';
import { addressShortage } from '../addresses';
import { certainCount } from '../counts';
import { failed } from '../trial';
import { unhindered, type ScenarioKind } from './kind';

/** Every service that is scaled goes from its desired count to the most that its scaling allows. */
export const scalingMaximum: ScenarioKind = {
  name: 'scaling-maximum',
  assumes: [placementTies],
  together: true,
  apart(service, { desired, maximum }, model) {
    if (maximum <= desired) return undefined;
    const shortage = addressShortage(service, model, other => certainCount(other, model, 'maximum'));
    return shortage ? { service, outcome: 'fails', wanted: maximum, placed: Math.min(maximum, shortage.usable), obstacles: [shortage] } : unhindered(service, maximum);
  },
  play(steady) {
    const running = steady.running.fork(), { trials } = steady;
    const scaled = trials.filter(trial => !failed(trial) && trial.workload.counts.maximum > trial.wanted);
    return {
      running,
      trials: scaled.map(({ workload, placed }) => {
        const { maximum } = workload.counts, more = running.start(workload, maximum - placed);
        return { ...more, wanted: maximum, placed: placed + more.placed };
      }),
    };
  },
};
