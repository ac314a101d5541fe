import { unknown } from '../../core/value';
import { showText } from '../../core/text';
import { misused, read } from './arguments';
import type { Intrinsic } from './intrinsic';

/** `Fn::ImportValue`: what another stack of the region exports. */
export const importValue: Intrinsic = (argument, at, stack) => {
  const name = read(stack, argument, at).text();
  if (name.state === 'absent') return misused('Fn::ImportValue', at);
  if (name.state === 'known') return stack.imported(name.value, at);
  const shown = showText(name);
  return unknown({ kind: 'function', name: 'Fn::ImportValue', because: name.why }, at, { is: { kind: 'import', name: shown } });
};
