import { neededPermissions, type Purpose } from '../catalog/needed-permissions';
import { sameText } from '../core/text';
import { unknown, type Unknown, type Value } from '../core/value';
import { authorize, lets, type ResourcePolicies } from '../iam/authorize';
import type { Decision } from '../iam/decide';
import { no, yes } from '../iam/holds';
import type { Statement } from '../iam/policy';
import { requestFor, type Caller, type RequestContext } from '../iam/request';
import { isKey, type GuardedResource } from '../model/guarded-resource';
import { isMadeUp } from '../model/noun';
import type { Role } from '../model/role';
import type { Need } from './need';

/** What a role lacks of what a need asks. */
export interface Shortfall {
  /** The actions that it may not do. */
  readonly actions: readonly string[];
  /** Those of them that its own side does not let it do: its policies, its boundary, or whatever denies it. */
  readonly own: readonly string[];
  /** Those of them for which the policy of the resource has to let it in, and does not. */
  readonly shutOut: readonly string[];
  /** The statement that takes them away, where one does. */
  readonly deniedBy: Statement | undefined;
  /** Whether the policies of the role allow them, and its permissions boundary does not. */
  readonly bounded: boolean;
  /** What would have to be known to tell for others. */
  readonly open: readonly Unknown[];
}

/** Holds a need against all that is known of a role. */
export function shortfallOf(role: Role, need: Need): Shortfall {
  const asked = passing(role, need);
  const decisions = neededPermissions.value[need.purpose].actions.map(action => ({ action, decision: best(need.resources.map(resource => mayDo(asked, { action, resource, ...need }))) }));
  if (need.inDoubt) return { bounded: false, actions: [], own: [], shutOut: [], deniedBy: undefined, open: decisions.every(({ decision }) => decision.answer === 'yes') ? [] : [need.inDoubt] };
  const refusals = decisions.flatMap(({ action, decision }) => (decision.answer === 'no' ? [{ action, ...decision }] : []));
  const own = refusals.filter(({ because }) => because !== 'resource policy'), namesOf = (some: typeof refusals): readonly string[] => some.map(({ action }) => action);
  return {
    bounded: own.length > 0 && own.every(({ because }) => because === 'boundary'),
    actions: namesOf(refusals),
    own: namesOf(own),
    shutOut: namesOf(refusals.filter(({ because, shutOut }) => because === 'resource policy' || shutOut)),
    deniedBy: refusals.find(({ by }) => by)?.by,
    open: decisions.flatMap(({ decision }) => (decision.answer === 'unknown' ? [placed(decision.unknown, need)] : [])),
  };
}

/**
 * A role without what AWS's own policies let it pass by the beginning of a name, where the name of the one to be passed is made up: that begins with the name of the stack,
 * and nobody names a stack for such a policy. What somebody of the account wrote may well go by the name of the stack.
 */
function passing(role: Role, { passes }: Need): Role {
  if (!passes || !isMadeUp(passes.name)) return role;
  const isByName = ({ awsManaged, resources }: Statement): boolean => awsManaged !== undefined && !resources.given.some(text => text.state === 'known' && text.value === '*');
  return { ...role, policies: role.policies.map(policy => ({ ...policy, statements: policy.statements.filter(statement => !isByName(statement)) })) };
}

/** What the policy of a resource keeps a service of AWS's from doing, which comes for itself and has no role. */
export function refusedTo(service: Caller, purpose: Purpose, { policies, arn }: GuardedResource, context: RequestContext): Pick<Shortfall, 'actions' | 'open'> {
  return refusals(purpose, action => lets(policies, requestFor(action, arn, service, context)));
}

/** What somebody of the account who has no policies of its own may not do: the policy of the resource has to name it. */
export function refusedToBare(caller: Caller, purpose: Purpose, guard: GuardedResource, context: RequestContext): Pick<Shortfall, 'actions' | 'open'> {
  const bare = { policies: [], boundary: undefined, caller, environment: guard.environment };
  return refusals(purpose, action => mayDo(bare, { action, resource: guard.arn, guard, context }));
}

function refusals(purpose: Purpose, decide: (action: string) => Decision): Pick<Shortfall, 'actions' | 'open'> {
  const decisions = neededPermissions.value[purpose].actions.map(action => ({ action, decision: decide(action) }));
  return {
    actions: decisions.flatMap(({ action, decision }) => (decision.answer === 'no' ? [action] : [])),
    open: decisions.flatMap(({ decision }) => (decision.answer === 'unknown' ? [decision.unknown] : [])),
  };
}

/** Region and account stand nowhere in a template: what is not known of them is noted where it is needed. */
function placed(unknown: Unknown, { at }: Need): Unknown {
  return unknown.at.path.length === 0 ? { ...unknown, at } : unknown;
}

/** The answer that favours the role most: a resource may be written in several ways. */
function best(decisions: readonly Decision[]): Decision {
  return decisions.find(({ answer }) => answer === 'yes') ?? decisions.find(({ answer }) => answer === 'unknown') ?? decisions[0] ?? { answer: 'no', because: 'nothing' };
}

/** What a role would do, as needs say it. `guard` is the resource of the templates that it is done to. */
export interface Deed {
  readonly action: string;
  readonly resource: Value<string>;
  readonly context?: RequestContext;
  readonly guard?: GuardedResource;
}

type Doer = Pick<Role, 'policies' | 'boundary' | 'caller' | 'environment'>;

/** Whether a role may do something, by all policies that the templates know: its own, its boundary, and those of the resource. */
export function mayDo(role: Doer, { action, resource, context, guard }: Deed): Decision {
  const { policies, boundary, caller } = role, tags = (guard?.tags ?? []).map(([key, value]) => [`aws:resourcetag/${key.toLowerCase()}`, value] as const);
  return authorize({ identity: policies, boundary, resource: guard && guardPolicies(guard, role) }, requestFor(action, resource, caller, tags.length > 0 ? new Map([...tags, ...(context ?? [])]) : context));
}

/** The policies of a resource. One of the role's account that has none leaves the decision to those of the role. */
function guardPolicies(guard: GuardedResource, { environment: { account } }: Doer): ResourcePolicies | undefined {
  const { policies, environment: own } = guard, same = sameText(own.account, account), open = [own.account, account].find(value => value.state === 'unknown');
  if (policies.length === 0 && same === 'yes') return undefined;
  const elsewhere = unknown({ kind: 'elsewhere', what: `the policy of ${guard.id}` }, guard.at);
  return {
    policies: policies.length === 0 && !guard.policy ? [{ statements: [], unread: [elsewhere] }] : policies,
    isOfAccount: same === 'unknown' && open ? { answer: same, unknown: open } : same === 'no' ? no : yes,
    // A key without a policy has the one that AWS gives it, which leaves the decision to the account.
    decideAlone: isKey(guard) && policies.length > 0,
  };
}
