import { unknown } from '../../core/value';
import { argumentsOf, misused, movedTo } from './arguments';
import type { Intrinsic } from './intrinsic';

/** `Fn::Select`: the element of a list at an index. Of an unknown list the element is unknown, but it is known to be that element. */
export const select: Intrinsic = (argument, at, stack) => {
  const [first, second] = argumentsOf('Fn::Select', argument, at, stack, 2);
  const index = first?.integer(), list = second?.list();
  if (index?.state === 'unknown') return unknown(index.why, at);
  if (index?.state !== 'known' || !list || list.state === 'absent') return misused('Fn::Select', at);
  if (list.state === 'unknown') return unknown(list.why, at, list.is && { is: { kind: 'element', of: list.is, index: index.value } });
  const element = list.value[index.value];
  const open = list.value.slice(0, index.value + 1).find(before => before.given === 'unknown')?.value();
  if (open?.state === 'unknown') return unknown(open.why, at);
  return element ? movedTo(element.value(), at) : misused('Fn::Select', at);
};
