import { ifKnown } from '../../core/value';
import type { Cluster } from '../../model/capacity/cluster';
import type { InstanceGroup } from '../../model/capacity/instance-group';
import type { Model } from '../../model/model';
import type { Service } from '../../model/service/service';

/** The services that would place tasks on the instances of a group, in the cluster that these join; in any, where that is not known. */
export function usersOf(group: InstanceGroup, { services }: Model): readonly Service[] {
  const cluster = ifKnown(group.cluster);
  return services.filter(service => (!cluster || ifKnown(service.cluster) === cluster) && placesOn(service, group));
}

/** Whether a group is all that a service's tasks can run on, were its instances in the service's cluster; with the launch type EC2, any group is. */
export function placesOn({ runsOn }: Service, { capacityProvider }: InstanceGroup): boolean {
  const capacity = ifKnown(runsOn);
  if (capacity?.kind === 'providers') return capacityProvider !== undefined && capacity.strategy.every(item => ifKnown(item.capacityProvider) === capacityProvider);
  return capacity?.launchType === 'EC2';
}

/** Whether the instances of a group join the cluster, or may. */
export function mayJoin(group: InstanceGroup, cluster: Cluster): boolean {
  return group.cluster.state === 'unknown' || ifKnown(group.cluster) === cluster;
}
