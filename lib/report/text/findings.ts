import type { Severity } from '../../finding/finding';
import { groupsOf, nameOf, toWrite } from '../digest';
import type { ReportFinding } from '../report';
import { wrap } from './layout';
import type { Paint } from './paint';

/** How many findings of one rule are shown below its first one; the rest are named. */
const shownBelow: Readonly<Record<Severity, number>> = { error: 10, warning: 3, advice: 1 };

/** Labels stand right-aligned in a margin of this width, everything else behind it. */
const margin = 9;

/** Findings as blocks of lines, one for each rule and severity, worst first; within, in the order of the report. */
export function showFindings(findings: readonly ReportFinding[], width: number, paint: Paint): readonly string[] {
  return groupsOf(findings).map(group => showGroup(group, width, paint));
}

function showGroup(group: readonly ReportFinding[], width: number, paint: Paint): string {
  const [first, ...others] = group;
  if (!first) return '';
  const shown = others.slice(0, shownBelow[first.severity]), rest = others.slice(shown.length);
  return [
    heading(first, group.length, width, paint),
    ...body(first, width, paint),
    ...shown.flatMap(other => below(other, first, width, paint)),
    ...(rest.length === 0 ? [] : labelled('', `and ${rest.length} more at ${[...new Set(rest.map(nameOf))].join(', ')}`, width, paint)),
  ].join('\n');
}

function heading({ severity, title, phase, rule }: ReportFinding, times: number, width: number, paint: Paint): string {
  const left = times === 1 ? title : `${title} ×${times}`, right = `${phase} · ${rule}`, between = width - margin - left.length - right.length;
  const label = paint(severity, paint('strong', severity.padStart(margin - 2)));
  return `${label}  ${paint('strong', left)}${between < 2 ? `\n${' '.repeat(margin)}` : ' '.repeat(between)}${paint('faint', right)}`;
}

function body(finding: ReportFinding, width: number, paint: Paint): readonly string[] {
  return [
    ...labelled('', finding.message, width, paint),
    ...place('at', finding, width, paint),
    ...labelled('ECS', finding.ecsMessage, width, paint),
    ...labelled('fix', finding.fix, width, paint),
    ...toWrite(finding).flatMap(line => labelled('write', line, width, paint)),
  ];
}

/** Another finding of the same rule: what differs from the first. */
function below(finding: ReportFinding, first: ReportFinding, width: number, paint: Paint): readonly string[] {
  return [
    ...place('also', { ...finding, related: finding.related.join() === first.related.join() ? [] : finding.related }, width, paint),
    ...labelled('', finding.message === first.message ? undefined : finding.message, width, paint),
    ...labelled('fix', finding.fix === first.fix ? undefined : finding.fix, width, paint),
    ...toWrite(finding).filter(line => !toWrite(first).includes(line)).flatMap(line => labelled('write', line, width, paint)),
  ];
}

function place(label: string, finding: ReportFinding, width: number, paint: Paint): readonly string[] {
  const { path, location, constructPath, userCode, valueFrom, related, resource } = finding;
  const property = path === 'Properties' || path === '' ? undefined : path;
  const file = `${location.file}:${location.line}:${location.column}`;
  const from = valueFrom && `value from ${valueFrom.path}, ${valueFrom.location.file === location.file ? 'line ' : `${valueFrom.location.file}:`}${valueFrom.location.line}`;
  return [
    ...(constructPath === undefined
      ? pair(label, [resource, ...(property === undefined ? [] : [property])].join(' · '), file, width, paint)
      : [...pair(label, constructPath, property, width, paint, ' · '), ...pair('', userCode && `${userCode.file}:${userCode.line}`, `${file} (${resource})`, width, paint)]),
    ...labelled('', from, width, paint),
    ...labelled('with', related.length === 0 ? undefined : related.join(', '), width, paint),
  ];
}

/** Two texts on one line if they fit, else on two. */
function pair(label: string, left: string | undefined, right: string | undefined, width: number, paint: Paint, between = '   '): readonly string[] {
  if (left === undefined || right === undefined) return labelled(label, left ?? right, width, paint);
  if (margin + left.length + between.length + right.length <= width) return [`${labelOf(label, paint)}${left}${between}${paint('faint', right)}`];
  return [`${labelOf(label, paint)}${left}`, `${labelOf('', paint)}${paint('faint', right)}`];
}

function labelled(label: string, text: string | undefined, width: number, paint: Paint): readonly string[] {
  if (text === undefined) return [];
  return wrap(text, width - margin).map((line, i) => `${labelOf(i === 0 ? label : '', paint)}${line}`);
}

function labelOf(label: string, paint: Paint): string {
  return `${paint('faint', label.padStart(margin - 2))}  `;
}
