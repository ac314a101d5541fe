import { unknown } from '../core/value';
import { isSame } from '../finding/finding';
import { passNetworkAcl, passSecurityGroups } from './filter';
import type { NetworkInterface } from './interface';
import { along, open, type Reach } from './reach';

/** An interface to which connections are opened. */
export type Server = Pick<NetworkInterface, 'subnet' | 'securityGroups'>;

/** Whether an interface opens a TCP connection to another one of its VPC. Network ACLs filter only between subnets. */
export function reachInterface(from: NetworkInterface, to: Server, port: number): Reach {
  const here = from.subnet.vpc, there = to.subnet.vpc;
  if (here.state === 'unknown') return open(here);
  if (there.state === 'unknown') return open(there);
  if (here.state === 'absent' || there.state === 'absent' || !isSame(here.value, there.value)) {
    return open(unknown({ kind: 'elsewhere', what: `the way from ${from.subnet.id} to ${to.subnet.id}` }, to.subnet.at));
  }
  return along([
    passSecurityGroups(from.securityGroups, 'egress', port, to),
    passSecurityGroups(to.securityGroups, 'ingress', port, from),
    ...(isSame(from.subnet, to.subnet) ? [] : [passNetworkAcl(from.subnet, 'egress', port, to), passNetworkAcl(to.subnet, 'ingress', port, from)]),
  ]);
}
