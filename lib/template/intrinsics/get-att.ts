import { thenValue } from '../../core/value';
import { argumentsOf, misused, read } from './arguments';
import type { Intrinsic } from './intrinsic';

/** `Fn::GetAtt`: `[resource, attribute]` or, in YAML, `resource.attribute`. The attribute may itself be a `Ref`. */
export const getAtt: Intrinsic = (argument, at, stack) => {
  if (typeof argument === 'string') {
    const dot = argument.indexOf('.');
    return dot < 1 ? misused('Fn::GetAtt', at) : stack.attribute(argument.slice(0, dot), argument.slice(dot + 1), at);
  }
  const [resource, attribute] = argumentsOf(argument, 2) ?? [];
  if (typeof resource !== 'string') return misused('Fn::GetAtt', at);
  return thenValue(read(stack, attribute, at).text(), name => stack.attribute(resource, name, at));
};
