import { oneOf } from './agreement';
import { argumentsOf, misused, movedTo } from './arguments';
import type { Intrinsic } from './intrinsic';

/** `Fn::If`. Where the condition is unknown the value is too, unless both branches come to the same. */
export const ifThenElse: Intrinsic = (argument, at, stack) => {
  const [name, yes, no] = argumentsOf('Fn::If', argument, at, stack, 3);
  const condition = name?.text();
  if (condition?.state !== 'known' || !yes || !no) return misused('Fn::If', at);
  const holds = stack.condition(condition.value, at);
  if (holds.state === 'known') return movedTo((holds.value ? yes : no).value(), at);
  return holds.state === 'absent' ? holds : oneOf([yes.value(), no.value()], holds.why, at);
};
