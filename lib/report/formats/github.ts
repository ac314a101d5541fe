import { countsOf, nameOf, scopeOf, verdictOf } from '../digest';
import type { Report, ReportFinding } from '../report';
import { disarmed } from '../text/disarmed';

/** The report as workflow commands of GitHub Actions, which show each finding beside its line in the pull request. The verdict is a line of the log. */
export function renderGithub(given: Report): string {
  const report = disarmed(given), { findings, summary } = report, counts = countsOf(summary);
  return `${[...findings.map(annotation), `${verdictOf(summary)}${counts.length > 0 ? `: ${counts.join(', ')}` : ''}. ${scopeOf(report)}`].join('\n')}\n`;
}

const commands = { error: 'error', warning: 'warning', advice: 'notice' } as const;

function annotation(finding: ReportFinding): string {
  const { severity, rule, title, message, fix, location: { file, line, column } } = finding;
  const properties = { file, line, col: column, title: `${title} (${rule})` };
  const text = [`${nameOf(finding)}: ${message}`, ...(fix === undefined ? [] : [`Repair: ${fix}`])].join('\n');
  return `::${commands[severity]} ${Object.entries(properties).map(([key, value]) => `${key}=${escaped(`${value}`).replaceAll(':', '%3A').replaceAll(',', '%2C')}`).join(',')}::${escaped(text)}`;
}

/** As GitHub's runner reads them back. */
function escaped(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}
