import { unknown } from '../../core/value';
import { argumentsOf, misused, movedTo, read } from './arguments';
import type { Intrinsic } from './intrinsic';

/** `Fn::Select`: the element of a list at an index. Of an unknown list the element is unknown, but it is known to be that element. */
export const select: Intrinsic = (argument, at, stack) => {
  const [first, second] = argumentsOf(argument, 2) ?? [];
  const index = read(stack, first, at).integer(), list = read(stack, second, at).list();
  if (index.state === 'unknown') return unknown(index.why, at);
  if (index.state === 'absent' || list.state === 'absent') return misused('Fn::Select', at);
  if (list.state === 'unknown') {
    return unknown(list.why, at, list.is && { is: { kind: 'element', of: list.is, index: index.value } });
  }
  const element = list.value[index.value];
  return element ? movedTo(element.value(), at) : misused('Fn::Select', at);
};
