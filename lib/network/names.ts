import type { Subnet } from '../model/network/subnet';
import { passageOf } from './passage';
import { open, reached, through, type Reach } from './reach';

/**
 * Whether names of services resolve in the VPC of a subnet.
 * Neither security groups nor network ACLs filter what is asked of Amazon's DNS server (VPC guide, "Security groups", "Network ACLs").
 */
export function resolveNames({ vpc }: Subnet): Reach {
  if (vpc.state !== 'known') return vpc.state === 'unknown' ? open(vpc) : reached;
  const found = vpc.value;
  return through(passageOf(found.dnsSupport), () => ({ kind: 'noDns', vpc: found, at: found.dnsSupport.at, involved: [] }));
}
