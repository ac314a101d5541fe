import { counted } from '../core/counted';
import { groupBy } from '../core/group-by';
import { by } from '../core/order';
import type { Path } from '../core/origin';
import type { Severity } from '../finding/finding';
import type { Report, ReportFinding, ReportUndecided, Summary } from './report';

/** `It sinks`, or `It floats`. */
export function verdictOf({ errors, undecided }: Summary): string {
  return errors > 0 ? 'It sinks' : `It floats${undecided > 0 ? ', as far as can be told' : ''}`;
}

/** `2 errors`, `1 warning`; empty where nothing was found. */
export function countsOf({ errors, warnings, advice }: Summary): readonly string[] {
  return [
    ...(errors > 0 ? [counted(errors, 'error')] : []), ...(warnings > 0 ? [counted(warnings, 'warning')] : []),
    ...(advice > 0 ? [counted(advice, 'piece of advice', 'pieces of advice')] : []),
  ];
}

/** What the verdict was reached on. */
export function scopeOf({ inputs, summary: { resources, services, tasks } }: Report): string {
  return `${[counted(inputs.length, 'stack'), counted(resources, 'resource'), counted(services, 'service'), counted(tasks, 'task')].join(', ')}.`;
}

/** What was found, and on what: a line below the verdict. */
export function tallyOf(report: Report): string {
  const counts = countsOf(report.summary);
  return `${counts.length > 0 ? `${counts.join(', ')}. ` : ''}${scopeOf(report)}`;
}

/** Findings of one rule and severity together, worst first; within, in the order of the report. */
export function groupsOf(findings: readonly ReportFinding[], severities: readonly Severity[] = ['error', 'warning', 'advice']): readonly (readonly ReportFinding[])[] {
  return severities.flatMap(severity => [...groupBy(findings.filter(finding => finding.severity === severity), ({ rule }) => rule).values()]);
}

/** An input that nobody gave, and what it would settle. */
export interface OpenInput {
  /** Empty for what nothing settles before the deployment. */
  readonly input: string;
  readonly answers: number;
  readonly rules: readonly string[];
}

/** What would settle the undecided answers: the input that settles most first, what nothing settles last. */
export function openInputs(undecided: readonly ReportUndecided[]): readonly OpenInput[] {
  return [...groupBy(undecided, ({ resolveWith }) => resolveWith)]
    .map(([input, answers]) => ({ input, answers: answers.length, rules: [...new Set(answers.map(({ rule }) => rule))] }))
    .sort(by(({ input }) => (input === '' ? 1 : 0), ({ answers }) => -answers, ({ input }) => input));
}

/**
 * What the repair sets, as `Web.Properties.DesiredCount: 2`, where the fix does not say it in these words. What is added or taken out it always does, new
 * resources as well: only machines want to read them whole.
 */
export function toWrite({ repair = [], fix = '' }: ReportFinding): readonly string[] {
  return repair.flatMap(change => {
    if (!('set' in change) || isResource(change.path)) return [];
    const value = typeof change.set === 'string' ? change.set : JSON.stringify(change.set);
    return fix.replaceAll("'", '') === `${change.path.at(-1)}: ${value}` ? [] : [`${change.path.slice(1).join('.')}: ${value}`];
  });
}

function isResource([section, , ...below]: Path): boolean {
  return section === 'Resources' && below.length === 0;
}

/** The construct path where there is one: logical ids of the CDK are long, and end in a hash. */
export function nameOf({ constructPath, resource }: ReportFinding): string {
  return constructPath ?? resource;
}
