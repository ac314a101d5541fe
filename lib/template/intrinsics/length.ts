import { known, unknown } from '../../core/value';
import { argumentOf, misused } from './arguments';
import type { Intrinsic } from './intrinsic';

/** `Fn::Length` of the language extensions: how many elements a list has. */
export const length: Intrinsic = (argument, at, stack) => {
  const list = argumentOf('Fn::Length', argument, at, stack).list();
  if (list.state !== 'known') return list.state === 'unknown' ? unknown(list.why, at) : misused('Fn::Length', at);
  const open = list.value.find(element => element.given === 'unknown')?.value();
  return open?.state === 'unknown' ? unknown(open.why, at) : known(list.value.length, at);
};
