import type { Fact } from '../catalog/fact';
import { rules } from '../rules/registry';
import type { Rule } from '../rules/rule';
import { olderNotesPage } from './older-notes';
import { factsPage, indexPage, stacksPage } from './other-pages';
import { rulePage } from './rule-page';

/** All pages that are made from the code, by their path below `docs/`. */
export function allPages(facts: readonly Fact<unknown>[], subjectOf: (rule: Rule) => string): ReadonlyMap<string, string> {
  return new Map([
    ...rules.map((rule): [string, string] => [`rules/${rule.id}.md`, pageOf(rule)]),
    ['rules/README.md', indexPage(rules, subjectOf)],
    ['rules/stacks.md', stacksPage()],
    ['facts.md', factsPage(facts, rules)],
    ['older-notes.md', olderNotesPage()],
  ]);
}

/** The page of one rule. */
export function pageOf(rule: Rule): string {
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- half as long as all the rules, and nothing but pages shows them
  const { examples } = require('../rules/examples-registry') as typeof import('../rules/examples-registry');
  const found = examples.find(all => all.rule === rule.id);
  if (!found) throw new Error(`rule ${rule.id} has no examples`);
  return rulePage(rule, found);
}
