import { placementTies } from '../../catalog/placement-models';
import { leastRegisteredMemoryInWords } from '../../catalog/registered-memory';
import { isOneOfMany, modelledIn } from '../assumptions';
import { RunningCluster } from '../running-cluster';
import { ordered, type Supposition } from '../supposition';
import type { Trial } from '../trial';
import type { ClusterWorld } from '../world';
import { unhindered, type Play, type ScenarioKind } from './kind';

/** All services start the tasks that they desire. */
export const desiredCount: ScenarioKind = {
  name: 'desired-count',
  assumes: world => [...(isOneOfMany(world) ? [placementTies] : []), leastRegisteredMemoryInWords, ...modelledIn(world)],
  together: true,
  apart(service, { desired }, { addresses }) {
    const shortage = addresses.shortage(service, 'desired');
    if (!shortage) return unhindered(service, desired);
    return { service, outcome: 'fails', wanted: desired, placed: Math.min(desired, shortage.usable), obstacles: [shortage] };
  },
  play: steady => steady,
};

/** The steady state in which every scenario begins. */
export function settle(world: ClusterWorld, supposition: Supposition): Required<Play> {
  const running = RunningCluster.of(world, supposition);
  const replicas = world.workloads.filter(({ daemon }) => !daemon);
  const started = new Map(ordered(replicas, supposition).map(workload => [workload, running.start(workload, workload.counts.desired)]));
  return { running, trials: world.workloads.map((workload): Trial => started.get(workload) ?? running.daemon(workload)) };
}
