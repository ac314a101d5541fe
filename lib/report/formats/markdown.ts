import { counted } from '../../core/counted';
import { countsOf, groupsOf, nameOf, openInputs, tallyOf, toWrite, verdictOf } from '../digest';
import { code, plain, table } from '../markdown';
import type { Report, ReportFinding } from '../report';
import { disarmed } from '../text/disarmed';

/** A comment on GitHub holds 65,536 characters. */
const mostErrors = 40;

/** The report as Markdown, for comments and summaries: the verdict, the errors, and the rest folded in. */
export function renderMarkdown(given: Report): string {
  const report = disarmed(given), { summary, findings, undecided, acknowledged } = report;
  const errors = groupsOf(findings, ['error']).flat(), further = groupsOf(findings, ['warning', 'advice']), inputs = openInputs(undecided);
  return `${[
    `## Drydock: ${verdictOf(summary).replace(/^I/, 'i')}`,
    tallyOf(report),
    ...(errors.length > 0 ? [table(['Error', 'Where', 'Repair'], errors.slice(0, mostErrors).map(errorRow))] : []),
    ...(errors.length > mostErrors ? [`and ${counted(errors.length - mostErrors, 'error')} more`] : []),
    ...(further.length > 0 ? [folded(countsOf({ ...summary, errors: 0 }).join(', '), table(['', 'What', 'Where', 'Repair'], further.map(groupRow)))] : []),
    ...(inputs.length > 0 ? [folded(`undecided: ${counted(undecided.length, 'answer')}`, table(['Answers', 'What would settle them', 'Rules'], inputs.map(({ input, answers, rules }) =>
      [`${answers}`, input === '' ? 'nothing before the deployment' : code(input), rules.map(plain).join(', ')])))] : []),
    ...(acknowledged.length > 0 ? [folded(`acknowledged: ${counted(acknowledged.length, 'finding')}`, table(['Rule', 'Where', 'Reason'], acknowledged.map(finding =>
      [ruleOf(finding), placeOf(finding), plain(finding.until === undefined ? finding.reason : `${finding.reason} (until ${finding.until})`)])))] : []),
  ].join('\n\n')}\n`;
}

function folded(title: string, body: string): string {
  return `<details><summary>${title}</summary>\n\n${body}\n\n</details>`;
}

function errorRow(finding: ReportFinding): readonly string[] {
  return [`**${plain(finding.title)}**<br>${plain(finding.message)}<br>${ruleOf(finding)}`, placeOf(finding), repairOf(finding)];
}

/** Findings of one rule as one row: forty services have forty times the same advice. */
function groupRow(group: readonly ReportFinding[]): readonly string[] {
  const [first] = group;
  if (!first) return [];
  const others = group.length === 1 ? '' : `<br>and ${group.length - 1} more`;
  return [first.severity, `${plain(first.title)}<br>${plain(first.message)}<br>${ruleOf(first)}`, `${placeOf(first)}${others}`, repairOf(first)];
}

function ruleOf({ rule, docs }: ReportFinding): string {
  return `[${rule}](${docs})`;
}

function placeOf(finding: ReportFinding): string {
  const { path, location: { file, line } } = finding, property = path === 'Properties' || path === '' ? [] : [code(path.replace(/^Properties\./, ''))];
  return [code(nameOf(finding)), ...property, code(`${file}:${line}`)].join('<br>');
}

function repairOf(finding: ReportFinding): string {
  return [...(finding.fix === undefined ? [] : [plain(finding.fix)]), ...toWrite(finding).map(code)].join('<br>');
}
