import { partsOf, showText } from '../../core/text';
import { unknown } from '../../core/value';
import { argumentOf, misused } from './arguments';
import type { Intrinsic } from './intrinsic';

/** `Fn::ImportValue`: what another stack of the region exports. */
export const importValue: Intrinsic = (argument, at, stack) => {
  const name = argumentOf('Fn::ImportValue', argument, at, stack).text();
  if (name.state === 'absent') return misused('Fn::ImportValue', at);
  if (name.state === 'known') return stack.imported(name.value, at);
  const isSameEachTime = partsOf(name)?.every(part => typeof part === 'string' || part.is) === true;
  return unknown({ kind: 'function', name: 'Fn::ImportValue', because: name.why }, at,
    isSameEachTime ? { is: { kind: 'import', name: showText(name), stack: at.stack } } : {});
};
