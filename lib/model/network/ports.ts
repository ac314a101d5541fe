import type { Value } from '../../core/value';
import type { Property } from '../../template/property';
import { lower } from '../spelling';

/** The protocol and the ports that a rule of a security group or a network ACL is about. */
export interface Ports {
  /** As `tcp`, `6`, or `-1` for all. */
  readonly protocol: Value<string>;
  /** Absent for all ports. */
  readonly from: Value<number>;
  readonly to: Value<number>;
}

export function readPorts(protocol: Property, from: Property, to: Property): Ports {
  return { protocol: lower(protocol), from: from.integer(), to: to.integer() };
}
