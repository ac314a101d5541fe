import type { SubnetKind } from '../../catalog/address-types';
import { ifKnown, known, unknown, type Value } from '../../core/value';
import { accountStack } from '../../finding/finding';
import { doneByStranger, type Stranger } from '../stranger';
import type { Subnet } from './subnet';

/** What addresses a subnet has, unless something gives it more. */
export function subnetKind(subnet: Subnet, strangers: readonly Stranger[]): Value<SubnetKind> {
  const { ipv6Only, ipv6CidrBlock, stack, id, at } = subnet;
  if (ipv6Only.state === 'unknown') return ipv6Only;
  if (ifKnown(ipv6Only)) return known('ipv6', at);
  if (ipv6CidrBlock.state === 'absent') return stack === accountStack ? unknown({ kind: 'elsewhere', what: `the IPv6 addresses of ${id}` }, at) : doneByStranger(subnet, strangers) ?? known('ipv4', at);
  return ipv6CidrBlock.state === 'unknown' && ipv6CidrBlock.mayBeAbsent ? ipv6CidrBlock : known('dualstack', at);
}
