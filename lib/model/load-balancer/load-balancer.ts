import { known, mapValue, withDefault, type Value } from '../../core/value';
import type { Property } from '../../template/property';
import type { Resource } from '../../template/resource';
import type { Family } from '../network/family';
import { namedOf, type Named } from '../noun';
import { lower } from '../spelling';

/** `AWS::ElasticLoadBalancingV2::LoadBalancer`. */
export interface LoadBalancer extends Named {
  /** `application` unless given; `network` or `gateway`. */
  readonly kind: Value<string>;
  /** `internet-facing` unless given; `internal`. */
  readonly scheme: Value<string>;
  /** The subnets of `Subnets` or `SubnetMappings`, by reference. */
  readonly subnets: Value<readonly Value<string>[]>;
  /** By reference. A network load balancer may have none, and then admits everything. */
  readonly securityGroups: Value<readonly Value<string>[]>;
  /** The kinds of addresses by which clients in the internet come, by `IpAddressType`: IPv4 alone unless given. */
  readonly clientFamilies: Value<readonly Family[]>;
  readonly properties: Property;
}

export function readLoadBalancer(resource: Resource): LoadBalancer {
  const { properties } = resource;
  const mappings = mapValue(properties.get('SubnetMappings').list(), list => list.map(item => item.get('SubnetId').text()));
  return {
    kind: withDefault(properties.get('Type').text(), 'application'),
    scheme: withDefault(properties.get('Scheme').text(), 'internet-facing'),
    subnets: mappings.state === 'absent' ? properties.get('Subnets').texts() : mappings,
    securityGroups: properties.get('SecurityGroups').texts(),
    clientFamilies: mapValue(withDefault(lower(properties.get('IpAddressType')), 'ipv4'), type => (type === 'dualstack' ? ['ipv4', 'ipv6'] : type === 'ipv4' ? ['ipv4'] : ['ipv6'])),
    properties,
    ...namedOf(resource, 'Name'),
  };
}

/** `AWS::ElasticLoadBalancing::LoadBalancer`, the classic kind. */
export interface ClassicLoadBalancer extends Named {
  readonly kind: Value<string>;
  readonly subnets: Value<readonly Value<string>[]>;
  /** By reference. Absent for the default group of the VPC. */
  readonly securityGroups: Value<readonly Value<string>[]>;
  readonly properties: Property;
}

export function readClassicLoadBalancer(resource: Resource): ClassicLoadBalancer {
  const { properties } = resource;
  return {
    kind: known('classic', properties.at), subnets: properties.get('Subnets').texts(), securityGroups: properties.get('SecurityGroups').texts(), properties, ...namedOf(resource, 'LoadBalancerName'),
  };
}
