import { groupBy } from '../core/group-by';
import { ifKnown, unknown, unknownsIn, type Unknown } from '../core/value';
import type { Cluster } from '../model/capacity/cluster';
import type { InstanceGroup } from '../model/capacity/instance-group';
import type { Model } from '../model/model';
import type { Service } from '../model/service/service';
import { capacityOf, type GroupCapacity } from './group-capacity';
import { providerKey, workloadOf, type Workload } from './workload';

/** A cluster with the container instances and the services that the deployment gives it. */
export interface ClusterWorld {
  readonly cluster: Cluster;
  readonly groups: readonly GroupCapacity[];
  readonly workloads: readonly Workload[];
  /** What is not known: instances that may be missing, tasks that may be there beside. What finds its place may then lose it. */
  readonly open: readonly Unknown[];
}

/** What can be played of a deployment, and which of its services cannot, for want of what. */
export interface World {
  readonly clusters: readonly ClusterWorld[];
  /** The cluster of each service that is played. */
  readonly homes: ReadonlyMap<Service, ClusterWorld>;
  readonly undecided: ReadonlyMap<Service, Unknown>;
}

export function worldOf(model: Model): World {
  const undecided = new Map<Service, Unknown>(), played: { readonly cluster: Cluster; readonly workload: Workload }[] = [];
  for (const service of model.services) {
    const workload = workloadOf(service, model), { cluster } = service;
    if (workload.state === 'absent') continue;
    if (workload.state === 'unknown') undecided.set(service, workload);
    else if (cluster.state === 'known') played.push({ cluster: cluster.value, workload: workload.value });
    else undecided.set(service, cluster.state === 'unknown' ? cluster : unknown({ kind: 'elsewhere', what: 'cluster default', thing: { type: 'cluster', id: 'default' } }, cluster.at));
  }
  const byCluster = groupBy(model.services, service => ifKnown(service.cluster));
  const clusters = [...groupBy(played, ({ cluster }) => cluster)].map(([cluster, all]) => {
    const world = clusterWorld(cluster, all.map(({ workload }) => workload), model.instanceGroups);
    for (const { service, why } of world.blind) undecided.set(service, why);
    // Services that are left out are tasks that may be there beside.
    const beside = byCluster.get(cluster) ?? [];
    return { ...world, open: [...world.open, ...beside.flatMap(service => undecided.get(service) ?? [])] };
  });
  const homes = new Map(clusters.flatMap(world => world.workloads.map(({ service }) => [service, world])));
  return { clusters, homes, undecided };
}

/** A cluster without those services of which nobody can tell on which instances they run. */
function clusterWorld(cluster: Cluster, all: readonly Workload[], groups: readonly InstanceGroup[]) {
  const mine = groups.filter(group => group.cluster.state === 'unknown' ? group.cluster.why.kind !== 'elsewhere' : ifKnown(group.cluster) === cluster)
    .map(group => ({ group, capacity: group.cluster.state === 'unknown' ? group.cluster : capacityOf(group) }));
  const whyBlind = ({ service, shares }: Workload): Unknown | undefined => {
    const asked = mine.filter(({ group }) => !shares || shares.some(({ provider }) => isOf(group, provider)));
    const [dark] = unknownsIn(...asked.map(({ capacity }) => capacity));
    const missing = shares ? shares.some(({ provider }) => !asked.some(({ group }) => isOf(group, provider))) : asked.length === 0;
    return dark ?? (missing ? unknown({ kind: 'elsewhere', what: `what brings container instances to ${cluster.id} for it` }, service.at) : undefined);
  };
  const reasons = all.map(workload => ({ workload, why: whyBlind(workload) }));
  const known = mine.flatMap(({ capacity }) => ifKnown(capacity) ?? []);
  return {
    cluster,
    groups: known,
    workloads: reasons.flatMap(({ workload, why }) => (why ? [] : [workload])),
    blind: reasons.flatMap(({ workload: { service }, why }) => (why ? [{ service, why }] : [])),
    open: [...known.flatMap(({ open }) => open), ...known.flatMap(({ group }) => unreadImage(group))],
  };
}

function isOf({ capacityProvider }: InstanceGroup, provider: string): boolean {
  return capacityProvider !== undefined && providerKey(capacityProvider) === provider;
}

/** An image or user data that cannot be read leaves open which attributes an instance has. */
function unreadImage({ autoScalingGroup, shapes }: InstanceGroup): readonly Unknown[] {
  const template = ifKnown(autoScalingGroup.launchTemplate);
  if (!template || ifKnown(shapes)?.every(({ attributesComplete }) => attributesComplete)) return [];
  return unknownsIn(template.image, template.agentConfig.loggingDrivers, template.agentConfig.attributes);
}
