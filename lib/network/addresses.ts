import { privateAddresses } from '../catalog/private-addresses';
import { contains, overlap, parseCidr, type Cidr } from '../core/cidr';
import { sameText } from '../core/text';
import { unknown, type Value } from '../core/value';
import type { Subnet } from '../model/network/subnet';
import { isStray, type End } from './interface';
import type { Passage } from './passage';

/** The other end of a connection: any public address, or interfaces in a subnet of the VPC. */
export type OtherEnd = 'internet' | End;

/** Whether a range of IPv4 addresses, as a rule gives it, holds all addresses that the other end may have. A range of IPv6 holds none. */
export function coversAddresses(range: Value<string>, other: OtherEnd): Passage {
  if (range.state === 'absent') return 'closed';
  if (other !== 'internet' && !isStray(other) && isWhole(range, other.subnet)) return 'open';
  if (range.state === 'unknown') return range;
  const cidr = parseCidr(range.value);
  if (!cidr) return 'closed';
  if (contains(cidr, everywhere)) return 'open';
  if (other === 'internet') return coversInternet(cidr, range);
  return isStray(other) ? other.subnet : coversSubnet(cidr, other.subnet, range);
}

const everywhere: Cidr = { first: 0, size: 2 ** 32 };
const privateRanges = privateAddresses.value.flatMap(range => parseCidr(range) ?? []);

function coversInternet(cidr: Cidr, range: Value<string>): Passage {
  if (privateRanges.some(privateRange => contains(privateRange, cidr))) return 'closed';
  return unknown({ kind: 'fact', what: 'the public addresses behind a name' }, range.at);
}

function coversSubnet(cidr: Cidr, subnet: Subnet, range: Value<string>): Passage {
  const own = rangeOf(subnet.cidrBlock), vpc = subnet.vpc.state === 'known' ? rangeOf(subnet.vpc.value.cidrBlock) : undefined;
  if (own && !overlap(cidr, own)) return 'closed';
  if ((own && contains(cidr, own)) || (vpc && contains(cidr, vpc))) return 'open';
  return unknown({ kind: 'fact', what: `the addresses that interfaces take in ${subnet.id}` }, range.at);
}

/** Whether the range is written as the subnet's or its VPC's own, known or not. */
function isWhole(range: Value<string>, { cidrBlock, vpc }: Subnet): boolean {
  return sameText(range, cidrBlock) === 'yes' || (vpc.state === 'known' && sameText(range, vpc.value.cidrBlock) === 'yes');
}

function rangeOf(value: Value<string>): Cidr | undefined {
  return value.state === 'known' ? parseCidr(value.value) : undefined;
}
