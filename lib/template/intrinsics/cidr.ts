import { divide, readIpv4Range, showRange } from '../../core/address-range';
import { known, thenValue } from '../../core/value';
import { Property } from '../property';
import { argumentsOf, misused } from './arguments';
import type { Intrinsic } from './intrinsic';

/** More ranges than anybody has use for are not listed. */
const mostRanges = 1_000;

/** `Fn::Cidr`: so many ranges, of two to the power of so many addresses, out of a range of IPv4 addresses. */
export const cidr: Intrinsic = (argument, at, stack) => {
  const [range, count, bits] = argumentsOf('Fn::Cidr', argument, at, stack, 3);
  if (!range || !count || !bits) return misused('Fn::Cidr', at);
  return thenValue(range.text(), text => thenValue(count.integer(), number => thenValue(bits.integer(), power => {
    const whole = readIpv4Range(text), isPossible = number >= 1 && number <= mostRanges && power >= 0;
    const ranges = whole && isPossible ? divide(whole, number, 32 - power) : undefined;
    return ranges ? known(ranges.map(one => Property.settled(known(showRange(one), at))), at) : misused('Fn::Cidr', at);
  })));
};
