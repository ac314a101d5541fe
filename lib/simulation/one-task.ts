import { randomStream } from '../core/random';
import { absent, allKnown, ifKnown, known, thenValue, unknown, type Unknown, type Value } from '../core/value';
import type { Cluster } from '../model/capacity/cluster';
import type { InstanceGroup } from '../model/capacity/instance-group';
import { isFargate, type Launcher } from '../model/service/launch';
import type { Model } from '../model/model';
import { explainNoPlace } from '../placement/explain';
import { Fleet } from '../placement/fleet';
import { placeFor } from '../placement/place';
import type { Task } from '../placement/task';
import { capacityOf, type GroupCapacity } from './group-capacity';
import { newInstance } from './running-cluster';
import type { NoPlaceObstacle } from './scenario';
import { providerKey, sharesOf, taskOf } from './workload';

/** Why not one task of a launcher would ever find a place, on whatever instance of its cluster and with nothing else on it; absent where it would. */
export function neverPlaced(launcher: Launcher, model: Model): Value<NoPlaceObstacle> {
  return thenValue(launcher.runsOn, capacity => {
    if (isFargate(capacity)) return absent(launcher.at);
    return thenValue(launcher.cluster, cluster => thenValue(launcher.taskDefinition, definition => {
      const shares = sharesOf(capacity, launcher), groups = groupsOf(cluster, ifKnown(shares)?.map(({ provider }) => provider), model);
      if (shares.state === 'unknown') return shares;
      return thenValue(groups, found => thenValue(allKnown(found.map(capacityOf), launcher.at), capacities =>
        thenValue(taskOf(launcher, definition, `family:${ifKnown(definition.name) ?? definition.id}`, model), task => obstacleTo(task, capacities, launcher))));
    }));
  });
}

/** The groups whose instances are asked. Unknown where there may be others. */
function groupsOf(cluster: Cluster, providers: readonly string[] | undefined, { instanceGroups }: Model): Value<readonly InstanceGroup[]> {
  const asked = instanceGroups.filter(({ capacityProvider }) => !providers || (capacityProvider && providers.includes(providerKey(capacityProvider))));
  const open = asked.map(group => group.cluster).find((joined): joined is Unknown => joined.state === 'unknown');
  const joining = asked.filter(group => ifKnown(group.cluster) === cluster);
  if (open) return open;
  return joining.length > 0 ? known(joining, cluster.at) : unknown({ kind: 'elsewhere', what: `what brings container instances to ${cluster.id}` }, cluster.at);
}

function obstacleTo(task: Task, capacities: readonly GroupCapacity[], { at }: Launcher): Value<NoPlaceObstacle> {
  const chance = { doubt: 'for', random: randomStream(1, 'placement') } as const;
  const instances = capacities.flatMap(capacity => capacity.shapes.flatMap((_, type) => capacity.zones.map(zone =>
    newInstance(capacity, 1, zone, { amounts: 'most', type }))));
  const fleets = instances.map(instance => new Fleet([instance]));
  if (fleets.length === 0 || fleets.some(fleet => placeFor(fleet, task, chance))) return absent(at);
  const noPlace = explainNoPlace(fleets.flatMap(({ states }) => states), task, 'for');
  return known({ kind: 'noPlace', certain: true, need: task.need, noPlace, groups: capacities.map(({ group }) => group), repairs: [], orElse: [] }, at);
}
