import { readPolicyDocument, type PolicyDocument } from '../../iam/policy';
import { allKnown, known, mapValue, withDefault, type Value } from '../../core/value';
import type { Property } from '../../template/property';
import type { Resource } from '../../template/resource';
import type { Lookup } from '../lookup';
import { namedOf, type Named } from '../noun';
import type { ByFamily, Family } from './family';
import type { RouteTable } from './route-table';
import type { SecurityGroup } from './security-group';
import { lower } from '../spelling';
import type { Subnet } from './subnet';
import type { Vpc } from './vpc';

/** `AWS::EC2::VPCEndpoint`. */
export interface VpcEndpoint extends Named {
  /** `gateway` unless given; `interface` and others. */
  readonly kind: Value<string>;
  /** As `com.amazonaws.eu-west-1.ecr.dkr`. */
  readonly serviceName: Value<string>;
  readonly vpc: Value<Vpc>;
  /** Whether the service's public name leads to it. It does not unless told to. */
  readonly privateDns: Value<boolean>;
  /** Whether the names that lead to it have addresses of each kind. */
  readonly families: ByFamily<Value<boolean>>;
  /** Of an interface endpoint. */
  readonly subnets: Value<readonly Value<Subnet>[]>;
  /** Of an interface endpoint; absent for the default group of the VPC. */
  readonly securityGroups: Value<readonly Value<SecurityGroup>[]>;
  /** The tables into which a gateway endpoint puts its routes. */
  readonly routeTables: Value<readonly Value<RouteTable>[]>;
  /** Who may do what through it; without one everybody everything. */
  readonly policy: Value<PolicyDocument>;
  readonly properties: Property;
}

/** What an endpoint refers to. */
export interface EndpointSurroundings {
  readonly vpcs: Lookup<Vpc>;
  readonly subnets: Lookup<Subnet>;
  readonly securityGroups: Lookup<SecurityGroup>;
  readonly routeTables: Lookup<RouteTable>;
}

export function readVpcEndpoint(resource: Resource, { vpcs, subnets, securityGroups, routeTables }: EndpointSurroundings): VpcEndpoint {
  const { properties } = resource;
  return {
    kind: withDefault(lower(properties.get('VpcEndpointType')), 'gateway'),
    serviceName: properties.get('ServiceName').text(),
    vpc: vpcs.find(properties.get('VpcId').text()),
    privateDns: withDefault(properties.get('PrivateDnsEnabled').flag(), false),
    families: familiesOf(properties),
    subnets: subnets.findAll(properties.get('SubnetIds').texts()),
    securityGroups: securityGroups.findAll(properties.get('SecurityGroupIds').texts()),
    routeTables: routeTables.findAll(properties.get('RouteTableIds').texts()),
    policy: mapValue(properties.get('PolicyDocument').value(), () => readPolicyDocument(properties.get('PolicyDocument'))),
    properties,
    ...namedOf(resource, ''),
  };
}

/** Those of `IpAddressType`, IPv4 alone unless given, as far as records are made of them. */
function familiesOf(properties: Property): VpcEndpoint['families'] {
  const types = [lower(properties.get('IpAddressType')), lower(properties.get('DnsOptions', 'DnsRecordIpType'))];
  const has = (family: Family): Value<boolean> => mapValue(allKnown(types, properties.at), given => given.every(type => [family, 'dualstack', 'service-defined'].includes(type)));
  return { ipv4: has('ipv4'), ipv6: types[0]?.state === 'absent' ? known(false, properties.at) : has('ipv6') };
}
