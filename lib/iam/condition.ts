import type { Glob } from '../core/glob';
import { allAnswer, anyAnswer, opposite, type Answer } from '../core/identity';
import type { Origin } from '../core/origin';
import { partsOf } from '../core/text';
import { unknown, type Unknown, type Value } from '../core/value';
import type { Property } from '../template/property';
import { textsIn } from './texts-in';
import { anyPartition } from './arn';
import { no, yes, type Holds } from './holds';
import { operatorNamed, type Operator } from './operator';
import { readGlob } from './pattern';
import { filled, hasVariables, openIn, valuesOf, type Request } from './request';

/** The `Condition` of a statement: all of its tests have to hold. */
export interface Condition {
  readonly at: Origin;
  readonly given: Answer;
  readonly tests: readonly Test[];
}

/** Whether a condition key passes. */
type Test = (request: Request) => Holds;

/** Reads a condition; what of it cannot be read is a test that is open. */
export function readCondition(condition: Property, variables: boolean): Condition {
  const tests = entriesOf(condition, (operator, values) => entriesOf(values, (key, property) => [readTest(operator, key.toLowerCase(), property, variables)]));
  return { at: condition.at, given: condition.given, tests };
}

function entriesOf(property: Property, read: (key: string, entry: Property) => readonly Test[]): readonly Test[] {
  const map = property.map();
  if (map.state === 'unknown') return [() => ({ answer: 'unknown', unknown: map })];
  return map.state === 'known' ? [...map.value].flatMap(([key, entry]) => read(key, entry)) : [];
}

/** Whether everything holds that the condition of a statement asks for. */
export function conditionHolds({ tests }: Condition, request: Request): Holds {
  let open: Holds | undefined;
  for (const test of tests) {
    const holds = test(request);
    if (holds.answer === 'no') return no;
    if (holds.answer === 'unknown') open ??= holds;
  }
  return open ?? yes;
}

/** An operator with its qualifiers, as `ForAnyValue:StringLikeIfExists`. */
interface Qualified extends Operator {
  readonly isNegated: boolean;
  readonly quantifier: string | undefined;
  /** What holds where a request comes without the key. */
  readonly missing: Answer;
}

function readTest(written: string, key: string, property: Property, variables: boolean): Test {
  const { at } = property, open: Holds = { answer: 'unknown', unknown: unknown({ kind: 'request', key }, at) };
  const [, quantifier, name = '', ifExists] = /^(?:(ForAllValues|ForAnyValue):)?(\w+?)(IfExists)?$/.exec(written) ?? [];
  if (name === 'Null') return nullTest(key, property, open);
  const operator = operatorNamed(name);
  if (!operator) return () => ({ answer: 'unknown', unknown: unknown({ kind: 'form', expected: 'an operator of IAM', found: written }, at) });
  // https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-single-vs-multi-valued-context-keys.html
  const holdsWithout = ifExists !== undefined || quantifier === 'ForAllValues' || (operator.isNegated && quantifier === undefined);
  const qualified: Qualified = { ...operator, quantifier, missing: holdsWithout ? 'yes' : 'no' };
  const texts = textsIn(property).map(text => readWritten(text, operator, variables));
  return request => {
    const values = valuesOf(key, request);
    if (!values) return open;
    const answer = answerFor(values, texts, qualified, request);
    return answer === 'yes' ? yes : answer === 'no' ? no : { answer, unknown: openIn(key, at, ...texts.map(({ glob }) => glob), ...values.map(value => partsOf(value) ?? [])) };
  };
}

/** What a policy has written to compare with. */
interface Written {
  readonly glob: Glob;
  readonly matches: (value: Value<string>, request: Request) => Answer;
}

function readWritten(text: Value<string>, { compare, wildcards, isArn }: Operator, variables: boolean): Written {
  const parts = partsOf(text) ?? [], glob = readGlob(isArn ? anyPartition(parts) : parts, text.at, { wildcards, variables });
  if (!hasVariables(glob)) return { glob, matches: compare(glob) };
  return {
    glob,
    matches: (value, request) => {
      const whole = filled(glob, request);
      return whole ? compare(whole)(value) : 'no';
    },
  };
}

function answerFor(values: readonly Value<string>[], texts: readonly Written[], operator: Qualified, request: Request): Answer {
  const [first] = values;
  if (!first) return operator.missing;
  switch (operator.quantifier) {
    case 'ForAllValues': return allAnswer(values.map(value => passes(value, texts, operator, request)));
    case 'ForAnyValue': return anyAnswer(values.map(value => passes(value, texts, operator, request)));
    // Of a key with several values IAM wants to be told how many of them.
    default: return values.length > 1 ? 'unknown' : passes(first, texts, operator, request);
  }
}

function passes(value: Value<string>, texts: readonly Written[], { isNegated, missing }: Qualified, request: Request): Answer {
  let answer: Answer = 'no';
  for (const { matches } of texts) {
    const one = matches(value, request);
    if (one !== 'no') answer = one;
    if (one === 'yes') break;
  }
  const passed = isNegated ? opposite(answer) : answer;
  return value.state === 'unknown' && value.mayBeAbsent && passed !== missing ? 'unknown' : passed;
}

/** `Null` asks whether a request comes without the key. */
function nullTest(key: string, property: Property, open: Holds): Test {
  const wanted = property.flag();
  if (wanted.state === 'unknown') return () => ({ answer: 'unknown', unknown: wanted });
  return request => {
    const values = valuesOf(key, request), mayBeAbsent = values?.find((value): value is Unknown => value.state === 'unknown' && value.mayBeAbsent === true);
    if (!values || mayBeAbsent) return mayBeAbsent ? { answer: 'unknown', unknown: mayBeAbsent } : open;
    return (values.length === 0) === (wanted.state === 'known' && wanted.value) ? yes : no;
  };
}
