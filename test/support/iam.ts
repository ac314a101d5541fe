import { known, unknown, type Value } from '../../lib/core/value';
import { aRole } from '../../lib/iam/caller';
import { literal } from '../../lib/iam/json';
import { readPolicyDocument, type PolicyDocument } from '../../lib/iam/policy';
import type { Caller, ContextValue } from '../../lib/iam/request';
import type { Raw } from '../../lib/template/raw';

export const at = { stack: 'stack', path: [] };

/** A policy of these statements, written as JSON would have them; '' for one without a version. */
export function policy(statements: object | readonly object[], version = '2012-10-17'): PolicyDocument {
  return readPolicyDocument(literal({ ...(version === '' ? {} : { Version: version }), Statement: statements as Raw }, at));
}

/** A text; `?` is one of which nothing is known. */
export function text(written: string): Value<string> {
  return written === '?' ? unknown({ kind: 'function', name: 'test' }, at) : known(written, at);
}

/** The role `app` of account 111122223333, in a session that ECS has begun. */
export function theRole({ arn = 'arn:aws:iam::111122223333:role/app', account = '111122223333', hasBoundary = false, tags = {} as Readonly<Record<string, string>> } = {}): Caller {
  return aRole({ arn: text(arn), id: text('AROAEXAMPLE'), account: text(account), hasBoundary, tags: Object.entries(tags).map(([key, value]) => [key, text(value)]) });
}

/** Condition keys: a text, several, or null where the request comes without the key. */
export type Keys = Readonly<Record<string, string | readonly string[] | null>>;

export function contextOf(keys: Keys): ReadonlyMap<string, ContextValue> {
  return new Map(Object.entries(keys).map(([key, value]): [string, ContextValue] =>
    [key.toLowerCase(), value === null ? { state: 'absent', at } : typeof value === 'string' ? text(value) : value.map(text)]));
}
