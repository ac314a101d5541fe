import { by } from '../core/order';
import type { Path, Place } from '../core/origin';
import type { ResourceRef, Severity, Undecided, Violation } from '../finding/finding';
import type { Locator } from '../finding/location';
import { fingerprintOf } from './fingerprint';
import type { ScenarioResult } from '../simulation/scenario';
import type { StackInput } from '../template/deployment';
import { version } from '../version';
import type { Report, ReportFinding, ReportInput, ReportUndecided } from './report';
import { showScenario } from './scenario';

/** What the dry run of one deployment found, not yet located. */
export interface Found {
  readonly inputs: readonly StackInput[];
  readonly violations: readonly Violation[];
  readonly undecided: readonly Undecided[];
  readonly scenarios: readonly ScenarioResult[];
  readonly locator: Locator;
  readonly resources: number;
  readonly services: number;
}

/** Puts what was found in all deployments into one report. */
export function buildReport(found: readonly Found[], { seed = 1, today }: { readonly seed?: number; readonly today?: string }): Report {
  const findings = found.flatMap(({ violations, locator }) => violations.map(violation => located(violation, locator)))
    .sort(by(f => f.location.file, f => f.location.line, f => f.location.column, f => f.rule, f => f.fingerprint));
  const undecided = found.flatMap(part => part.undecided.map(undecidedOf)).sort(by(u => u.stack, u => u.resource, u => u.path, u => u.rule));
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
    assumptions: found.flatMap(({ scenarios }) => scenarios.flatMap(scenario => scenario.assumptions)),
    scenarios: found.flatMap(({ scenarios }) => scenarios.map(showScenario)),
    acknowledged: [],
  };
}

function inputOf({ document, name, region, account }: StackInput): ReportInput {
  return { path: document.file, stack: name, ...(region === undefined ? {} : { region }), ...(account === undefined ? {} : { account }) };
}

function tasksAtDesiredCount({ scenarios }: Found): number {
  const services = scenarios.find(scenario => scenario.name === 'desired-count')?.services ?? [];
  return services.reduce((sum, { wanted }) => sum + wanted, 0);
}

function located(violation: Violation, locator: Locator): ReportFinding {
  const { rule, severity, phase, title, words, resource, at, from } = violation;
  const constructPath = locator.constructPath(resource), userCode = locator.userCode(resource);
  return {
    rule, severity, phase, stack: resource.stack, resource: resource.id,
    related: violation.related.map(other => nameFrom(other, resource.stack)),
    path: propertyPath(at.path), title, message: words.says,
    ...(words.ecsSays === undefined ? {} : { ecsMessage: words.ecsSays }),
    ...(words.fix === undefined ? {} : { fix: words.fix }),
    docs: docsOf(rule),
    location: locator.locate(at),
    ...(from ? { valueFrom: { path: from.path.join('.'), location: locator.locate(from) } } : {}),
    ...(constructPath === undefined ? {} : { constructPath }),
    ...(userCode === undefined ? {} : { userCode }),
    ...(violation.scenario === undefined ? {} : { scenario: violation.scenario }),
    fingerprint: fingerprintOf(rule, resource, propertyPath(at.path), violation.message),
  };
}

function undecidedOf({ rule, resource, at, reason, resolveWith }: Undecided): ReportUndecided {
  return { rule, stack: resource.stack, resource: resource.id, path: pathWithin(resource, at), reason, resolveWith };
}

function nameFrom(other: ResourceRef, stack: string): string {
  return other.stack === stack ? other.id : `${other.stack}:${other.id}`;
}

/** From `Properties` on. */
function propertyPath(path: Path): string {
  return (path[0] === 'Resources' ? path.slice(2) : path).join('.');
}

function pathWithin(resource: ResourceRef, at: Place): string {
  return at.path[0] === 'Resources' && at.path[1] !== resource.id ? at.path.join('.') : propertyPath(at.path);
}

function docsOf(rule: string): string {
  return `https://github.com/ecs-drydock/ecs-drydock/blob/main/docs/rules/${rule}.md`;
}
