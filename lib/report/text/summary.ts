import { countsOf, scopeOf, verdictOf } from '../digest';
import type { Report } from '../report';
import type { Paint } from './paint';

/** The verdict, and what it was reached on. */
export function showSummary(report: Report, paint: Paint): readonly string[] {
  const { summary, findings } = report, counts = countsOf(summary);
  const [verdict = '', asFar] = verdictOf(summary).split(/(?=, )/);
  const rule = findings.find(({ severity }) => severity === 'error')?.rule ?? findings[0]?.rule;
  return [[
    `${paint(summary.errors > 0 ? 'error' : 'good', paint('strong', verdict))}${asFar ?? ''}${counts.length > 0 ? `: ${counts.join(', ')}` : ''}.`,
    paint('faint', scopeOf(report)),
    ...(rule === undefined ? [] : [paint('faint', `drydock explain ${rule} says more, and how to acknowledge it.`)]),
  ].join('\n')];
}
