import { unknown, unknownsIn } from '../core/value';
import { isSame } from '../finding/finding';
import type { Family } from '../model/network/family';
import { passNetworkAcl, passSecurityGroups } from './filter';
import { isStray, type End } from './interface';
import { along, open, type Reach } from './reach';

/** Whether an interface opens a TCP connection to another one of its VPC by addresses that both have. Network ACLs filter only between subnets. */
export function reachInterface(from: End, to: End, port: number, family: Family): Reach {
  const out = { direction: 'egress', family, port, other: to } as const, into = { direction: 'ingress', family, port, other: from } as const;
  const bySecurityGroups = [passSecurityGroups(from.securityGroups, out), passSecurityGroups(to.securityGroups, into)];
  if (isStray(from)) return along([...bySecurityGroups, open(from.subnet)]);
  if (isStray(to)) return along([...bySecurityGroups, open(to.subnet)]);
  const here = from.subnet.vpc, there = to.subnet.vpc;
  if (here.state === 'absent' || there.state === 'absent' || (here.state === 'known' && there.state === 'known' && !isSame(here.value, there.value))) {
    return open(unknown({ kind: 'elsewhere', what: `the way from ${from.subnet.id} to ${to.subnet.id}` }, to.subnet.at));
  }
  return along([
    ...bySecurityGroups, ...unknownsIn(here, there).map(open),
    ...(isSame(from.subnet, to.subnet) ? [] : [passNetworkAcl(from.subnet, out), passNetworkAcl(to.subnet, into)]),
  ]);
}
