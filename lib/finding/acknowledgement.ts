import { isDay } from '../core/date';
import { didYouMean } from '../core/nearest';
import type { Place } from '../core/origin';
import type { ResourceRef, Undecided, Violation } from './finding';

/** Somebody's word that findings of a rule may stay. */
export interface Acknowledgement {
  readonly rule: string;
  /** Why they may; empty where nobody says. */
  readonly reason: string;
  /** The last day on which they may, `YYYY-MM-DD`; for good when left out. */
  readonly until?: string;
  /** Whether it speaks of what is found at a resource. */
  readonly covers: (resource: ResourceRef) => boolean;
  /** Where it is written. */
  readonly at: Place;
  /** The resource at which it is written; undefined in a file of its own. */
  readonly resource?: ResourceRef;
  /** The construct at which it was said; empty for the app, which may have stacks in many deployments. */
  readonly constructPath?: string;
}

/** What becomes of an acknowledgement: it holds, or something keeps it from holding. */
export type Standing =
  | { readonly kind: 'holds' }
  | { readonly kind: 'noSuchRule'; readonly hint: string }
  | { readonly kind: 'noReason' }
  | { readonly kind: 'noDate' }
  | { readonly kind: 'past'; readonly today: string }
  | { readonly kind: 'idle' }; // the rule finds nothing there

export interface JudgedAcknowledgement {
  readonly acknowledgement: Acknowledgement;
  readonly standing: Standing;
}

/** What acknowledgements are judged by. */
export interface Circumstances {
  readonly violations: readonly Violation[];
  readonly undecided: readonly Undecided[];
  /** The ids of all rules. */
  readonly rules: readonly string[];
  /** `YYYY-MM-DD`; without it no acknowledgement is past its date. */
  readonly today: string | undefined;
}

/** Says whether an acknowledgement holds. Where its rule is undecided it is left alone: an input may make it a finding again. */
export function judge(acknowledgement: Acknowledgement, { violations, undecided, rules, today }: Circumstances): JudgedAcknowledgement {
  const { rule, reason, until, covers } = acknowledgement;
  const speaksOf = (said: Violation | Undecided): boolean => said.rule === rule && covers(said.resource);
  const standing = (): Standing => {
    if (!rules.includes(rule)) return { kind: 'noSuchRule', hint: didYouMean(rule, rules) };
    if (reason.trim() === '') return { kind: 'noReason' };
    if (until !== undefined && !isDay(until)) return { kind: 'noDate' };
    if (!violations.some(speaksOf)) return undecided.some(speaksOf) ? { kind: 'holds' } : { kind: 'idle' };
    return until !== undefined && today !== undefined && today > until ? { kind: 'past', today } : { kind: 'holds' };
  };
  return { acknowledgement, standing: standing() };
}

/** Without those that are idle in one deployment and not in another: what an app acknowledges may be found in only one of its stages. */
export function unlessUsedElsewhere(judged: readonly JudgedAcknowledgement[], everywhere: readonly JudgedAcknowledgement[]): readonly JudgedAcknowledgement[] {
  return judged.filter(({ acknowledgement: { rule, constructPath }, standing }) => standing.kind !== 'idle' || constructPath === undefined
    || !everywhere.some(other => other.standing.kind !== 'idle' && other.acknowledgement.rule === rule && other.acknowledgement.constructPath === constructPath));
}

/** A finding that somebody lives with. */
export interface AcknowledgedViolation {
  readonly violation: Violation;
  readonly acknowledgement: Acknowledgement;
}

/** Takes apart what is acknowledged and what is not. */
export function setAside(violations: readonly Violation[], judged: readonly JudgedAcknowledgement[]): {
  readonly open: readonly Violation[];
  readonly acknowledged: readonly AcknowledgedViolation[];
} {
  const holding = judged.filter(({ standing }) => standing.kind === 'holds').map(({ acknowledgement }) => acknowledgement);
  const open: Violation[] = [], acknowledged: AcknowledgedViolation[] = [];
  for (const violation of violations) {
    const acknowledgement = holding.find(({ rule, covers }) => rule === violation.rule && covers(violation.resource));
    if (acknowledgement) acknowledged.push({ violation, acknowledgement });
    else open.push(violation);
  }
  return { open, acknowledged };
}
