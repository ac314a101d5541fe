import { unknown, withDefault, type Value } from '../core/value';
import type { Resource } from '../template/resource';
import { namedOf, nounOf, type Named } from './noun';
import { partsOf } from './part';

/** `AWS::EC2::VPC`. VPCs have no name; others refer to one by `Ref`. */
export interface Vpc extends Named {
  /** Its first IPv4 range; absent where an address manager gives it one. */
  readonly cidrBlock: Value<string>;
  /** Whether a DNS server answers in it: Amazon's does unless it is switched off. Unknown where it is, and DHCP options may name another. */
  readonly dnsSupport: Value<boolean>;
  /** Whether it gives out DNS names, which private DNS of endpoints and the names of EFS file systems need. It does not unless told to. */
  readonly dnsHostnames: Value<boolean>;
}

export function readVpc(resource: Resource, dhcpAssociations: readonly Resource[]): Vpc {
  const { properties } = resource, named = namedOf(resource, '');
  const [dhcp] = partsOf(named, dhcpAssociations.map(association => ({ ...nounOf(association), vpc: association.properties.get('VpcId').text() })), ({ vpc }) => vpc);
  const dnsSupport = withDefault(properties.get('EnableDnsSupport').flag(), true);
  return {
    ...named,
    cidrBlock: properties.get('CidrBlock').text(),
    dnsSupport: dhcp && dnsSupport.state === 'known' && !dnsSupport.value ? unknown({ kind: 'elsewhere', what: `the DNS server of ${dhcp.id}` }, dnsSupport.at) : dnsSupport,
    dnsHostnames: withDefault(properties.get('EnableDnsHostnames').flag(), false),
  };
}
