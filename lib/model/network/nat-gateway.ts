import { mapValue, withDefault, type Value } from '../../core/value';
import type { Property } from '../../template/property';
import type { Resource } from '../../template/resource';
import type { Lookup } from '../lookup';
import { namedOf, type Named } from '../noun';
import { lower } from '../spelling';
import type { Subnet } from './subnet';

/** `AWS::EC2::NatGateway`. */
export interface NatGateway extends Named {
  /** Absent for a regional one, which stands in no subnet and finds the internet gateway by itself. */
  readonly subnet: Value<Subnet>;
  /** Whether it translates to a public address. */
  readonly isPublic: Value<boolean>;
  readonly properties: Property;
}

export function readNatGateway(resource: Resource, subnets: Lookup<Subnet>): NatGateway {
  const { properties } = resource;
  return {
    subnet: subnets.find(properties.get('SubnetId').text()),
    isPublic: mapValue(withDefault(lower(properties.get('ConnectivityType')), 'public'), type => type === 'public'),
    properties,
    ...namedOf(resource, ''),
  };
}
