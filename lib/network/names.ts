import { unknown } from '../core/value';
import type { Subnet } from '../model/network/subnet';
import { passageOf } from './passage';
import { along, open, reached, through, type Reach } from './reach';

/**
 * Whether names of services resolve in the VPC of a subnet, and to addresses of which the subnet can make use.
 * Neither security groups nor network ACLs filter what is asked of Amazon's DNS server (VPC guide, "Security groups", "Network ACLs").
 */
export function resolveNames({ vpc, ipv6Only, at }: Subnet): Reach {
  if (vpc.state !== 'known') return vpc.state === 'unknown' ? open(vpc) : reached;
  const found = vpc.value, ipv6 = passageOf(ipv6Only);
  return along([
    through(passageOf(found.dnsSupport), () => ({ kind: 'noDns', vpc: found, at: found.dnsSupport.at, involved: [] })),
    ipv6 === 'closed' ? reached : open(ipv6 === 'open' ? unknown({ kind: 'fact', what: 'what is reached by IPv6 alone' }, at) : ipv6),
  ]);
}
