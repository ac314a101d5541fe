import { thenValue } from '../../core/value';
import { isList } from '../raw';
import { argumentsOf, misused } from './arguments';
import type { Intrinsic } from './intrinsic';

/** `Fn::GetAtt`: `[resource, attribute]` or, in YAML, `resource.attribute`. The attribute may itself be a `Ref`. */
export const getAtt: Intrinsic = (argument, at, stack) => {
  if (typeof argument === 'string') {
    const dot = argument.indexOf('.');
    return dot < 1 ? misused('Fn::GetAtt', at) : stack.attribute(argument.slice(0, dot), argument.slice(dot + 1), at);
  }
  const [id, name] = isList(argument) && argument.length === 2 ? argument : [];
  if (typeof id === 'string' && typeof name === 'string') return stack.attribute(id, name, at);
  const [resource, attribute] = argumentsOf('Fn::GetAtt', argument, at, stack, 2);
  if (!resource || !attribute) return misused('Fn::GetAtt', at);
  return thenValue(resource.text(), id => thenValue(attribute.text(), name => stack.attribute(id, name, at)));
};
