import { identityKey } from '../core/identity';
import { unknown, type Value, known } from '../core/value';
import type { Property } from '../template/property';
import type { Resource } from '../template/resource';
import { namedOf, type Named } from './noun';

/** `AWS::EC2::Subnet`. Subnets have no name; others refer to it by `Ref`. */
export interface Subnet extends Named {
  readonly zone: Value<string>;
  readonly cidrBlock: Value<string>;
  /** The VPC, by reference. */
  readonly vpc: Value<string>;
  readonly properties: Property;
}

export function readSubnet(resource: Resource): Subnet {
  const { properties } = resource;
  return {
    ...namedOf(resource, ''),
    zone: properties.get('AvailabilityZone').text(),
    cidrBlock: properties.get('CidrBlock').text(),
    vpc: properties.get('VpcId').text(),
    properties,
  };
}

/**
 * One text for a zone, equal exactly for equal zones: its name, or where the name is not known what the zone is,
 * as `zone 0` of the region's zones. Unknown where not even that is known.
 */
export function zoneKey(zone: Value<string>): Value<string> {
  if (zone.state !== 'unknown') return zone;
  const { is } = zone;
  if (is?.kind === 'element' && is.of.kind === 'zones') return known(`${is.of.region || 'zone'} ${is.index}`, zone.at);
  return is ? known(identityKey(is), zone.at) : unknown(zone.why, zone.at);
}
