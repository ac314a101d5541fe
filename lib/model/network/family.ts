import type { Value } from '../../core/value';
import type { Property } from '../../template/property';

/** The two kinds of addresses. Each has ways, routes and rules of its own. */
export type Family = 'ipv4' | 'ipv6';

export type ByFamily<T> = Readonly<Record<Family, T>>;

/** A range of addresses as a route or a rule gives it: that of the kind which it is not for is absent. */
export type Range = ByFamily<Value<string>>;

/** The range of a thing that names the two kinds by properties of their own. */
export function rangeIn(properties: Property, ipv4: string, ipv6: string): Range {
  return { ipv4: properties.get(ipv4).text(), ipv6: properties.get(ipv6).text() };
}

/** A range that may be of either kind, as those of prefix lists: what it reads tells. */
export function anyFamily(cidr: Value<string>): Range {
  return { ipv4: cidr, ipv6: cidr };
}
