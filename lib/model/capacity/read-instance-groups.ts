import { defaultCluster } from '../../catalog/container-agent';
import { sameText } from '../../core/text';
import { allKnown, ifKnown, known, mapValue, thenValue, type Value } from '../../core/value';
import type { AutoScalingGroup } from './auto-scaling-group';
import type { CapacityProvider } from './capacity-provider';
import type { Cluster } from './cluster';
import type { InstanceGroup, InstanceShape } from './instance-group';
import { shapesOf } from './instance-shape';
import type { Lookup } from '../lookup';
import type { Subnet } from '../network/subnet';
import { zoneKey, zoneOfSubnet, zonesOfSubnets } from '../network/zone';

/** What instance groups refer to. */
export interface InstanceContext {
  readonly clusters: Lookup<Cluster>;
  readonly capacityProviders: readonly CapacityProvider[];
  readonly subnets: Lookup<Subnet>;
  /** The account setting `awsvpcTrunking`, `enabled` or `disabled`, where somebody says it. */
  readonly trunking: string | undefined;
}

/** The groups of which the instances join a cluster, or may. */
export function readInstanceGroups(groups: readonly AutoScalingGroup[], context: InstanceContext): readonly InstanceGroup[] {
  return groups.flatMap(group => {
    const [capacityProvider] = context.capacityProviders.filter(provider => ifKnown(provider.autoScalingGroup) === group);
    const agent = capacityProvider ? known(true, group.at) : runsAgent(group);
    if (ifKnown(agent) === false) return [];
    return [{ autoScalingGroup: group, exists: ifKnown(group.exists) === true ? agent : group.exists, capacityProvider, cluster: clusterOf(group, capacityProvider, context), shapes: trunked(shapesOf(group), context), zones: zonesOf(group, context.subnets) }];
  });
}

/** Whether an ECS agent runs on the instances: their image has it, or their user data tells it what to do. */
function runsAgent(group: AutoScalingGroup): Value<boolean> {
  const template = ifKnown(group.launchTemplate), isAlone = group.type === 'AWS::EC2::Instance';
  if (!template) return mapValue(group.launchTemplate, () => false);
  const { agentConfig: { cluster }, image, instanceRole } = template;
  // There must be a word of it: an instance that stands alone may have the image for another end, as a bastion has that nobody gives a role.
  if (cluster.state === 'known' || (cluster.state === 'unknown' && (cluster.is !== undefined || cluster.text !== undefined))) return known(true, cluster.at);
  if (ifKnown(image)?.agent) return known(!isAlone || cluster.state === 'unknown' || instanceRole.state !== 'absent', image.at);
  if (cluster.state !== 'unknown' || image.state === 'known' || isAlone) return known(false, cluster.at);
  return image.state === 'unknown' ? image : cluster;
}

function clusterOf(group: AutoScalingGroup, provider: CapacityProvider | undefined, { clusters }: InstanceContext): Value<Cluster> {
  const named = thenValue(group.launchTemplate, template => template.agentConfig.cluster);
  const found = clusters.find(named.state === 'absent' ? known(defaultCluster.value, named.at) : named);
  if (found.state === 'known') return found;
  if (named.state === 'absent') return found.state === 'unknown' && found.why.kind !== 'elsewhere' ? found : named;
  // Where the configuration cannot be read, it is taken to agree with the capacity provider.
  const ofProvider = named.state === 'unknown' && provider ? clusters.all.filter(cluster => hasProvider(cluster, provider))[0] : undefined;
  return ofProvider ? known(ofProvider, found.at) : found;
}

/** With as many tasks with network interfaces of their own as the account's setting allows for, where it is known. */
function trunked(shapes: Value<readonly InstanceShape[]>, { trunking }: InstanceContext): Value<readonly InstanceShape[]> {
  if (trunking === undefined) return shapes;
  return mapValue(shapes, all => all.map(shape => {
    const taskEnis = trunking === 'enabled' ? shape.trunkedTaskEnis : shape.taskEnis;
    return { ...shape, taskEnis, trunkedTaskEnis: taskEnis };
  }));
}

function hasProvider(cluster: Cluster, provider: CapacityProvider): boolean {
  return (ifKnown(cluster.capacityProviders) ?? []).some(name => sameText(name, provider.name) === 'yes');
}

function zonesOf(group: AutoScalingGroup, subnets: Lookup<Subnet>): Value<readonly string[]> {
  if (group.subnets.state !== 'absent') return zonesOfSubnets(group.subnets, subnets);
  const keys = mapValue(group.zones, zones => zones.map(zone => {
    const subnet = ifKnown(subnets.find(zone));
    return subnet ? zoneOfSubnet(subnet) : zoneKey(zone);
  }));
  return mapValue(thenValue(keys, all => allKnown(all, keys.at)), all => [...new Set(all)]);
}
