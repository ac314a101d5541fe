import { by } from '../core/order';
import type { AcknowledgedViolation } from '../finding/acknowledgement';
import type { Assumption, Severity, Undecided, Violation } from '../finding/finding';
import type { Locator } from '../finding/location';
import type { ScenarioResult } from '../simulation/scenario';
import type { StackInput } from '../template/deployment';
import { version } from '../version';
import { locatedFinding, undecidedAnswer } from './located';
import type { Report, ReportFinding, ReportInput } from './report';
import { showScenario } from './scenario';

/** What the dry run of one deployment found, not yet located. */
export interface Found {
  readonly inputs: readonly StackInput[];
  readonly violations: readonly Violation[];
  readonly acknowledged: readonly AcknowledgedViolation[];
  readonly undecided: readonly Undecided[];
  readonly scenarios: readonly ScenarioResult[];
  /** What was assumed in linking the stacks; scenarios bring their own. */
  readonly assumptions: readonly Assumption[];
  readonly locator: Locator;
  readonly resources: number;
  readonly services: number;
}

const byPlace = by<ReportFinding>(f => f.location.file, f => f.location.line, f => f.location.column, f => f.rule, f => f.fingerprint, f => f.message, f => f.scenario ?? '');

/** Puts what was found in all deployments into one report. */
export function buildReport(found: readonly Found[], { seed = 1, today }: { readonly seed?: number; readonly today?: string }): Report {
  const findings = found.flatMap(({ violations, locator }) => violations.map(violation => locatedFinding(violation, locator))).sort(byPlace);
  const acknowledged = found.flatMap(part => part.acknowledged.map(({ violation, acknowledgement: { reason, until } }) =>
    ({ ...locatedFinding(violation, part.locator), reason, ...(until === undefined ? {} : { until }) }))).sort(byPlace);
  const undecided = found.flatMap(part => part.undecided.map(undecidedAnswer)).sort(by(u => u.stack, u => u.resource, u => u.path, u => u.rule, u => u.reason));
  const count = (severity: Severity): number => findings.filter(finding => finding.severity === severity).length;
  const total = (of: (part: Found) => number): number => found.reduce((sum, part) => sum + of(part), 0);
  return {
    formatVersion: '1',
    tool: { name: 'drydock', version },
    seed,
    ...(today === undefined ? {} : { today }),
    inputs: found.flatMap(({ inputs }) => inputs.map(inputOf)),
    summary: {
      errors: count('error'), warnings: count('warning'), advice: count('advice'), undecided: undecided.length,
      resources: total(part => part.resources), services: total(part => part.services), tasks: total(tasksAtDesiredCount),
    },
    findings, undecided,
    assumptions: distinct(found.flatMap(({ assumptions, scenarios }) => [...assumptions, ...scenarios.flatMap(scenario => scenario.assumptions)])),
    scenarios: found.flatMap(({ scenarios }) => scenarios.map(showScenario)),
    acknowledged,
  };
}

export function inputOf({ document, name, region, account }: StackInput): ReportInput {
  return { path: document.file, stack: name, ...(region === undefined ? {} : { region }), ...(account === undefined ? {} : { account }) };
}

function tasksAtDesiredCount({ scenarios }: Found): number {
  const services = scenarios.find(scenario => scenario.name === 'desired-count')?.services ?? [];
  return services.reduce((sum, { wanted }) => sum + wanted, 0);
}

/** Each assumption once: scenarios share most of theirs. */
function distinct(assumptions: readonly Assumption[]): readonly Assumption[] {
  const byWords = new Map(assumptions.map(({ fact, value, because }) => [JSON.stringify([fact, value, because]), { fact, value, because }]));
  return [...byWords.values()].sort(by(a => a.fact, a => a.value, a => a.because));
}
