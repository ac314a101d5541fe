import { decimalOf } from '../core/decimal';
import type { Answer } from '../core/identity';
import { below, type Origin } from '../core/origin';
import type { UnknownReason } from '../core/unknown-reason';
import { absent, known, unknown, type Known, type Value } from '../core/value';
import { describeRaw, isMap, type Raw } from './raw';

/** Computes the functions of a template: one for each stack. */
export interface Scope {
  resolve(raw: Raw, at: Origin): Value<Shape>;
}

/** What a resolved value can be. Lists and maps hold their elements unresolved: nothing is computed that nobody asks for. */
export type Shape = string | number | boolean | readonly Property[] | ReadonlyMap<string, Property>;

const nowhere: Scope = { resolve: (_, at) => absent(at) };

/** Longer lists no resource has. */
const mostElements = 10_000;

/** A place in a template where a value may stand, functions computed when it is read. Reading never throws. */
export class Property {
  private constructor(readonly at: Origin, private readonly scope: Scope, private readonly raw: Raw, private resolved?: Value<Shape>) {}

  /** A value as the template has it. */
  static written(scope: Scope, raw: Raw, at: Origin): Property {
    return new Property(at, scope, raw);
  }

  /** A value that is computed when it is first read. */
  static computed(at: Origin, compute: () => Value<Shape>): Property {
    return new Property(at, { resolve: compute }, null);
  }

  /** A value that is already resolved: an element of `Fn::Split`, a part of what another stack exports. */
  static settled(value: Value<Shape>): Property {
    return new Property(value.at, nowhere, null, value);
  }

  /** A property that is not there. */
  static missing(at: Origin): Property {
    return new Property(at, nowhere, null);
  }

  value(): Value<Shape> {
    return (this.resolved ??= this.scope.resolve(this.raw, this.at));
  }

  /** What stands here in the template, functions and all; undefined where the value comes from elsewhere. */
  get written(): Raw | undefined {
    return this.raw ?? undefined;
  }

  /** The function that gives the value, as it is written. */
  get function(): string | undefined {
    return isMap(this.raw) ? Object.keys(this.raw).find(key => key === 'Ref' || key.startsWith('Fn::')) : undefined;
  }

  /** Whether anything stands here; `unknown` where a condition decides. */
  get given(): Answer {
    const value = this.value();
    if (value.state === 'unknown') return value.mayBeAbsent ? 'unknown' : 'yes';
    return value.state === 'known' ? 'yes' : 'no';
  }

  /**
   * The property below, by its keys. Below what is unknown everything is unknown; below what is absent, absent. One that is there in other letters alone is
   * misspelled, which the rule on properties says: for years CloudFormation took some of those and only warned, so what is there is unknown, not absent.
   */
  get(first: string, ...others: readonly string[]): Property {
    let property = this.child(first);
    for (const key of others) property = property.child(key);
    return property;
  }

  private child(key: string): Property {
    return this.find(key) ?? Property.missing(below(this.at, key));
  }

  /** The property below by its key, undefined where there is none for certain. */
  find(key: string): Property | undefined {
    const value = this.value();
    if (value.state === 'absent') return undefined;
    const entries = value.state === 'known' ? value.value : value.entries, entry: unknown = entries instanceof Map ? entries.get(key) : undefined;
    if (entry instanceof Property) return entry;
    if (value.state === 'known' && value.value instanceof Map) {
      const found = inOtherLetters(key, value.value);
      return found === undefined ? undefined : Property.settled(unknown({ kind: 'letters', expected: key, found }, below(this.at, key), { mayBeAbsent: true }));
    }
    return Property.settled(unknown(value.state === 'known' ? form('a map', value.value) : value.why, below(this.at, key), { mayBeAbsent: true }));
  }

  /** As text; CloudFormation takes numbers and booleans for their text. */
  text(): Value<string> {
    return this.read('a text', asText);
  }

  number(): Value<number> {
    return this.read('a number', asNumber);
  }

  integer(): Value<number> {
    return this.read('a whole number', asInteger);
  }

  flag(): Value<boolean> {
    return this.read('true or false', asFlag);
  }

  /** As a list, without the elements that are absent (`AWS::NoValue`). */
  list(): Value<readonly Property[]> {
    const value = this.value();
    if (value.state === 'known' && isList(value.value) && value.value.length > mostElements) {
      return unknown({ kind: 'form', expected: `a list of at most ${mostElements} elements`, found: `one of ${value.value.length}` }, value.at);
    }
    return this.read('a list', asList);
  }

  /** As a list where CloudFormation or IAM also takes the one element alone. */
  listOrOne(): Value<readonly Property[]> {
    const value = this.value();
    return value.state === 'known' && !isList(value.value) ? known([this], value.at) : this.list();
  }

  /** As a list of texts, each of which may be unknown. */
  texts(): Value<readonly Value<string>[]> {
    const list = this.listOrOne();
    return list.state === 'known' ? known(list.value.map(element => element.text()), list.at) : list;
  }

  /** As a map, without the keys whose value is absent. */
  map(): Value<ReadonlyMap<string, Property>> {
    return this.read('a map', asMap);
  }

  private read<T>(expected: string, as: (shape: Shape) => T | undefined): Value<T> {
    const value = this.value();
    if (value.state !== 'known') return value;
    const read = as(value.value);
    if (read === undefined) return unknown(form(expected, value.value), value.at);
    return isKnownAs(read, value) ? value : known(read, value.at, value.is);
  }
}

function inOtherLetters(key: string, entries: ReadonlyMap<string, unknown>): string | undefined {
  for (const other of entries.keys()) if (other.length === key.length && other.toLowerCase() === key.toLowerCase()) return other;
  return undefined;
}

/** Most values are what they are read as. */
function isKnownAs<T>(read: T, value: Known<unknown>): value is Known<T> {
  return read === value.value;
}

function asText(shape: Shape): string | undefined {
  return isScalar(shape) ? String(shape) : undefined;
}

function asNumber(shape: Shape): number | undefined {
  if (typeof shape === 'number') return shape;
  return typeof shape === 'string' ? decimalOf(shape) : undefined;
}

function asInteger(shape: Shape): number | undefined {
  if (typeof shape !== 'number' && (typeof shape !== 'string' || !/^\s*[+-]?\d+\s*$/.test(shape))) return undefined;
  return Number.isSafeInteger(Number(shape)) ? Number(shape) : undefined;
}

function asFlag(shape: Shape): boolean | undefined {
  const text = typeof shape === 'string' ? shape.trim().toLowerCase() : shape;
  return text === true || text === 'true' ? true : text === false || text === 'false' ? false : undefined;
}

function asList(shape: Shape): readonly Property[] | undefined {
  if (!isList(shape)) return undefined;
  return shape.every(isGiven) ? shape : shape.filter(isGiven);
}

function asMap(shape: Shape): ReadonlyMap<string, Property> | undefined {
  if (!(shape instanceof Map)) return undefined;
  const map = shape as ReadonlyMap<string, Property>;
  for (const property of map.values()) if (!isGiven(property)) return new Map([...map].filter(([, other]) => isGiven(other)));
  return map;
}

function isGiven(property: Property): boolean {
  return property.given !== 'no';
}

function isScalar(shape: Shape): shape is string | number | boolean {
  return typeof shape !== 'object';
}

export function isList(shape: Shape): shape is readonly Property[] {
  return Array.isArray(shape);
}

function form(expected: string, found: Shape): UnknownReason {
  return { kind: 'form', expected, found: isScalar(found) ? JSON.stringify(found) : describeRaw(isList(found) ? [] : {}) };
}
