import { misused } from './arguments';
import type { Intrinsic } from './intrinsic';

/** `Ref`: a parameter's value, or what a resource type chooses to be referred to by. */
export const ref: Intrinsic = (argument, at, stack) =>
  typeof argument === 'string' ? stack.reference(argument, at) : misused('Ref', at);
