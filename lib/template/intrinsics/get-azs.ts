import { unknown } from '../../core/value';
import { read } from './arguments';
import type { Intrinsic } from './intrinsic';

/** `Fn::GetAZs`: the zones of a region. Which they are differs by account, but the first is never the second. */
export const getAzs: Intrinsic = (argument, at, stack) => {
  const given = read(stack, argument, at).text();
  const region = given.state === 'known' && given.value !== '' ? given.value : (stack.region ?? '');
  return unknown({ kind: 'function', name: 'Fn::GetAZs' }, at, { is: { kind: 'zones', region } });
};
