import { mapValue, type Value } from '../core/value';
import type { Property } from '../template/property';

/** The protocol and the ports that a rule of a security group or a network ACL is about. */
export interface Ports {
  /** As `tcp`, `6`, or `-1` for all. */
  readonly protocol: Value<string>;
  /** Absent for all ports. */
  readonly from: Value<number>;
  readonly to: Value<number>;
}

export function readPorts(protocol: Property, from: Property, to: Property): Ports {
  return { protocol: mapValue(protocol.text(), text => text.trim().toLowerCase()), from: from.integer(), to: to.integer() };
}
