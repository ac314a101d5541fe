import { below, type Origin } from '../core/origin';
import { known, type Unknown, type Value } from '../core/value';
import { referencesOf } from './dependencies';
import type { Evaluator } from './intrinsics/intrinsic';
import { isList, own, type Raw, type RawMap } from './raw';

/** One of a template's `Rules`: what it asserts of the values of the parameters. */
export interface TemplateRule {
  readonly name: string;
  readonly at: Origin;
  /** Whether its `RuleCondition` holds. */
  readonly counts: Value<boolean>;
  readonly assertions: readonly Assertion[];
}

export interface Assertion {
  readonly at: Origin;
  /** Empty where the template gives none. */
  readonly description: string;
  readonly holds: Value<boolean>;
}

/** What it takes to read them. */
export interface RuleScope extends Evaluator {
  leftAtDefault(parameters: readonly string[]): Unknown | undefined;
}

/**
 * Reads the `Rules`, but for those whose condition is known not to hold.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/rules-section-structure.html
 */
export function readRules(rules: RawMap, section: Origin, scope: RuleScope): readonly TemplateRule[] {
  return Object.keys(rules).flatMap(name => {
    const at = below(section, name), condition = own(rules[name], 'RuleCondition'), assertions = own(rules[name], 'Assertions');
    const counts = condition === undefined ? known(true, at) : scope.test(condition, below(at, 'RuleCondition'));
    if (counts.state === 'known' && !counts.value) return [];
    return [{ name, at, counts, assertions: (isList(assertions) ? assertions : []).map((one, i) => readAssertion(one, below(below(at, 'Assertions'), i), scope)) }];
  });
}

/** An assertion that no value meets but one that is yet to be given, as the consent to a licence, is how a template asks for it: it is open. */
function readAssertion(written: Raw, at: Origin, scope: RuleScope): Assertion {
  const assert = own(written, 'Assert') ?? null;
  const { certain, open } = referencesOf({ Properties: assert }, at, scope);
  const holds = scope.test(assert, below(at, 'Assert'));
  const description = String(own(written, 'AssertDescription') ?? '');
  const fails = holds.state === 'known' && !holds.value;
  return { at, description, holds: (fails && scope.leftAtDefault([...certain, ...open].map(({ id }) => id))) || holds };
}
