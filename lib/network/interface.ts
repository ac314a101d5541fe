import { ifKnown, known, unknown, type Unknown, type Value } from '../core/value';
import { isSame } from '../finding/finding';
import type { ByFamily, Family } from '../model/network/family';
import type { Network } from '../model/network/network';
import type { SecurityGroup } from '../model/network/security-group';
import type { Subnet } from '../model/network/subnet';

/** A network interface, such as a task or a container instance gets: where it stands, and what lets traffic in and out. */
export interface NetworkInterface {
  readonly subnet: Subnet;
  readonly securityGroups: Value<readonly Value<SecurityGroup>[]>;
  /** Whether it has a public IPv4 address, and whether an IPv6 one, all of which are public; stands where that is decided. */
  readonly publicAddress: ByFamily<Value<boolean>>;
  /** Whether ECS calls AWS from it by names that have IPv6 addresses too: where it has no others, or the agent is told so. */
  readonly callsByIpv6: Value<boolean>;
}

/** An interface of which it is not known where it stands. Its security groups hold traffic all the same. */
export interface StrayInterface {
  readonly subnet: Unknown;
  readonly securityGroups: Value<readonly Value<SecurityGroup>[]>;
}

/** How packets travel: by the addresses of one kind, or by IPv6 to where a NAT gateway makes IPv4 of it. */
export type Way = Family | 'nat64';

/** An end of a connection within a VPC. */
export type End = Pick<NetworkInterface, 'subnet' | 'securityGroups'> | StrayInterface;

export function isStray(end: End): end is StrayInterface {
  return 'state' in end.subnet;
}

/** The kind of addresses by which two interfaces speak to each other: IPv4 where both have it. */
export function familyBetween(...ends: readonly End[]): Family {
  return subnetsOf(ends).some(({ ipv6Only }) => ifKnown(ipv6Only)) ? 'ipv6' : 'ipv4';
}

/** The subnets in which interfaces stand, each once, as far as that is known. */
export function subnetsOf(ends: readonly End[]): readonly Subnet[] {
  return [...new Set(ends.flatMap(end => (isStray(end) ? [] : end.subnet)))];
}

/** The security groups of an interface in the subnet: those given, else the default group of its VPC. */
export function groupsOrDefault(given: Value<readonly Value<SecurityGroup>[]>, subnet: Subnet | Unknown, { securityGroups }: Network): Value<readonly Value<SecurityGroup>[]> {
  if (given.state === 'unknown' || (given.state === 'known' && given.value.length > 0)) return given;
  if ('state' in subnet) return subnet;
  const { id, vpc } = subnet;
  if (vpc.state === 'unknown') return vpc;
  if (vpc.state === 'absent') return unknown({ kind: 'elsewhere', what: `the VPC of ${id}` }, vpc.at);
  return known(securityGroups.all.filter(group => isSame(group, vpc.value)).map(group => known(group, given.at)), given.at);
}
