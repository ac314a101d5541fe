import { partsOf, showText } from '../../core/text';
import { unknown } from '../../core/value';
import { argumentOf, misused } from './arguments';
import type { Intrinsic } from './intrinsic';

/** `Fn::ImportValue`: what another stack of the region exports. */
export const importValue: Intrinsic = (argument, at, stack) => {
  const name = argumentOf('Fn::ImportValue', argument, at, stack).text();
  if (name.state === 'absent') return misused('Fn::ImportValue', at);
  const imported = stack.imported(name, at);
  if (imported) return imported;
  if (name.state === 'known') return unknown({ kind: 'import', name: name.value }, at, { is: { kind: 'import', name: name.value } });
  const isSameEachTime = partsOf(name)?.every(part => typeof part === 'string' || part.is) === true;
  return unknown({ kind: 'function', name: 'Fn::ImportValue', because: name.why }, at,
    isSameEachTime ? { is: { kind: 'import', name: showText(name), stack: at.stack } } : {});
};
