import { nat64Prefix } from '../catalog/nat64';
import { publicAddresses } from '../catalog/public-addresses';
import { isWithin, overlap, readRange, type AddressRange } from '../core/address-range';
import { sameText } from '../core/text';
import { ifKnown, unknown, type Value } from '../core/value';
import type { ByFamily, Family, Range } from '../model/network/family';
import type { Subnet } from '../model/network/subnet';
import { isStray, type End } from './interface';
import type { Passage } from './passage';

/** The other end of a connection: any public address, any public IPv4 address by the IPv6 one that NAT64 gives it, or interfaces in a subnet of the VPC. */
export type OtherEnd = 'internet' | 'nat64' | End;

/** Whether a range, as a rule or a route gives it, holds all addresses of one kind that the other end may have. */
export function coversAddresses(range: Range, family: Family, other: OtherEnd): Passage {
  const given = range[family];
  if (given.state === 'absent') return 'closed';
  if (typeof other === 'object' && !isStray(other) && isWhole(given, family, other.subnet)) return 'open';
  if (given.state === 'unknown') return given;
  const read = readRange(given.value);
  if (!read || read.bits.length !== everywhere[family].bits.length) return 'closed';
  if (read.prefix === 0) return 'open';
  if (typeof other !== 'object') return coversPublic(read, other === 'internet' ? publicRanges[family] : translated, given);
  return isStray(other) ? other.subnet : coversSubnet(read, family, other.subnet, given);
}

interface PublicRanges {
  readonly all: AddressRange;
  /** Those among them that nobody has. */
  readonly except: readonly AddressRange[];
}

const everywhere: ByFamily<AddressRange> = { ipv4: rangeOf('0.0.0.0/0'), ipv6: rangeOf('::/0') };
const publicRanges: ByFamily<PublicRanges> = { ipv4: publicOf('ipv4'), ipv6: publicOf('ipv6') };
const translated: PublicRanges = { all: rangeOf(nat64Prefix.value), except: [] };

function publicOf(family: Family): PublicRanges {
  const { all, except } = publicAddresses.value[family];
  return { all: rangeOf(all), except: except.map(rangeOf) };
}

function rangeOf(text: string): AddressRange {
  return readRange(text) ?? { bits: '', prefix: 0 };
}

function coversPublic(range: AddressRange, { all, except }: PublicRanges, { at }: Value<string>): Passage {
  if (isWithin(all, range)) return 'open';
  if (!overlap(all, range) || except.some(other => isWithin(range, other))) return 'closed';
  return unknown({ kind: 'fact', what: 'the public addresses behind a name' }, at);
}

function coversSubnet(range: AddressRange, family: Family, subnet: Subnet, { at }: Value<string>): Passage {
  const own = readKnown(rangeIn(subnet, family)), vpc = family === 'ipv4' && subnet.vpc.state === 'known' ? readKnown(subnet.vpc.value.cidrBlock) : undefined;
  if (own && !overlap(range, own)) return 'closed';
  if ((own && isWithin(own, range)) || (vpc && isWithin(vpc, range))) return 'open';
  return unknown({ kind: 'fact', what: `the addresses that interfaces take in ${subnet.id}` }, at);
}

/** Whether the range is written as the subnet's or its VPC's own, known or not. */
function isWhole(range: Value<string>, family: Family, subnet: Subnet): boolean {
  const vpc = ifKnown(subnet.vpc);
  if (sameText(range, rangeIn(subnet, family)) === 'yes') return true;
  if (!vpc) return false;
  if (family === 'ipv4') return sameText(range, vpc.cidrBlock) === 'yes';
  // A VPC that has several ranges of IPv6 is a rare thing; of each they hold, all subnets whose range is not written are taken to lie in the one that is named.
  const of = range.state === 'unknown' && range.is?.kind === 'element' ? range.is.of : undefined;
  return of?.kind === 'attribute' && of.attribute === 'Ipv6CidrBlocks' && of.stack === vpc.stack && of.resource === vpc.id;
}

function rangeIn({ cidrBlock, ipv6CidrBlock }: Subnet, family: Family): Value<string> {
  return family === 'ipv4' ? cidrBlock : ipv6CidrBlock;
}

function readKnown(value: Value<string>): AddressRange | undefined {
  return value.state === 'known' ? readRange(value.value) : undefined;
}
