import { by } from '../core/order';
import { ifKnown } from '../core/value';
import type { Cluster } from '../model/capacity/cluster';
import { isFargate } from '../model/service/launch';
import type { Service } from '../model/service/service';
import { distribute } from '../placement/provider-strategy';
import { serviceEvent } from '../placement/service-event';
import type { RunningCluster } from './running-cluster';
import type { ClusterPlacement, PlacedInstance, ServiceOutcome, UnplacedTasks } from './scenario';
import type { Workload } from './workload';

/** Where the tasks of a cluster are: on which instance each, and how many on Fargate. */
export function placementOf(cluster: Cluster, outcomes: readonly ServiceOutcome[], workloads: readonly Workload[], running: RunningCluster | undefined): ClusterPlacement {
  const services = new Map(workloads.map(({ task, service }) => [task.group, service]));
  return {
    cluster,
    instances: running?.fleet.states.map(({ instance, free, tasks }): PlacedInstance => ({
      id: instance.id, zone: instance.zone ?? '', type: instance.type, capacityProvider: instance.capacityProvider, registered: instance.registered, free,
      tasks: [...tasks].flatMap(([group, count]) => {
        const service = services.get(group);
        return service ? [{ service, count }] : [];
      }).sort(by(({ service }) => service.id)),
    })) ?? [],
    fargate: outcomes.flatMap(({ service, placed }) => onFargate(service, placed)),
    unplaced: outcomes.flatMap(({ service, wanted, placed, obstacles }) => obstacles.flatMap((obstacle): readonly UnplacedTasks[] => {
      if (obstacle.kind !== 'noPlace' || !obstacle.certain) return [];
      const { need, noPlace, repairs } = obstacle;
      return [{ service, count: wanted - placed, need, noPlace, repairs, ecsSays: serviceEvent(service.id, noPlace) }];
    })),
  };
}

function onFargate(service: Service, tasks: number): ClusterPlacement['fargate'] {
  const capacity = ifKnown(service.runsOn);
  if (!capacity || !isFargate(capacity) || tasks === 0) return [];
  const shares = (capacity.kind === 'providers' ? capacity.strategy : []).map(({ provider, base, weight }) =>
    ({ provider: ifKnown(provider) ?? 'FARGATE', base: ifKnown(base) ?? 0, weight: ifKnown(weight) ?? 1 }));
  const providers = shares.length > 0 ? distribute(shares, tasks) : Array<string>(tasks).fill('FARGATE');
  return [...new Set(providers)].map(provider => ({ service, provider, tasks: providers.filter(other => other === provider).length }));
}
