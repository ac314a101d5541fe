import { mapValue, withDefault, type Value } from '../../core/value';
import type { Property } from '../../template/property';
import type { Resource } from '../../template/resource';
import type { Family } from '../network/family';
import { namedOf, type Named } from '../noun';
import { lower, upper } from '../spelling';

/** `AWS::ElasticLoadBalancingV2::TargetGroup`. */
export interface TargetGroup extends Named {
  /** `instance` unless given; `ip`, `lambda` or `alb`. */
  readonly targetType: Value<string>;
  readonly protocol: Value<string>;
  readonly port: Value<number>;
  /** By reference. */
  readonly vpc: Value<string>;
  /** A port, or `traffic-port` for the one that traffic takes, which is the default. */
  readonly healthCheckPort: Value<string>;
  /** The kind of addresses by which targets are registered and asked: IPv4 unless `IpAddressType` is `ipv6`. */
  readonly family: Value<Family>;
  readonly properties: Property;
}

export function readTargetGroup(resource: Resource): TargetGroup {
  const { properties } = resource;
  return {
    targetType: withDefault(properties.get('TargetType').text(), 'instance'),
    protocol: upper(properties.get('Protocol')),
    port: properties.get('Port').integer(),
    vpc: properties.get('VpcId').text(),
    healthCheckPort: withDefault(properties.get('HealthCheckPort').text(), 'traffic-port'),
    family: mapValue(withDefault(lower(properties.get('IpAddressType')), 'ipv4'), type => (type === 'ipv6' ? 'ipv6' : 'ipv4')),
    properties,
    ...namedOf(resource, 'Name'),
  };
}
