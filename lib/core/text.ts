import { identityKey, sameIdentity, type Answer, type Identity } from './identity';
import type { Origin } from './origin';
import type { UnknownReason } from './unknown-reason';
import { known, unknown, type Known, type TextPart, type Unknown, type Value } from './value';

/** The parts of a string of which not all is known: neighbouring known parts are one, no part is empty. Undefined for an absent string. */
export function partsOf(value: Value<string>): readonly TextPart[] | undefined {
  switch (value.state) {
    case 'known': return value.value === '' ? [] : [value.value];
    case 'unknown': return value.text ?? [value];
    case 'absent': return undefined;
  }
}

/** Puts parts together, joining neighbouring known ones and taking unknown ones apart into their own parts. */
export function joinParts(parts: readonly TextPart[]): readonly TextPart[] {
  const joined: TextPart[] = [];
  addParts(parts, joined);
  return joined;
}

function addParts(parts: readonly TextPart[], joined: TextPart[]): void {
  for (const part of parts) {
    const last = joined.at(-1);
    if (typeof part !== 'string') {
      if (part.text) addParts(part.text, joined);
      else joined.push(part);
    } else if (part !== '') {
      if (typeof last === 'string') joined[joined.length - 1] = last + part;
      else joined.push(part);
    }
  }
}

/** Reasons that come second: what is not known for them has a name all the same. */
const namedLater: ReadonlySet<UnknownReason['kind']> = new Set(['created', 'pseudo']);

/** The string that the parts make: known when all of them are. A lone unknown part keeps its identity. */
export function textOf(parts: readonly TextPart[], at: Origin): Known<string> | Unknown {
  const joined = joinParts(parts), open = firstOpen(joined);
  if (open === undefined) return known(joined.join(''), at);
  const [only, ...others] = parts.filter(part => part !== ''), is = typeof only === 'object' && others.length === 0 ? only.is : undefined;
  return unknown(open.why, at, joined.length === 1 && is ? { is } : { is, text: joined });
}

function firstOpen(parts: readonly TextPart[]): Unknown | undefined {
  let first: Unknown | undefined;
  for (const part of parts) {
    if (typeof part === 'string') continue;
    if (!namedLater.has(part.why.kind)) return part;
    first ??= part;
  }
  return first;
}

/** Whether the string begins with `prefix`; `unknown` as soon as an unknown part decides. */
export function startsWith(value: Value<string>, prefix: string): Answer {
  const parts = partsOf(value);
  if (!parts) return 'no';
  const first = parts[0] ?? '';
  if (typeof first !== 'string') return 'unknown';
  if (first.startsWith(prefix)) return 'yes';
  return parts.length > 1 && prefix.startsWith(first) ? 'unknown' : 'no';
}

/** Whether the string ends with `suffix`; `unknown` as soon as an unknown part decides. */
export function endsWith(value: Value<string>, suffix: string): Answer {
  const parts = partsOf(value);
  if (!parts) return 'no';
  const last = parts.at(-1) ?? '';
  if (typeof last !== 'string') return 'unknown';
  if (last.endsWith(suffix)) return 'yes';
  return parts.length > 1 && suffix.endsWith(last) ? 'unknown' : 'no';
}

/** Whether two strings are the same, by what they read, by what they are, or by their parts. */
export function sameText(a: Value<string>, b: Value<string>): Answer {
  if (a.state === 'absent' || b.state === 'absent') return a.state === b.state ? 'yes' : 'no';
  if (a.state === 'known' && b.state === 'known') return a.value === b.value ? 'yes' : 'no';
  if (a.is && b.is) {
    const same = sameIdentity(a.is, b.is);
    if (same !== 'unknown') return same;
  }
  if (!isPartlyKnown(a) && !isPartlyKnown(b)) return 'unknown';
  const left = partsOf(a) ?? [], right = partsOf(b) ?? [];
  if (left.length === right.length && left.every((part, i) => samePart(part, right[i]))) return 'yes';
  return agreeAt('start', left[0], right[0]) && agreeAt('end', left.at(-1), right.at(-1)) ? 'unknown' : 'no';
}

function isPartlyKnown(value: Known<string> | Unknown): boolean {
  return value.state === 'unknown' && value.text !== undefined;
}

function samePart(a: TextPart, b: TextPart | undefined): boolean {
  if (typeof a === 'string' || typeof b === 'string') return a === b;
  return a.is !== undefined && b?.is !== undefined && sameIdentity(a.is, b.is) === 'yes';
}

/** Whether two outermost parts could belong to one string. */
function agreeAt(end: 'start' | 'end', a: TextPart = '', b: TextPart = ''): boolean {
  if (typeof a !== 'string' || typeof b !== 'string') return true;
  const [shorter, longer] = a.length < b.length ? [a, b] : [b, a];
  return end === 'start' ? longer.startsWith(shorter) : longer.endsWith(shorter);
}

/** A key that two strings share when they are the same for certain. None for a string of which that cannot be told. */
export function textKey(value: Value<string>): string | undefined {
  const parts = value.state === 'unknown' && value.is ? [value] : partsOf(value);
  if (!parts?.every(part => typeof part === 'string' || part.is)) return undefined;
  return JSON.stringify(parts.map(part => (typeof part === 'string' ? part : [part.is && identityKey(part.is)])));
}

/** How the string reads to a person, unknown parts as `${…}`: `arn:aws:ecs:${AWS::Region}:…`. */
export function showText(value: Value<string>): string {
  return (partsOf(value) ?? []).map(part => (typeof part === 'string' ? part : `\${${showIdentity(part.is)}}`)).join('');
}

/** What stands for something unknown within a text that is shown; `?` where that has no name. */
export function showIdentity(is: Identity | undefined): string {
  switch (is?.kind) {
    case 'attribute': return is.attribute === 'Ref' ? is.resource : `${is.resource}.${is.attribute}`;
    case 'parameter': case 'pseudo': case 'import': return is.name;
    case 'element': return is.of.kind === 'zones' ? `zone ${is.index}` : `${showIdentity(is.of)}[${is.index}]`;
    default: return '?';
  }
}
