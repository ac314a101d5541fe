import { neededPermissions } from '../catalog/needed-permissions';
import type { Unknown, Value } from '../core/value';
import { decide, type Decision, type Request } from '../iam/decide';
import type { Statement } from '../iam/policy';
import { aRole, anAccount, statementsAbout } from '../iam/principal';
import type { Role } from '../model/role';
import type { Need } from './need';

/** What a role lacks of what a need asks. */
export interface Shortfall {
  /** The actions that it may not do. */
  readonly actions: readonly string[];
  /** The statement that takes them away, where one does. */
  readonly deniedBy: Statement | undefined;
  /** Whether the policies of the role allow them, and its permissions boundary does not. */
  readonly bounded: boolean;
  /** What would have to be known to tell for others. */
  readonly open: readonly Unknown[];
}

/** Holds a need against all that is known of a role. */
export function shortfallOf(role: Role, need: Need): Shortfall {
  const decisionsFor = (whose: Role) => neededPermissions.value[need.purpose].actions.map(action => ({ action, decision: best(need.resources.map(resource =>
    mayDo(whose, need, { action, resource, context: need.context ?? new Map<string, Value<string>>() }))) }));
  const decisions = decisionsFor(role);
  if (need.inDoubt) return { bounded: false, actions: [], deniedBy: undefined, open: decisions.every(({ decision }) => decision.answer === 'yes') ? [] : [need.inDoubt] };
  return {
    bounded: role.boundary !== undefined && decisionsFor({ ...role, boundary: undefined }).every(({ decision }) => decision.answer !== 'no'),
    actions: decisions.flatMap(({ action, decision }) => (decision.answer === 'no' ? [action] : [])),
    deniedBy: decisions.map(({ decision }) => (decision.answer === 'no' ? decision.deniedBy : undefined)).find(statement => statement),
    open: decisions.flatMap(({ decision }) => (decision.answer === 'unknown' ? [placed(decision.unknown, need)] : [])),
  };
}

/** Region and account stand nowhere in a template: what is not known of them is noted where it is needed. */
function placed(unknown: Unknown, { at }: Need): Unknown {
  return unknown.at.path.length === 0 ? { ...unknown, at } : unknown;
}

/** The answer that favours the role most: a resource may be written in several ways. */
function best(decisions: readonly Decision[]): Decision {
  return decisions.find(({ answer }) => answer === 'yes') ?? decisions.find(({ answer }) => answer === 'unknown') ?? decisions[0] ?? { answer: 'no', deniedBy: undefined };
}

/**
 * Within an account a policy of the role or one of the resource is enough. A key of AWS KMS alone decides for itself whether the account's policies count.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic_policy-eval-basics-single-account.html
 */
function mayDo(role: Role, { guard }: Need, request: Request): Decision {
  const byRole = bounded(role, decide(role.policies, request), request);
  if (!guard || guard.policies.length === 0) return byRole;
  const byGuard = decide(guard.policies.map(policy => statementsAbout(policy, aRole(role.arn))), request);
  if (byGuard.answer === 'yes' || (byGuard.answer === 'no' && byGuard.deniedBy)) return byGuard;
  const counted = guard.type === 'AWS::KMS::Key' ? both(byRole, decide(guard.policies.map(policy => statementsAbout(policy, anAccount)), request)) : byRole;
  return counted.answer === 'no' && byGuard.answer === 'unknown' ? byGuard : counted;
}

/** What the permissions boundary leaves of it. */
function bounded({ boundary }: Role, decision: Decision, request: Request): Decision {
  return boundary ? both(decision, decide([boundary], request)) : decision;
}

function both(first: Decision, second: Decision): Decision {
  return first.answer === 'no' || second.answer === 'yes' ? first : second.answer === 'no' || first.answer === 'yes' ? second : first;
}
