import { ifKnown, known, unknown, unknownsIn, type Unknown, type Value } from '../core/value';
import type { Launch } from '../model/service/launch';
import type { FileSystem, MountTarget } from '../model/network/file-system';
import type { Model } from '../model/model';
import type { Subnet } from '../model/network/subnet';
import { sameZone, zoneOfSubnet } from '../model/network/zone';
import type { NetworkInterface, StrayInterface } from './interface';
import { allOf, passageOf, type Passage } from './passage';
import { trafficInterfaces } from './task-traffic';

/** File systems of the templates that tasks mount, and the interfaces through which they do; and what is not known of either. */
export interface Mounts {
  readonly fileSystems: readonly FileSystem[];
  readonly interfaces: readonly NetworkInterface[];
  readonly strays: readonly StrayInterface[];
  readonly unknowns: readonly Unknown[];
}

/** What tasks mount: through their own interface in `awsvpc` mode, through that of the container instance in the other modes. */
export function mountsOf(launch: Launch, model: Model): Mounts {
  const nothing = { fileSystems: [], interfaces: [], strays: [], unknowns: [] };
  const task = launch.taskDefinition;
  const volumes = task.state === 'known' ? ifKnown(task.value.volumes) ?? [] : [];
  const found = volumes.map(({ fileSystem }) => model.network.fileSystems.find(fileSystem)).filter(({ state }) => state !== 'absent');
  if (found.length === 0 || task.state !== 'known') return nothing;
  const { interfaces, strays, unknowns } = trafficInterfaces(launch, task.value, model);
  return {
    fileSystems: [...new Set(found.flatMap(fileSystem => (fileSystem.state === 'known' ? fileSystem.value : [])))],
    interfaces, strays,
    unknowns: [...unknownsIn(...found), ...unknowns],
  };
}

/** Whether a mount target serves a subnet: EFS resolves the name of a file system to the mount target of the zone in which the question is asked. */
export function servesZone({ exists, subnet }: MountTarget, client: Subnet): Passage {
  return allOf([passageOf(exists), inSameZone(subnet, client)]);
}

function inSameZone(subnet: Value<Subnet>, client: Subnet): Passage {
  if (subnet.state !== 'known') return subnet.state === 'unknown' ? subnet : 'closed';
  const here = zoneOfSubnet(client), there = zoneOfSubnet(subnet.value);
  if (subnet.value === client) return 'open';
  if (here.state !== 'known') return passageOf(here.state === 'unknown' ? here : known(false, client.at));
  if (there.state !== 'known') return passageOf(there.state === 'unknown' ? there : known(false, client.at));
  const answer = sameZone(here.value, there.value);
  if (answer === 'unknown') return unknown({ kind: 'zones', region: ifKnown(client.environment.region) ?? '' }, client.at);
  return answer === 'yes' ? 'open' : 'closed';
}
