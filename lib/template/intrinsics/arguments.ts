import { below, suppliedFrom, type Origin } from '../../core/origin';
import { placedAt, unknown, type Unknown, type Value } from '../../core/value';
import { Property, type Scope, type Shape } from '../property';
import { isList, type Raw } from '../raw';

/** The function stands there with something it cannot take: CloudFormation would refuse the template, so nothing is known of the value. */
export function misused(name: string, at: Origin): Unknown {
  return unknown({ kind: 'function', name }, at);
}

/** What stands under a function's name, its own functions computed when it is read. */
export function argumentOf(name: string, argument: Raw, at: Origin, scope: Scope): Property {
  return Property.written(scope, argument, below(at, name));
}

/** The arguments of a function that takes a list of `count` (or of `count` to `most`). */
export function argumentsOf(name: string, argument: Raw, at: Origin, scope: Scope, count: number, most = count): readonly Property[] {
  if (!isList(argument) || argument.length < count || argument.length > most) return [];
  const list = below(at, name);
  return argument.map((raw, i) => Property.written(scope, raw, below(list, i)));
}

/** A value that was computed for another place, as it stands at `at`. */
export function movedTo<T extends Shape>(value: Value<T>, at: Origin): Value<T> {
  const from = value.at.from ?? (value.at.stack === at.stack && isWithin(value.at, at) ? undefined : value.at);
  return placedAt(value, from ? suppliedFrom(at, from) : at);
}

function isWithin(inner: Origin, outer: Origin): boolean {
  const way = inner.path;
  return outer.path.every((key, i) => way[i] === key);
}
