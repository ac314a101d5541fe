import type { Fact } from '../catalog/fact';
import { rules } from '../rules/registry';
import type { Rule } from '../rules/rule';
import { olderNotesPage } from './older-notes';
import { factsPage, indexPage, stacksPage } from './other-pages';
import { pageOf } from './page-of';

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
