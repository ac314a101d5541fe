import { fargateOwnInterface } from '../catalog/start-endpoints';
import { ifKnown, known, mapValue, orElse, thenValue, unknown, unknownsIn, withDefault, type Unknown, type Value } from '../core/value';
import type { CapacityProvider } from '../model/capacity/capacity-provider';
import type { InstanceGroup } from '../model/capacity/instance-group';
import type { Launch } from '../model/service/launch';
import type { Network } from '../model/network/network';
import type { Subnet } from '../model/network/subnet';
import { groupsOrDefault, type NetworkInterface, type StrayInterface } from './interface';

/** The interfaces of which it is known where they stand, and the others with what is not known of them. */
export interface Interfaces {
  readonly interfaces: readonly NetworkInterface[];
  readonly strays: readonly StrayInterface[];
  readonly unknowns: readonly Unknown[];
}

/**
 * The interfaces that tasks in `awsvpc` mode get: one in any of the subnets. Only Fargate gives them a public IPv4 address, and only when told to;
 * IPv6 addresses come beside IPv4 ones where the account has it so.
 */
export function taskInterfaces({ subnets, securityGroups, assignPublicIp, platformVersion }: Launch, network: Network): Interfaces {
  const ipv4 = mapValue(withDefault(assignPublicIp, 'DISABLED'), setting => setting === 'ENABLED'), given = network.securityGroups.findAll(securityGroups);
  const isOld = fargateOwnInterface.value.includes(ifKnown(platformVersion) ?? '');
  const dualStack = ({ at }: Subnet): Value<boolean> =>
    (network.dualStackIPv6 === undefined ? unknown({ kind: 'accountSetting', name: 'dualStackIPv6' }, at) : known(network.dualStackIPv6 === 'enabled', at));
  return interfacesIn(subnets, network, subnet => groupsOrDefault(given, subnet, network), subnet => ({
    publicAddress: { ipv4, ipv6: isOld ? known(false, platformVersion.at) : ifKnown(subnet.ipv6Only) ? subnet.ipv6Only : whereTrue(subnet.assignsIpv6, dualStack(subnet)) },
    callsByIpv6: subnet.ipv6Only,
  }));
}

/** The second where the first holds. */
function whereTrue(condition: Value<boolean>, value: Value<boolean>): Value<boolean> {
  return ifKnown(condition) ? value : condition;
}

/** The interfaces of container instances. The launch template decides on a public address, and where it does not the subnet. */
export function instanceInterfaces({ autoScalingGroup: { subnets, launchTemplate } }: InstanceGroup, network: Network): Interfaces {
  if (subnets.state === 'absent') return { interfaces: [], strays: [], unknowns: [unknown({ kind: 'elsewhere', what: 'the default VPC' }, subnets.at)] };
  const proxy = thenValue(launchTemplate, template => template.agentConfig.proxy);
  if (proxy.state === 'unknown') return { interfaces: [], strays: [], unknowns: [proxy] };
  if (proxy.state === 'known') return { interfaces: [], strays: [], unknowns: [unknown({ kind: 'elsewhere', what: `the proxy ${proxy.value}` }, proxy.at)] };
  const associate = thenValue(launchTemplate, template => template.associatePublicIp), ownIpv6 = thenValue(launchTemplate, template => template.givesIpv6);
  const agentsIpv6 = thenValue(launchTemplate, template => template.agentConfig.usesIpv6);
  const given = network.securityGroups.findAll(thenValue(launchTemplate, template => template.securityGroups));
  return interfacesIn(subnets, network, subnet => groupsOrDefault(given, subnet, network), subnet => ({
    publicAddress: { ipv4: { ...orElse(associate, subnet.mapsPublicIp), at: associate.at }, ipv6: ownIpv6.state === 'unknown' || ifKnown(ownIpv6) ? ownIpv6 : subnet.assignsIpv6 },
    callsByIpv6: orElse(agentsIpv6, subnet.ipv6Only),
  }));
}

/** The interfaces of the Managed Instances that a capacity provider brings. Whether one has a public address where its subnet gives none is not documented. */
export function managedInterfaces({ properties }: CapacityProvider, network: Network): Interfaces {
  const configuration = properties.get('ManagedInstancesProvider', 'InstanceLaunchTemplate', 'NetworkConfiguration');
  const given = network.securityGroups.findAll(configuration.get('SecurityGroups').texts());
  const ipv4 = ({ mapsPublicIp }: Subnet): Value<boolean> =>
    (ifKnown(mapsPublicIp) === true ? mapsPublicIp : unknown({ kind: 'fact', what: 'whether Managed Instances have public addresses' }, mapsPublicIp.at));
  return interfacesIn(configuration.get('Subnets').texts(), network, subnet => groupsOrDefault(given, subnet, network),
    subnet => ({ publicAddress: { ipv4: ipv4(subnet), ipv6: subnet.assignsIpv6 }, callsByIpv6: subnet.ipv6Only }));
}

/** A list of references. */
type References = Value<readonly Value<string>[]>;

/** One interface in each of the subnets. */
export function interfacesIn(
  references: References, network: Network,
  groupsIn: (subnet: Subnet | Unknown) => NetworkInterface['securityGroups'], addressesIn: (subnet: Subnet) => Pick<NetworkInterface, 'publicAddress' | 'callsByIpv6'>,
): Interfaces {
  const subnets = network.subnets.findAll(references), found = ifKnown(subnets) ?? [], unknowns = unknownsIn(subnets, ...found);
  return {
    interfaces: found.flatMap(subnet => (subnet.state === 'known' ? [{ subnet: subnet.value, securityGroups: groupsIn(subnet.value), ...addressesIn(subnet.value) }] : [])),
    strays: unknowns.map(subnet => ({ subnet, securityGroups: groupsIn(subnet) })),
    unknowns,
  };
}
