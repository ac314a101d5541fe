import { allAnswer, anyAnswer, type Answer } from '../core/identity';
import type { Origin } from '../core/origin';
import { sameText } from '../core/text';
import { known, unknown, type Value } from '../core/value';
import { argumentsOf, misused } from './intrinsics/arguments';
import type { Evaluator } from './intrinsics/intrinsic';
import { isList, isMap, type Raw } from './raw';

/**
 * Evaluates a condition function. What is unknown decides nothing that the rest decides already:
 * `Fn::And` with one false part is false whatever the others are.
 */
export function evaluateCondition(raw: Raw, at: Origin, stack: Evaluator): Value<boolean> {
  const [[name, argument] = [], ...others] = isMap(raw) ? Object.entries(raw as Readonly<Record<string, Raw>>) : [];
  if (name === undefined || argument === undefined || others.length > 0) return misused('Conditions', at);
  switch (name) {
    case 'Condition': return typeof argument === 'string' ? stack.condition(argument, at) : misused(name, at);
    case 'Fn::Equals': return equals(argument, at, stack);
    case 'Fn::And': return decide(argument, false, at, stack);
    case 'Fn::Or': return decide(argument, true, at, stack);
    case 'Fn::Not': {
      const [inner, ...more] = isList(argument) ? argument : [];
      if (inner === undefined || more.length > 0) return misused(name, at);
      const value = stack.test(inner, at);
      return value.state === 'known' ? known(!value.value, at) : value;
    }
    case 'Fn::Contains': return ofLists(name, argument, at, stack, (all, ones) => allAnswer(ones.map(one => among(one, all))));
    case 'Fn::EachMemberEquals': case 'Fn::EachMemberIn': return ofLists(name, argument, at, stack, (members, all) => allAnswer(members.map(member => among(member, all))));
    default: return misused(name, at);
  }
}

function equals(argument: Raw, at: Origin, stack: Evaluator): Value<boolean> {
  const [a, b] = argumentsOf('Fn::Equals', argument, at, stack, 2).map(property => property.text());
  if (!a || !b) return misused('Fn::Equals', at);
  const same = sameText(a, b);
  if (same !== 'unknown') return known(same === 'yes', at);
  const open = a.state === 'unknown' ? a : b;
  return open.state === 'unknown' ? unknown(open.why, at) : misused('Fn::Equals', at);
}

/**
 * The functions that only `Rules` may call, on two lists of texts, of which the one may be a text alone.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/intrinsic-function-reference-rules.html
 */
function ofLists(name: string, argument: Raw, at: Origin, stack: Evaluator, test: (first: readonly Value<string>[], second: readonly Value<string>[]) => Answer): Value<boolean> {
  const lists: (readonly Value<string>[])[] = [];
  for (const property of argumentsOf(name, argument, at, stack, 2)) {
    const texts = property.texts();
    if (texts.state !== 'known') return texts.state === 'unknown' ? unknown(texts.why, at) : misused(name, at);
    lists.push(texts.value);
  }
  const [first, second] = lists, answer = first && second ? test(first, second) : 'unknown', open = lists.flat().find(text => text.state === 'unknown');
  if (answer !== 'unknown') return known(answer === 'yes', at);
  return open?.state === 'unknown' ? unknown(open.why, at) : misused(name, at);
}

function among(one: Value<string>, all: readonly Value<string>[]): Answer {
  return anyAnswer(all.map(other => sameText(one, other)));
}

/** And and Or: one part of the deciding value decides, else an unknown part leaves it open. */
function decide(argument: Raw, deciding: boolean, at: Origin, stack: Evaluator): Value<boolean> {
  if (!isList(argument)) return misused(deciding ? 'Fn::Or' : 'Fn::And', at);
  const parts = argument.map(part => stack.test(part, at));
  if (parts.some(part => part.state === 'known' && part.value === deciding)) return known(deciding, at);
  return parts.find(part => part.state !== 'known') ?? known(!deciding, at);
}
