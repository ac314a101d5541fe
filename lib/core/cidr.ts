/** A range of IPv4 addresses, written `10.0.0.0/16`. */
export interface Cidr {
  /** The first address, as a number. */
  readonly first: number;
  /** How many addresses it holds. */
  readonly size: number;
}

/** Reads a range; bits behind the prefix are dropped, as EC2 does. Undefined for what is none, such as an IPv6 range. */
export function parseCidr(text: string): Cidr | undefined {
  const [, address = '', length = ''] = /^\s*(\d{1,3}(?:\.\d{1,3}){3})\/(\d{1,2})\s*$/.exec(text) ?? [];
  const octets = address.split('.').map(Number);
  if (length === '' || Number(length) > 32 || octets.some(octet => octet > 255)) return undefined;
  const size = 2 ** (32 - Number(length));
  const number = octets.reduce((sum, octet) => sum * 256 + octet, 0);
  return { first: number - (number % size), size };
}

/** The ranges of `size` addresses, a power of two, that lie one after the other from the beginning of `range`; undefined where it does not hold so many. */
export function divide(range: Cidr, count: number, size: number): readonly Cidr[] | undefined {
  if (count * size > range.size) return undefined;
  return Array.from({ length: count }, (_, i) => ({ first: range.first + i * size, size }));
}

/** As it is written: `10.0.0.0/16`. */
export function showCidr({ first, size }: Cidr): string {
  const octets = [3, 2, 1, 0].map(place => Math.floor(first / 256 ** place) % 256);
  return `${octets.join('.')}/${32 - Math.log2(size)}`;
}
