import { mapValue, withDefault, type Value } from '../../core/value';
import type { Resource } from '../../template/resource';
import { rangeIn, type Range } from './family';
import { namedOf, nounOf, type Named, type Noun } from '../noun';
import type { Parts } from '../part';
import { readPorts, type Ports } from './ports';
import { lower } from '../spelling';

/** `AWS::EC2::NetworkAcl` with its entries, in no order. What no entry is about is denied. */
export interface NetworkAcl extends Named {
  readonly entries: readonly NetworkAclEntry[];
}

/** `AWS::EC2::NetworkAclEntry`. The entry with the lowest number that is about the traffic decides. */
export interface NetworkAclEntry extends Noun, Ports {
  /** The ACL, by reference. */
  readonly acl: Value<string>;
  readonly ruleNumber: Value<number>;
  readonly egress: Value<boolean>;
  /** The addresses at the other end. */
  readonly range: Range;
  readonly allows: Value<boolean>;
}

export function readNetworkAcl(resource: Resource, entries: Parts<NetworkAclEntry>): NetworkAcl {
  const named = namedOf(resource, '');
  return { entries: entries.allOf(named), ...named };
}

export function readNetworkAclEntry(resource: Resource): NetworkAclEntry {
  const { properties } = resource;
  return {
    acl: properties.get('NetworkAclId').text(),
    ruleNumber: properties.get('RuleNumber').integer(),
    egress: withDefault(properties.get('Egress').flag(), false),
    range: rangeIn(properties, 'CidrBlock', 'Ipv6CidrBlock'),
    allows: mapValue(lower(properties.get('RuleAction')), action => action === 'allow'),
    ...readPorts(properties.get('Protocol'), properties.get('PortRange', 'From'), properties.get('PortRange', 'To')),
    ...nounOf(resource),
  };
}
