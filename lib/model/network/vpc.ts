import { known, unknown, withDefault, type Value } from '../../core/value';
import type { Resource } from '../../template/resource';
import { namedOf, type Named, type Noun } from '../noun';
import type { Parts, ResourcePart } from '../part';

/** `AWS::EC2::VPC`. VPCs have no name; others refer to one by `Ref`. */
export interface Vpc extends Named {
  /** Its first IPv4 range; absent where an address manager gives it one. */
  readonly cidrBlock: Value<string>;
  /** Whether a DNS server answers in it: Amazon's does unless it is switched off. Unknown where it is, and DHCP options may name another. */
  readonly dnsSupport: Value<boolean>;
  /** Whether it gives out DNS names, which private DNS of endpoints and the names of EFS file systems need. It does not unless told to. */
  readonly dnsHostnames: Value<boolean>;
  /** Whether an internet gateway is attached to it, be it one of these templates or not. */
  readonly hasInternetGateway: Value<boolean>;
  /** `AWS::EC2::VPCCidrBlock` that give it IPv6 addresses. */
  readonly ipv6Blocks: readonly Noun[];
  /** The table of the subnets that have none of their own, by reference. Absent where the VPC is of a template: that table leads nowhere, and no template can write in it. */
  readonly mainRouteTable: Value<string>;
}

/** What belongs to VPCs: `AWS::EC2::VPCDHCPOptionsAssociation`, `AWS::EC2::VPCGatewayAttachment` of internet gateways, `AWS::EC2::VPCCidrBlock` of IPv6. */
export interface VpcParts {
  readonly dhcpAssociations: Parts<ResourcePart>;
  readonly attachments: Parts<ResourcePart>;
  readonly ipv6Blocks: Parts<ResourcePart>;
}

export function readVpc(resource: Resource, { dhcpAssociations, attachments, ipv6Blocks }: VpcParts): Vpc {
  const { properties } = resource, named = namedOf(resource, '');
  const [dhcp] = dhcpAssociations.allOf(named), [attachment] = attachments.allOf(named);
  const dnsSupport = withDefault(properties.get('EnableDnsSupport').flag(), true);
  return {
    cidrBlock: properties.get('CidrBlock').text(),
    dnsSupport: dhcp && dnsSupport.state === 'known' && !dnsSupport.value ? unknown({ kind: 'elsewhere', what: `the DNS server of ${dhcp.id}` }, dnsSupport.at) : dnsSupport,
    dnsHostnames: withDefault(properties.get('EnableDnsHostnames').flag(), false),
    hasInternetGateway: attachment?.exists ?? known(false, named.at),
    ipv6Blocks: ipv6Blocks.allOf(named),
    mainRouteTable: properties.get('MainRouteTableId').text(),
    ...named,
  };
}
