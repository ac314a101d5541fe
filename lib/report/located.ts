import type { Path } from '../core/origin';
import { accountStack, type ResourceRef, type Undecided, type Violation } from '../finding/finding';
import type { Locator } from '../finding/location';
import { fingerprintOf } from './fingerprint';
import type { ReportFinding, ReportUndecided } from './report';

/** Where the page of a rule can be read: a file of `docs/rules/` as the package carries it. */
export function pageUrl(rule: string): string {
  return `https://unpkg.com/ecs-drydock/docs/rules/${rule}.md`;
}

/** A finding with everything that a person needs to find it. */
export function locatedFinding(violation: Violation, locator: Locator): ReportFinding {
  const { rule, severity, phase, title, words, resource, at, from } = violation;
  const constructPath = locator.constructPath(resource), userCode = locator.userCode(resource);
  return {
    rule, severity, phase, stack: resource.stack, resource: resource.id,
    related: violation.related.map(other => nameFrom(other, resource.stack)),
    path: pathFrom(resource, at.path), title, message: words.says,
    ...(words.ecsSays === undefined ? {} : { ecsMessage: words.ecsSays }),
    ...(words.fix === undefined ? {} : { fix: words.fix }),
    ...(violation.repair === undefined ? {} : { repair: violation.repair.map(({ stack, ...change }) => ({ ...(stack === resource.stack ? {} : { stack }), ...change })) }),
    docs: pageUrl(rule),
    location: locator.locate(at),
    ...(from ? { valueFrom: { path: from.stack === accountStack ? String(from.path[1]) : from.path.join('.'), location: locator.locate(from) } } : {}),
    ...(constructPath === undefined ? {} : { constructPath }),
    ...(userCode === undefined ? {} : { userCode }),
    ...(violation.scenario === undefined ? {} : { scenario: violation.scenario }),
    fingerprint: fingerprintOf(rule, resource, pathFrom(resource, at.path), violation.message),
  };
}

export function undecidedAnswer({ rule, resource, at, reason, resolveWith, give }: Undecided): ReportUndecided {
  return { rule, stack: resource.stack, resource: resource.id, path: pathFrom(resource, at.path), reason, resolveWith, ...(give ? { give } : {}) };
}

function nameFrom(other: ResourceRef, stack: string): string {
  return other.stack === stack ? other.id : `${other.stack}:${other.id}`;
}

/** From `Properties` on for a place within the resource, else the whole path. */
function pathFrom(resource: ResourceRef, path: Path): string {
  return (path[1] === resource.id ? path.slice(2) : path).join('.');
}
