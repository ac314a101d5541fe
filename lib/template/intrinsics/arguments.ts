import type { Origin } from '../../core/origin';
import { unknown, type Unknown, type Value } from '../../core/value';
import { Property, type Scope, type Shape } from '../property';
import { isList, type Raw } from '../raw';

/** The function stands there with something it cannot take: CloudFormation would refuse the template, so nothing is known of the value. */
export function misused(name: string, at: Origin): Unknown {
  return unknown({ kind: 'function', name }, at);
}

/** The arguments of a function that takes a list of `count` (or of `count` to `most`). */
export function argumentsOf(argument: Raw, count: number, most = count): readonly Raw[] | undefined {
  return isList(argument) && argument.length >= count && argument.length <= most ? argument : undefined;
}

/** One argument, its own functions computed when it is read. */
export function read(scope: Scope, raw: Raw | undefined, at: Origin): Property {
  return raw === undefined ? Property.missing(at) : Property.written(scope, raw, at);
}

/** A value that was computed for another place, as it stands at `at`. */
export function movedTo<T extends Shape>(value: Value<T>, at: Origin): Value<T> {
  const from = value.at.from ?? (value.at.stack === at.stack && isWithin(value.at, at) ? undefined : value.at);
  return { ...value, at: from ? { ...at, from: { stack: from.stack, path: from.path } } : at };
}

function isWithin(inner: Origin, outer: Origin): boolean {
  return outer.path.every((key, i) => inner.path[i] === key);
}
