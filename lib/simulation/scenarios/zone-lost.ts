import { zoneLoss } from '../../catalog/placement-models';
import { by } from '../../core/order';
import { ifKnown } from '../../core/value';
import { isFargate } from '../../model/service/launch';
import { sameZone, zonesOfSubnets } from '../../model/network/zone';
import type { RunningCluster } from '../running-cluster';
import { failed, type Trial } from '../trial';
import { unhindered, type ScenarioKind } from './kind';

/** Each zone in turn is lost, and what ran there looks for a place in the others. Told is the zone whose loss hurts a service most. */
export const zoneLost: ScenarioKind = {
  name: 'zone-lost',
  assumes: ({ groups }) => (groups.some(({ zones }) => zones.length > 1) ? [zoneLoss] : []),
  together: true,
  apart(service, { desired }, { model }) {
    const capacity = ifKnown(service.runsOn), zones = ifKnown(zonesOfSubnets(service.subnets, model.network.subnets)) ?? [], [zone] = zones;
    if (desired === 0) return undefined;
    if (!capacity || !isFargate(capacity) || zone === undefined || zones.length > 1) return unhindered(service, desired);
    return { service, outcome: 'fails', wanted: desired, placed: 0, obstacles: [{ kind: 'lostZone', zone }] };
  },
  play({ running, trials }) {
    const steady = trials.filter(trial => !failed(trial) && trial.wanted > 0 && !trial.workload.daemon);
    const zones = zonesOf(running);
    if (running.isRoomy && zones.length > 0) return { trials: steady };
    const losses = zones.map(zone => without(zone, running, steady));
    return { trials: steady.flatMap((_, i) => losses.map(loss => loss[i]).filter(trial => trial !== undefined).sort(by(({ placed }) => placed)).slice(0, 1)) };
  },
};

/** The zones of the instances, where all of them are known and none may be another. */
function zonesOf({ fleet }: RunningCluster): readonly string[] {
  const zones = [...new Set(fleet.states.map(({ instance }) => instance.zone))], known = zones.filter(zone => zone !== undefined);
  const apart = known.every((zone, i) => known.slice(i + 1).every(other => sameZone(zone, other) === 'no'));
  return known.length === zones.length && apart ? known : [];
}

function without(zone: string, steady: RunningCluster, trials: readonly Trial[]): readonly Trial[] {
  const running = steady.fork();
  running.lose(zone);
  return trials.map(({ workload, placed }) => {
    const again = running.start(workload, placed - running.count(workload));
    return { ...again, wanted: placed, placed: placed - again.wanted + again.placed, zone };
  });
}
