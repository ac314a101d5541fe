import type { Identity } from './identity';
import type { Origin } from './origin';
import type { UnknownReason } from './unknown-reason';

/** A value of a template: known, absent, or unknown. There is no fourth answer, and nothing guesses between the three. */
export type Value<T> = Known<T> | Absent | Unknown;

export interface Known<T> {
  readonly state: 'known';
  readonly value: T;
  readonly at: Origin;
  /** Set where the value is also known by what it is, as the name of a resource that the template names. */
  readonly is?: Identity | undefined;
}

/** Left out, or `AWS::NoValue`. */
export interface Absent {
  readonly state: 'absent';
  readonly at: Origin;
}

/** Given, but not to be known before the deployment; `is`, `text`, `elements` and `entries` are what is known of it all the same. */
export interface Unknown {
  readonly state: 'unknown';
  readonly why: UnknownReason;
  readonly at: Origin;
  readonly is?: Identity | undefined;
  /** Of a string: its parts in order, each known or not. See `text.ts`. */
  readonly text?: readonly TextPart[] | undefined;
  /** Of a list: elements that it holds for certain, in no order. */
  readonly elements?: readonly Value<unknown>[] | undefined;
  /** Of a map: what stands in it for certain, by key. */
  readonly entries?: ReadonlyMap<string, unknown> | undefined;
  /** Where a condition that is not known decides: the values of which it is one. */
  readonly among?: readonly Value<unknown>[] | undefined;
  /** Set where a condition that is not known decides whether it is given at all. */
  readonly mayBeAbsent?: true | undefined;
}

export type TextPart = string | Unknown;

/** What may be known of an unknown value. */
export type Clues = Pick<Unknown, 'is' | 'text' | 'elements' | 'entries' | 'among' | 'mayBeAbsent'>;

export function known<T>(value: T, at: Origin, is?: Identity): Known<T> {
  return { state: 'known', value, at, is };
}

export function absent(at: Origin): Absent {
  return { state: 'absent', at };
}

export function unknown(why: UnknownReason, at: Origin, { is, text, elements, entries, among, mayBeAbsent }: Clues = {}): Unknown {
  return { state: 'unknown', why, at, is, text, elements, entries, among, mayBeAbsent };
}

/** The same value, as it stands at `at`. */
export function placedAt<T>(value: Value<T>, at: Origin): Value<T> {
  switch (value.state) {
    case 'known': return known(value.value, at, value.is);
    case 'absent': return absent(at);
    case 'unknown': return unknown(value.why, at, value);
  }
}

/** Applies `f` to a known value; absent and unknown stay what they are, less what was known of what the unknown reads. */
export function mapValue<T, U>(value: Value<T>, f: (value: T) => U): Value<U> {
  return value.state === 'known' ? known(f(value.value), value.at) : withoutClues(value);
}

/** As `mapValue`, where `f` itself may not know. */
export function thenValue<T, U>(value: Value<T>, f: (value: T) => Value<U>): Value<U> {
  return value.state === 'known' ? f(value.value) : withoutClues(value);
}

function withoutClues(value: Absent | Unknown): Absent | Unknown {
  return value.state === 'absent' ? value : unknown(value.why, value.at, value.mayBeAbsent && { mayBeAbsent: true });
}

/** What holds when the property is left out: the default that ECS documents. */
export function withDefault<T>(value: Value<T>, fallback: T): Known<T> | Unknown {
  return value.state === 'absent' ? known(fallback, value.at) : value;
}

/** The first where it is given, else the second. */
export function orElse<T>(value: Value<T>, other: Value<T>): Value<T> {
  return value.state === 'absent' ? other : value;
}

/** All the values as one: unknown if one is unknown; those that are absent are left out. */
export function allKnown<T>(values: readonly Value<T>[], at: Origin): Known<readonly T[]> | Unknown {
  const all: T[] = [];
  for (const value of values) {
    if (value.state === 'unknown') return unknown(value.why, at);
    if (value.state === 'known') all.push(value.value);
  }
  return known(all, at);
}

export function unknownsIn(...values: readonly Value<unknown>[]): readonly Unknown[] {
  return values.filter(value => value.state === 'unknown');
}

/** The value if it is known, else undefined. For callers to whom absent and unknown are the same, which no rule is. */
export function ifKnown<T>(value: Value<T>): T | undefined {
  return value.state === 'known' ? value.value : undefined;
}
