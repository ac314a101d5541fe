import { absent, ifKnown, known, thenValue, type Value } from '../core/value';
import type { LoadBalancer } from '../model/load-balancer/load-balancer';
import type { Network } from '../model/network/network';
import type { Vpc } from '../model/network/vpc';
import { passSecurityGroups } from './filter';
import { groupsOrDefault, type End } from './interface';
import { interfacesIn, type Interfaces } from './interfaces';
import { reachInterface } from './peer';
import type { Reach } from './reach';

/** The interfaces of a load balancer: one in each of its subnets. */
export function loadBalancerInterfaces({ subnets, securityGroups, kind }: LoadBalancer, network: Network): Interfaces {
  const given = network.securityGroups.findAll(securityGroups);
  // Only an application load balancer gets the default group of its VPC when it names none.
  return interfacesIn(subnets, network, subnet => (ifKnown(kind) === 'application' ? groupsOrDefault(given, subnet, network) : given), subnet => known(false, subnet.at));
}

/** The VPC of a load balancer: that of its subnets. */
export function vpcOf({ subnets, at }: LoadBalancer, network: Network): Value<Vpc> {
  return thenValue(thenValue(subnets, ([first]) => (first ? network.subnets.find(first) : absent(at))), subnet => subnet.vpc);
}

/** Whether a load balancer reaches a target on a port. One without security groups, as a network load balancer may be, lets everything out. */
export function reachTarget(from: End, to: End, port: number): Reach {
  return from.securityGroups.state === 'absent' ? passSecurityGroups(to.securityGroups, 'ingress', port, from) : reachInterface(from, to, port);
}
