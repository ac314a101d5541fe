import { placementTies } from '../../catalog/placement-models';
import { groupBy } from '../../core/group-by';
import { by } from '../../core/order';
import { isOneOfMany } from '../assumptions';
import type { RunningCluster } from '../running-cluster';
import { failed, type Trial } from '../trial';
import { unhindered, type ScenarioKind } from './kind';

/** So many instances are looked at in all: of a larger cluster fewer are lost in turn. */
const mostLookedAt = 1000;

/** One container instance after the other is lost, and what ran there looks for a place beside the others, before another is launched for it. Told is what hurts a service most. */
export const instanceLost: ScenarioKind = {
  name: 'instance-lost',
  assumes: world => (isOneOfMany(world) ? [placementTies] : []),
  together: true,
  repaired: false,
  apart: (service, { desired }) => (desired === 0 ? undefined : unhindered(service, desired)),
  play({ running, trials }) {
    const steady = trials.filter(trial => !failed(trial) && trial.wanted > 0 && !trial.workload.daemon);
    const losses = (running.isRoomy ? [] : instancesIn(running)).map(id => without(id, running, steady));
    return { trials: steady.map((trial, i) => losses.map(loss => loss[i]).filter(loss => loss !== undefined).sort(by(({ placed }) => placed))[0] ?? trial) };
  },
};

/** Of instances that hold the same in one zone, one. */
function instancesIn({ fleet: { states } }: RunningCluster): readonly string[] {
  const kinds = groupBy(states, ({ instance: { zone, type, capacityProvider }, tasks }) => JSON.stringify([zone, type, capacityProvider, [...tasks].sort()]));
  return [...kinds.values()].flatMap(([first]) => first?.instance.id ?? []).slice(0, Math.ceil(mostLookedAt / Math.max(1, states.length)));
}

function without(id: string, steady: RunningCluster, trials: readonly Trial[]): readonly Trial[] {
  const running = steady.fork();
  running.loseInstance(id);
  return trials.map(({ workload, placed }) => {
    const again = running.start(workload, placed - running.count(workload));
    return { ...again, wanted: placed, placed: placed - again.wanted + again.placed };
  });
}
