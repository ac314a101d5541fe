import { groupBy } from '../core/group-by';
import { by } from '../core/order';
import { phases } from '../finding/finding';
import { phaseWords } from '../finding/phase-words';
import type { Fact } from '../catalog/fact';
import { baseStacks } from '../rules/base-stacks';
import type { Rule } from '../rules/rule';
import { elsewhere } from './elsewhere';
import { page, unindented } from './rule-page';

/** The list of all rules, by what they are about and when ECS would object. `subjectOf` gives the name of a rule's folder. */
export function indexPage(rules: readonly Rule[], subjectOf: (rule: Rule) => string): string {
  const groups = [...groupBy(rules, subjectOf)].sort(by(([subject]) => subject));
  const order = by<Rule>(rule => phases.indexOf(rule.phase), rule => rule.id);
  return page(
    '# Rules',
    `What Drydock knows that ECS, and AWS around it, demand: ${rules.length} rules, each with its page. \`drydock explain RULE\` shows the same in a terminal.`,
    `${Object.keys(elsewhere).length} of them other checkers have too, as the last column says: by the ids that they give them.`,
    ...groups.flatMap(([subject, group]) => [
      `## ${subject.charAt(0).toUpperCase()}${subject.slice(1).replaceAll('-', ' ')}`,
      table(['rule', 'severity', 'phase', 'what is wrong', 'also in'], [...group].sort(order).map(({ id, severity, phase, title }) =>
        [`[${id}](${id}.md)`, severity, phase, title, (elsewhere[id] ?? []).join(', ')])),
    ]),
    '## Phases',
    'When ECS would object, in the order of a deployment.',
    table(['phase', ''], phases.map(phase => [phase, phaseWords[phase]])),
    '## Severities',
    table(['severity', ''], [
      ['error', 'it will not work: the deployment fails, or tasks cannot start, find no place or never get healthy'],
      ['warning', 'it works until something happens: scaling, a lost zone, a race'],
      ['advice', 'it works, and could be safer'],
    ]),
  );
}

/** The stacks that examples are laid over. */
export function stacksPage(): string {
  return page(
    '# Stacks for the examples',
    'Small stacks that float. An example of a rule shows only what it changes in one of them: maps are merged, lists and values replaced, `null` takes away.',
    ...Object.entries(baseStacks).filter(([, yaml]) => yaml !== '').flatMap(([name, yaml]) => [`## ${name}`, `\`\`\`yaml\n${unindented(yaml)}\n\`\`\``]),
  );
}

/** Everything that Drydock takes from AWS, with where it says so. */
export function factsPage(facts: readonly Fact<unknown>[], rules: readonly Rule[]): string {
  return page(
    '# Facts',
    'What Drydock knows of AWS: tables, limits, defaults. *Documented*: AWS says so. *Observed*: AWS does so, and the source shows it. *Assumed*: neither is known; no error rests on it alone, and a report names it.',
    ...[...facts].sort(by(({ id }) => id)).map(({ id, standing, source, because }) => {
      const users = rules.filter(rule => rule.facts.some(fact => fact.id === id)).map(rule => `[${rule.id}](rules/${rule.id}.md)`);
      return [
        `## ${id}`,
        `${standing} · read ${source.read} · ${source.url}`,
        source.says,
        ...(because === undefined ? [] : [`Assumed because: ${because}`]),
        users.length > 0 ? `Rules that rest on it: ${users.join(', ')}.` : 'Behind what is read, modelled and placed.',
      ].join('\n\n');
    }),
  );
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return [head, head.map(() => '---'), ...rows].map(cells => `| ${cells.join(' | ')} |`).join('\n');
}
