import { sameText, showText } from '../../core/text';
import { known, thenValue, unknown, unknownsIn, type Value } from '../../core/value';
import type { Property } from '../property';
import { oneOf } from './agreement';
import { argumentsOf, misused, movedTo } from './arguments';
import type { Intrinsic } from './intrinsic';

/**
 * `Fn::FindInMap`: what the template's `Mappings` hold under two keys, else the `DefaultValue` of the language extensions. Where a key is
 * unknown, as the region mostly is, the value is known all the same if it is the same under every key that it may be.
 */
export const findInMap: Intrinsic = (argument, at, stack) => {
  const [name, row, column, options] = argumentsOf('Fn::FindInMap', argument, at, stack, 3, 4);
  const keys = [name, row, column].flatMap(key => key?.text() ?? []), [map, first, second] = keys;
  if (!map || !first || !second || keys.some(key => key.state === 'absent')) return misused('Fn::FindInMap', at);
  const fallback = options?.get('DefaultValue');
  return thenValue(map, mapping => {
    const cells = under(stack.mapping(mapping), first).flatMap(line => (line ? under(line, second) : [undefined]));
    const values = cells.flatMap(cell => cell?.value() ?? fallback?.value() ?? []), [value] = values;
    const [open] = unknownsIn(...keys);
    if (open) return oneOf(fallback ? [...values, fallback.value()] : values, open.why, at);
    return value ? movedTo(value, at) : unknown({ kind: 'elsewhere', what: ['Mappings', ...keys.map(showText)].join('.') }, at);
  });
};

/** What stands in the map under a key: all that may, where the key is not known. */
function under(map: Property, key: Value<string>): readonly (Property | undefined)[] {
  const entries = map.map();
  if (entries.state === 'unknown') return [key.state === 'known' ? map.get(key.value) : map];
  if (entries.state === 'absent') return [undefined];
  if (key.state === 'known') return [entries.value.get(key.value)];
  return [...entries.value].filter(([name]) => sameText(key, known(name, key.at)) !== 'no').map(([, value]) => value);
}
