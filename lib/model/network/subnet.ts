import { orElse, thenValue, unknown, withDefault, type Value } from '../../core/value';
import type { Property } from '../../template/property';
import type { Resource } from '../../template/resource';
import type { Lookup } from '../lookup';
import type { NetworkAcl } from './network-acl';
import { namedOf, type Named } from '../noun';
import type { Parts, ResourcePart } from '../part';
import type { RouteTable } from './route-table';
import type { Vpc } from './vpc';

/** `AWS::EC2::Subnet`. Subnets have no name; others refer to it by `Ref`. */
export interface Subnet extends Named {
  readonly zone: Value<string>;
  readonly cidrBlock: Value<string>;
  readonly vpc: Value<Vpc>;
  /** Absent where the templates associate none and the VPC is of a template: its main table holds then, in which no template can write. */
  readonly routeTable: Value<RouteTable>;
  /** Absent where the templates associate none: the VPC's default ACL holds. */
  readonly networkAcl: Value<NetworkAcl>;
  /** Whether instances get a public address unless their launch template says otherwise. */
  readonly mapsPublicIp: Value<boolean>;
  /** Whether it has no IPv4 addresses. */
  readonly ipv6Only: Value<boolean>;
  /** Its IPv6 addresses, in it or by an `AWS::EC2::SubnetCidrBlock`. */
  readonly ipv6CidrBlock: Value<string>;
  /** Whether new network interfaces get an IPv6 address by themselves. */
  readonly assignsIpv6: Value<boolean>;
  /** Whether names that have IPv4 addresses alone get IPv6 ones that stand for them. */
  readonly dns64: Value<boolean>;
  /** How many addresses are free, where somebody looked; absent in templates. */
  readonly freeAddresses: Value<number>;
  readonly properties: Property;
}

/** What a subnet refers to, and what refers to it. */
export interface SubnetSurroundings {
  readonly vpcs: Lookup<Vpc>;
  readonly routeTables: Lookup<RouteTable>;
  readonly networkAcls: Lookup<NetworkAcl>;
  /** `AWS::EC2::SubnetRouteTableAssociation`. */
  readonly tableAssociations: Parts<ResourcePart>;
  /** `AWS::EC2::SubnetNetworkAclAssociation`. */
  readonly aclAssociations: Parts<ResourcePart>;
  /** `AWS::EC2::SubnetCidrBlock`. */
  readonly cidrBlocks: Parts<ResourcePart>;
}

export function readSubnet(resource: Resource, { vpcs, routeTables, networkAcls, tableAssociations, aclAssociations, cidrBlocks }: SubnetSurroundings): Subnet {
  const { properties } = resource, named = namedOf(resource, ''), vpc = vpcs.find(properties.get('VpcId').text());
  const ownTable = associated(named, tableAssociations, 'RouteTableId', routeTables), ipv6Only = withDefault(properties.get('Ipv6Native').flag(), false);
  const ipv6CidrBlock = orElse(ipv6Range(properties), thenValue(cidrBlocks.oneOf(named), beside => ipv6Range(beside.properties)));
  return {
    zone: properties.get('AvailabilityZone').text(),
    cidrBlock: properties.get('CidrBlock').text(),
    vpc,
    routeTable: orElse(ownTable, thenValue(vpc, ({ mainRouteTable }) => routeTables.find(mainRouteTable))),
    networkAcl: associated(named, aclAssociations, 'NetworkAclId', networkAcls),
    mapsPublicIp: withDefault(properties.get('MapPublicIpOnLaunch').flag(), false),
    ipv6Only,
    ipv6CidrBlock,
    assignsIpv6: ipv6CidrBlock.state === 'absent' ? ipv6Only : withDefault(orElse(properties.get('AssignIpv6AddressOnCreation').flag(), ipv6Only), false),
    dns64: withDefault(properties.get('EnableDns64').flag(), false),
    freeAddresses: properties.get('AvailableIpAddressCount').integer(),
    properties,
    ...named,
  };
}

/** The range itself, or something that stands for one which an address manager gives. */
function ipv6Range(properties: Property): Value<string> {
  return orElse(properties.get('Ipv6CidrBlock').text(), thenValue(properties.get('Ipv6IpamPoolId').text(), pool => unknown({ kind: 'elsewhere', what: `the addresses of ${pool}` }, properties.at)));
}

function associated<T extends Named>(subnet: Named, associations: Parts<ResourcePart>, property: string, nouns: Lookup<T>): Value<T> {
  return thenValue(associations.oneOf(subnet), ({ properties }) => nouns.find(properties.get(property).text()));
}
