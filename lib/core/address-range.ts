/** A range of addresses of IPv4 or IPv6, as bits: all that begin with these. */
export interface AddressRange {
  /** One digit for each bit, 32 or 128 in all. */
  readonly bits: string;
  readonly prefix: number;
}

/** Reads an address or a range, as `203.0.113.0/24` or `2001:db8::/32`. Undefined for what is none. */
export function readRange(text: string): AddressRange | undefined {
  const [, address = '', length] = /^([^/]+)(?:\/(\d{1,3}))?$/.exec(text.trim()) ?? [];
  const bits = address.includes(':') ? bitsOfIpv6(address) : bitsOfIpv4(address), prefix = Number(length ?? bits?.length);
  return bits !== undefined && prefix <= bits.length ? { bits, prefix } : undefined;
}

/** Whether every address of one range is in another. */
export function isWithin(inner: AddressRange, outer: AddressRange): boolean {
  return inner.bits.length === outer.bits.length && inner.prefix >= outer.prefix && inner.bits.slice(0, outer.prefix) === outer.bits.slice(0, outer.prefix);
}

/** Whether the two share an address: of two ranges that do, one is in the other. */
export function overlap(a: AddressRange, b: AddressRange): boolean {
  return isWithin(a, b) || isWithin(b, a);
}

/** How many addresses it holds. */
export function sizeOf({ bits, prefix }: AddressRange): number {
  return 2 ** (bits.length - prefix);
}

/** So many of its parts, from the first on, each with a prefix of this length; undefined where it does not have so many. */
export function divide({ bits, prefix: own }: AddressRange, count: number, prefix: number): readonly AddressRange[] | undefined {
  const start = bits.slice(0, own), free = prefix - own;
  if (free < 0 || prefix > bits.length || count > 2 ** free) return undefined;
  return Array.from({ length: count }, (_, i) => ({ bits: `${start}${free === 0 ? '' : i.toString(2).padStart(free, '0')}`.padEnd(bits.length, '0'), prefix }));
}

/** As a range of IPv4 addresses is written: `10.0.0.0/16`. */
export function showRange({ bits, prefix }: AddressRange): string {
  return `${(bits.match(/.{8}/g) ?? []).map(octet => Number.parseInt(octet, 2)).join('.')}/${prefix}`;
}

/** Whether a text is a range of IPv4 addresses, and no address alone. */
export function readIpv4Range(text: string): AddressRange | undefined {
  const range = text.includes('/') ? readRange(text) : undefined;
  return range?.bits.length === 32 ? range : undefined;
}

function bitsOfIpv4(address: string): string | undefined {
  const octets = address.split('.');
  if (octets.length !== 4 || octets.some(octet => !/^\d{1,3}$/.test(octet) || Number(octet) > 255)) return undefined;
  return octets.map(octet => Number(octet).toString(2).padStart(8, '0')).join('');
}

/** `::` stands for as many groups of zeros as are left out. */
function bitsOfIpv6(address: string): string | undefined {
  const [head = '', tail, ...more] = address.split('::'), groupsIn = (text: string): string[] => (text === '' ? [] : text.split(':'));
  const before = groupsIn(head), behind = groupsIn(tail ?? ''), missing = 8 - before.length - behind.length;
  if (more.length > 0 || (tail === undefined ? missing !== 0 : missing < 1)) return undefined;
  const groups = [...before, ...Array<string>(missing).fill('0'), ...behind];
  return groups.every(group => /^[\da-f]{1,4}$/i.test(group)) ? groups.map(group => Number.parseInt(group, 16).toString(2).padStart(16, '0')).join('') : undefined;
}
