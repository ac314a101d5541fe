import { dryRun } from '../dry-run';
import { phaseWords } from '../finding/phase-words';
import type { Report } from '../report/report';
import type { Example, Examples } from '../rules/example';
import type { Rule } from '../rules/rule';
import { elsewhere } from './elsewhere';
import { stacksOf } from './example-template';

/** The page of a rule, in Markdown: what it means, what ECS says, and what Drydock says of its examples. */
export function rulePage(rule: Rule, { bad, good, spelled = [], defaulted = [], unknown }: Examples): string {
  const others = [...good, ...spelled, ...defaulted], sinks = (example: Example): boolean => (example.expects ?? []).length > 0;
  return page(
    `# ${rule.title}`,
    `\`${rule.id}\` · ${rule.severity} · ${rule.phase}: ${phaseWords[rule.phase]}`,
    rule.explanation,
    section('What ECS says', rule.predicts.length > 0 ? rule.predicts.map(said => `> ${said}`) : 'Nothing: it refuses none of this.'),
    section('What Drydock finds', [excerpts, ...[...bad, ...others.filter(sinks)].map(example => show(example, rule))]),
    section('What floats', others.filter(example => !sinks(example)).map(example => show(example, rule))),
    section('When it cannot tell', unknown ? unknown.map(example => show(example, rule)) : notKnown),
    section('Sources', [`- ${rule.docs}`, ...rule.facts.map(({ id, standing, source }) => `- [${id}](../facts.md#${id}), ${standing}: ${source.url}, read ${source.read}`)].join('\n')),
    section('In other checkers', elsewhere[rule.id]?.map(checker => `- ${checker}`).join('\n') ?? 'None that we know has it.'),
    section('Living with it', acknowledging(rule.id)),
  );
}

const excerpts = 'An example that stands over a stack shows only what it changes there; [docs/rules/stacks.md](stacks.md) has the stacks whole.';

const notKnown = 'Where it would have to read what is not known before the deployment, it finds nothing: [what stays unknown](../reading.md).';

/** Blocks with an empty line between them; what is not there is left out. */
export function page(...blocks: readonly (string | false | undefined)[]): string {
  return `${blocks.filter(block => block !== false && block !== undefined && block !== '').join('\n\n')}\n`;
}

function section(title: string, blocks: string | readonly string[]): string {
  return [`## ${title}`, ...(typeof blocks === 'string' ? [blocks] : blocks)].join('\n\n');
}

/** An example, and what Drydock says of it. */
function show(example: Example, rule: Rule): string {
  const { report } = dryRun([stacksOf(example)]);
  const yaml = unindented(example.template);
  return [
    `### ${upperFirst(example.name)}`,
    ...(example.because === undefined ? [] : [example.because]),
    ...(yaml === '' ? [`The stack [${example.over}](stacks.md#${example.over.toLowerCase()}) as it is.`] : [
      ...(example.over === 'nothing' ? [] : [`Over the stack [${example.over}](stacks.md#${example.over.toLowerCase()}):`]),
      asCode(yaml),
    ]),
    ...(example.nested === undefined ? [] : ['where the template of `Child` is:', asCode(unindented(example.nested))]),
    verdict(report, rule),
  ].join('\n\n');
}

function asCode(yaml: string): string {
  return `\`\`\`yaml\n${yaml}\n\`\`\``;
}

function verdict({ findings, undecided, acknowledged }: Report, { id }: Rule): string {
  const said = [
    ...findings.filter(({ rule }) => rule === id).map(({ severity, resource, path, message, fix }) =>
      `> **${severity}** at ${[resource, path].filter(Boolean).join(' · ')}  \n> ${message}${fix === undefined ? '' : `  \n> Fix: ${fix}`}`),
    ...undecided.filter(({ rule }) => rule === id).map(({ resource, path, reason, resolveWith }) =>
      `> **undecided** at ${resource} · ${path}  \n> It cannot be told, because ${reason}.${resolveWith === '' ? '' : ` What would settle it: ${resolveWith}`}`),
    ...acknowledged.map(({ rule, reason }) => `> **acknowledged**: ${rule}  \n> ${reason}`),
  ];
  return said.length === 0 ? 'Drydock finds nothing here.' : said.join('\n\n');
}

function acknowledging(rule: string): string {
  return [
    'Where it may stay, say so, with the reason, and with `until` if only until a day:',
    '',
    `- in a template, on the resource: \`Metadata: { Drydock: { acknowledge: [{ rule: ${rule}, reason: …, until: 2027-01-31 }] } }\``,
    `- in a CDK app, on the construct or one around it: \`Validations.of(construct).acknowledge({ id: 'Drydock::${rule}', reason: '…' })\``,
    `- in drydock.json: \`{ "acknowledge": [{ "rule": "${rule}", "resource": "…", "reason": "…" }] }\``,
  ].join('\n');
}

/** A template literal's text without the indentation that its first line has, and without empty lines around it. */
export function unindented(text: string): string {
  const lines = text.replace(/^\n+|\s+$/g, '').split('\n');
  const indent = /^ */.exec(lines[0] ?? '')?.[0] ?? '';
  return lines.map(line => (line.startsWith(indent) ? line.slice(indent.length) : line)).join('\n');
}

function upperFirst(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
