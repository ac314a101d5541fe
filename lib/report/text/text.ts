import type { Report } from '../report';
import { disarmed } from './disarmed';
import { showFindings } from './findings';
import { showAcknowledged, showAssumptions, showUndecided } from './footnotes';
import { withoutColour, type Paint } from './paint';
import { showLuck, showPlacement } from './placement';
import { showSummary } from './summary';
import { showWanted } from './wanted';

export interface TextOptions {
  /** Columns of the terminal; 80 unless given. */
  readonly width?: number;
  readonly paint?: Paint;
  /** Errors and the summary only. */
  readonly quiet?: boolean;
  /** What would settle the undecided answers, in place of all but the summary. */
  readonly undecided?: boolean;
}

/** The report for people: findings, then what is open, what was assumed, where tasks land, and the verdict last, where the eye is. */
export function renderText(report: Report, { width = 80, paint = withoutColour, quiet = false, undecided = false }: TextOptions = {}): string {
  const safe = disarmed(report);
  if (undecided) return `${[...showWanted(safe, width, paint), ...showSummary(safe, paint)].join('\n\n')}\n`;
  const findings = quiet ? safe.findings.filter(({ severity }) => severity === 'error') : safe.findings;
  return `${[
    ...showFindings(findings, width, paint),
    ...(quiet ? [] : [
      ...showUndecided(safe, paint),
      ...showAcknowledged(safe, width, paint),
      ...showAssumptions(safe, width, paint),
      ...showPlacement(safe, width, paint),
      ...showLuck(safe, paint),
    ]),
    ...showSummary(safe, paint),
  ].join('\n\n')}\n`;
}
