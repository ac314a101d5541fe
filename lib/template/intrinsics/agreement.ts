import { identityKey } from '../../core/identity';
import type { Origin } from '../../core/origin';
import { partsOf } from '../../core/text';
import type { UnknownReason } from '../../core/unknown-reason';
import { unknown, type Value } from '../../core/value';
import { isList, type Shape } from '../property';
import { movedTo } from './arguments';

/** One of the values, where it cannot be told which: known all the same when they agree, else what they have in common. */
export function oneOf(values: readonly Value<Shape>[], why: UnknownReason, at: Origin): Value<Shape> {
  const [first, ...others] = values;
  if (first && others.every(other => isSame(first, other))) return movedTo(first, at);
  const elements = commonElements(values);
  return unknown(why, at, {
    ...(elements.length > 0 ? { elements } : {}),
    ...(values.some(value => value.state === 'absent' || (value.state === 'unknown' && value.mayBeAbsent)) ? { mayBeAbsent: true } : {}),
  });
}

function isSame(a: Value<Shape>, b: Value<Shape>): boolean {
  if (a.state === 'absent' && b.state === 'absent') return true;
  if (a.state === 'unknown' && b.state === 'unknown') return a.is !== undefined && b.is !== undefined && identityKey(a.is) === identityKey(b.is);
  return a.state === 'known' && b.state === 'known' && typeof a.value !== 'object' && String(a.value) === String(b.value);
}

/** What stands in all of the lists is there whichever it is. */
function commonElements(values: readonly Value<Shape>[]): readonly Value<string>[] {
  const [first = new Map<string, Value<string>>(), ...others] = values.map(value => new Map((value.state === 'known' && isList(value.value) ? value.value : [])
    .filter(element => element.given === 'yes').flatMap(element => textKey(element.text()))));
  return [...first].filter(([key]) => others.every(other => other.has(key))).map(([, element]) => element);
}

/** A key that two texts share when they are the same for certain, with the text. Nothing for a text of which that cannot be told. */
function textKey(text: Value<string>): [string, Value<string>][] {
  const parts = text.state === 'unknown' && text.is ? [text] : partsOf(text);
  if (!parts?.every(part => typeof part === 'string' || part.is)) return [];
  return [[JSON.stringify(parts.map(part => (typeof part === 'string' ? part : [part.is && identityKey(part.is)]))), text]];
}
