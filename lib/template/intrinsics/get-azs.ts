import { unknown } from '../../core/value';
import { argumentOf, movedTo } from './arguments';
import type { Intrinsic } from './intrinsic';

/** `Fn::GetAZs`: the zones of a region. Which they are differs by account, but the first is never the second. */
export const getAzs: Intrinsic = (argument, at, stack) => {
  const given = argumentOf('Fn::GetAZs', argument, at, stack).text(), own = stack.region ?? '';
  if (given.state === 'unknown' && (given.is?.kind !== 'pseudo' || given.is.name !== 'AWS::Region')) return unknown(given.why, at);
  const region = given.state === 'known' && given.value !== '' ? given.value : own;
  const zones = region === '' ? undefined : stack.zones(region);
  if (zones) return movedTo(zones.value(), at);
  return unknown({ kind: 'zones', region }, at, { is: { kind: 'zones', region } });
};
