import { absent, ifKnown, known, thenValue, type Value } from '../core/value';
import type { ClassicLoadBalancer, LoadBalancer } from '../model/load-balancer/load-balancer';
import type { Family } from '../model/network/family';
import type { Network } from '../model/network/network';
import type { Vpc } from '../model/network/vpc';
import { passSecurityGroups } from './filter';
import { groupsOrDefault, isStray, type End, type NetworkInterface, type StrayInterface } from './interface';
import { interfacesIn, type Interfaces } from './interfaces';
import { hasIpv6Address } from './internet';
import { passageOf } from './passage';
import { reachInterface } from './peer';
import { along, reached, through, type Reach } from './reach';

/** The interfaces of a load balancer: one in each of its subnets. */
export function loadBalancerInterfaces({ subnets, securityGroups, kind }: LoadBalancer | ClassicLoadBalancer, network: Network): Interfaces {
  const given = network.securityGroups.findAll(securityGroups);
  // A network load balancer does not get the default group of its VPC when it names none.
  return interfacesIn(subnets, network, subnet => (['application', 'classic'].includes(ifKnown(kind) ?? '') ? groupsOrDefault(given, subnet, network) : given),
    ({ at }) => ({ publicAddress: { ipv4: known(false, at), ipv6: known(false, at) }, callsByIpv6: known(false, at) }));
}

/** The VPC of a load balancer: that of its subnets. */
export function vpcOf({ subnets, at }: LoadBalancer, network: Network): Value<Vpc> {
  return thenValue(thenValue(subnets, ([first]) => (first ? network.subnets.find(first) : absent(at))), subnet => subnet.vpc);
}

/** Whether a load balancer reaches a target on a port, by addresses of the kind that the target group has. One without security groups, as a network load balancer may be, lets everything out. */
export function reachTarget(from: End, to: NetworkInterface | StrayInterface, port: number, family: Family): Reach {
  const passed = from.securityGroups.state === 'absent' ? passSecurityGroups(to.securityGroups, { direction: 'ingress', family, port, other: from }) : reachInterface(from, to, port, family);
  return isStray(to) ? passed : along([hasAddress(to, family), passed]);
}

/** Whether an interface has an address of the kind. */
function hasAddress({ subnet, publicAddress }: NetworkInterface, family: Family): Reach {
  if (family === 'ipv6') return hasIpv6Address(subnet, publicAddress.ipv6);
  const lacks = passageOf(subnet.ipv6Only);
  return lacks === 'closed' ? reached : through(lacks === 'open' ? 'closed' : lacks, () => ({ kind: 'noAddress', subnet, family, at: subnet.at, involved: [] }));
}
