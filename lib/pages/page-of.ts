import type { Rule } from '../rules/rule';
import { rulePage } from './rule-page';

/** The page of one rule. */
export function pageOf(rule: Rule): string {
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- half as long as all the rules, and nothing but pages shows them
  const { examples } = require('../rules/examples-registry') as typeof import('../rules/examples-registry');
  const found = examples.find(all => all.rule === rule.id);
  if (!found) throw new Error(`rule ${rule.id} has no examples`);
  return rulePage(rule, found);
}
