import { matchGlob } from '../core/glob';
import type { Answer } from '../core/identity';
import type { Origin } from '../core/origin';
import { partsOf, sameText } from '../core/text';
import { known, unknown, type Unknown, type Value } from '../core/value';
import type { Property } from '../template/property';
import { anyPartition, textsIn } from './policy';

/** What is known of a request beside its action and its resource: condition keys in lower case, and their values. */
export type RequestContext = ReadonlyMap<string, Value<string>>;

/** An answer, and where it is open what would have to be known. */
export type Holds = { readonly answer: 'yes' } | { readonly answer: 'no' } | { readonly answer: 'unknown'; readonly unknown: Unknown };

const nowhere: Origin = { stack: '', path: [] };

/** What holds for every request that ECS and its agents make. */
const always: RequestContext = new Map([['aws:securetransport', known('true', nowhere)]]);

type Compare = (pattern: Value<string>, value: Value<string>) => Answer;

const likeArn: Compare = (pattern, value) => matchGlob(anyPartition(partsOf(pattern) ?? []), anyPartition(partsOf(value) ?? []));
const ignoringCase: Compare = (pattern, value) => sameText(lower(pattern), lower(value));

/** Operators that can be told before the request; of the others every test is open. */
const operators: Readonly<Record<string, Compare>> = {
  ArnEquals: likeArn,
  ArnLike: likeArn,
  Bool: ignoringCase,
  StringEquals: sameText,
  StringEqualsIgnoreCase: ignoringCase,
  StringLike: (pattern, value) => matchGlob(partsOf(pattern) ?? [], partsOf(value) ?? []),
};

/** Whether everything holds that the `Condition` of a statement asks for. */
export function conditionHolds(condition: Property, context: RequestContext): Holds {
  return every(condition, (tests, operator) => every(tests, (patterns, key) => testHolds(operator, key, patterns, context)));
}

/** All entries of a map. */
function every(property: Property, holds: (entry: Property, key: string) => Holds): Holds {
  const map = property.map();
  if (map.state === 'unknown') return { answer: 'unknown', unknown: map };
  const all = map.state === 'known' ? [...map.value].map(([key, entry]) => holds(entry, key)) : [];
  return all.find(({ answer }) => answer === 'no') ?? all.find(({ answer }) => answer === 'unknown') ?? { answer: 'yes' };
}

/** One key against its patterns, of which one is enough. */
function testHolds(written: string, key: string, property: Property, context: RequestContext): Holds {
  const operator = written.replace(/IfExists$/, '');
  const compare = operators[operator] ?? operators[operator.replace(/^(String|Arn)Not/, '$1')];
  const value = context.get(key.toLowerCase()) ?? always.get(key.toLowerCase());
  if (!compare || !value) return { answer: 'unknown', unknown: unknown({ kind: 'request', key }, property.at) };
  const patterns = textsIn(property), answers = patterns.map(pattern => compare(pattern, value));
  const isOne = answers.includes('yes');
  const open = isOne || !answers.includes('unknown') ? undefined : [...patterns, value].flatMap(text => partsOf(text) ?? []).find(part => typeof part === 'object');
  return open ? { answer: 'unknown', unknown: open } : { answer: isOne === (operators[operator] !== undefined) ? 'yes' : 'no' };
}

function lower(value: Value<string>): Value<string> {
  return value.state === 'known' ? known(value.value.toLowerCase(), value.at) : value;
}
