import { thenValue } from '../../core/value';
import { argumentOf } from './arguments';
import type { Intrinsic } from './intrinsic';

/** `Ref`: a parameter's value, or what a resource type chooses to be referred to by. */
export const ref: Intrinsic = (argument, at, stack) =>
  typeof argument === 'string' ? stack.reference(argument, at) : thenValue(argumentOf('Ref', argument, at, stack).text(), name => stack.reference(name, at));
