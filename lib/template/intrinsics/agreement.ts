import { identityKey } from '../../core/identity';
import { below, type Origin } from '../../core/origin';
import { joinParts, textKey } from '../../core/text';
import type { UnknownReason } from '../../core/unknown-reason';
import { known, unknown, type TextPart, type Value } from '../../core/value';
import { isList, Property, type Shape } from '../property';
import { movedTo } from './arguments';

/**
 * One of the values, where it cannot be told which: known all the same when they agree, else what they have in common. Of maps that is each entry
 * by itself, absent where one of them lacks it; of lists each element where they are equally long, else what stands in all; of texts how they begin and end.
 */
export function oneOf(values: readonly Value<Shape>[], why: UnknownReason, at: Origin): Value<Shape> {
  const [first, ...others] = values;
  if (first && others.every(other => isSame(first, other))) return movedTo(first, at);
  const shapes = values.flatMap(value => (value.state === 'known' ? [value.value] : [])), isAll = (found: readonly Shape[]): boolean => found.length === values.length;
  const maps = shapes.filter(shape => shape instanceof Map) as readonly ReadonlyMap<string, Property>[];
  if (isAll(maps)) return known(entriesOf(maps, why, at), at);
  const elements = commonElements(values), lists = shapes.filter(isList), list = isAll(lists) ? elementsOf(lists, elements.length, why, at) : undefined;
  if (list) return known(list, at);
  const strings = shapes.filter(shape => typeof shape === 'string'), text = isAll(strings) ? commonText(strings, why, at) : [];
  return unknown(why, at, {
    among: values,
    ...(elements.length > 0 ? { elements } : {}),
    ...(text.length > 1 ? { text } : {}),
    ...(values.some(value => value.state === 'absent' || (value.state === 'unknown' && value.mayBeAbsent)) ? { mayBeAbsent: true } : {}),
  });
}

function entriesOf(maps: readonly ReadonlyMap<string, Property>[], why: UnknownReason, at: Origin): ReadonlyMap<string, Property> {
  const keys = new Set(maps.flatMap(map => [...map.keys()]));
  return new Map([...keys].map(key => [key, oneProperty(maps.map(map => map.get(key) ?? Property.missing(at)), why, below(at, key))]));
}

/** Undefined where the lists are not equally long, or have elements in common that stand in other places: then these say more. */
function elementsOf(lists: readonly (readonly Property[])[], common: number, why: UnknownReason, at: Origin): readonly Property[] | undefined {
  const [first = [], ...others] = lists;
  if (others.some(({ length }) => length !== first.length)) return undefined;
  const same = first.filter((element, i) => others.every(other => isSame(element.value(), (other[i] ?? element).value())));
  return same.length < common ? undefined : first.map((_, i) => oneProperty(lists.flatMap(list => list[i] ?? []), why, below(at, i)));
}

function oneProperty(properties: readonly Property[], why: UnknownReason, at: Origin): Property {
  return Property.computed(at, () => oneOf(properties.map(property => property.value()), why, at));
}

/** How all texts begin and end, in whole words. */
function commonText(texts: readonly string[], why: UnknownReason, at: Origin): readonly TextPart[] {
  const [first = '', ...others] = texts, shortest = Math.min(...texts.map(text => text.length));
  let start = 0, end = 0;
  while (start < shortest && others.every(text => text[start] === first[start])) start++;
  while (end < shortest - start && others.every(text => text.at(-1 - end) === first.at(-1 - end))) end++;
  const [before = ''] = /^.*[^A-Za-z0-9]/s.exec(first.slice(0, start)) ?? [], [after = ''] = /[^A-Za-z0-9].*$/s.exec(first.slice(first.length - end)) ?? [];
  return joinParts([before, unknown(why, at), after]);
}

function isSame(a: Value<Shape>, b: Value<Shape>): boolean {
  if (a.state === 'absent' && b.state === 'absent') return true;
  if (a.state === 'unknown' && b.state === 'unknown') return a.is !== undefined && b.is !== undefined && identityKey(a.is) === identityKey(b.is);
  return a.state === 'known' && b.state === 'known' && typeof a.value !== 'object' && String(a.value) === String(b.value);
}

/** What stands in all of the lists is there whichever it is. */
function commonElements(values: readonly Value<Shape>[]): readonly Value<string>[] {
  const [first = new Map<string, Value<string>>(), ...others] = values.map(value => new Map((value.state === 'known' && isList(value.value) ? value.value : [])
    .filter(element => element.given === 'yes').flatMap(element => {
      const text = element.text(), key = textKey(text);
      return key === undefined ? [] : [[key, text]];
    })));
  return [...first].filter(([key]) => others.every(other => other.has(key))).map(([, element]) => element);
}
