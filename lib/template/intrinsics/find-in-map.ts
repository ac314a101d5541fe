import { thenValue } from '../../core/value';
import { argumentsOf, misused, read } from './arguments';
import type { Intrinsic } from './intrinsic';

/** `Fn::FindInMap`: what the template's `Mappings` hold under two keys. */
export const findInMap: Intrinsic = (argument, at, stack) => {
  const keys = argumentsOf(argument, 3);
  if (!keys) return misused('Fn::FindInMap', at);
  const [map, row, column] = keys.map(key => read(stack, key, at).text());
  if (!map || !row || !column) return misused('Fn::FindInMap', at);
  return thenValue(map, m => thenValue(row, r => thenValue(column, c => stack.mapping(m, r, c, at))));
};
