import type { Unknown } from '../core/value';
import { applyingTo, effectOf, verdict, type Applying, type Decision, type Refusal } from './decide';
import { both, either, type Holds } from './holds';
import type { PolicyDocument, Statement } from './policy';
import { isAbout, type PrincipalKind } from './principal';
import type { Caller, Request } from './request';

/** All policies that have a say in a request, as far as templates know them. */
export interface Policies {
  /** Of the caller. */
  readonly identity: readonly PolicyDocument[];
  /** What the caller may do at most. */
  readonly boundary: PolicyDocument | undefined;
  readonly resource: ResourcePolicies | undefined;
}

/** The policies of the resource that a request is about. */
export interface ResourcePolicies {
  readonly policies: readonly PolicyDocument[];
  /** Whether they alone decide if the policies of the account count, as those of a key of AWS KMS do. */
  readonly decideAlone: boolean;
  /** Whether it is of the caller's account; else both accounts have to allow the request. */
  readonly isOfAccount: Holds;
}

/**
 * Whether IAM lets a caller do something. Any denial wins. Within an account a policy of the caller or one of the resource is enough, and the
 * permissions boundary limits both; but not what the resource gives to everybody or to a session. Across accounts both are needed.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic_policy-eval-denyallow.html
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic-cross-account.html
 */
export function authorize({ identity, boundary, resource }: Policies, request: Request): Decision {
  const own = applyingTo(request, identity), limit = boundary && applyingTo(request, [boundary]), ofResource = resource && applyingTo(request, resource.policies);
  const limited = (granted: Decision): Decision => (limit ? both(granted, refusedAs('boundary', effectOf(limit, 'Allow'))) : granted);
  const allowed = effectOf(own, 'Allow'), allow = resource && ofResource ? allowWith(resource, ofResource, allowed, limited, request.caller) : limited(allowed);
  const denied = limit ? either(effectOf(own, 'Deny'), effectOf(limit, 'Deny')) : effectOf(own, 'Deny');
  return verdict(allow, ofResource ? either(denied, effectAbout(request.caller, everyKind, ofResource, 'Deny')) : denied);
}

/** What is allowed where the resource has policies, too. */
function allowWith({ decideAlone, isOfAccount }: ResourcePolicies, says: Applying, allowed: Decision, limited: (granted: Decision) => Decision, caller: Caller): Decision {
  const letsIn = (kinds: Kinds): Decision => effectAbout(caller, kinds, says, 'Allow'), toRole = letsIn(aRole), toAccount = letsIn(anAccount), directly = letsIn(everybodyOrSession);
  const within = (): Decision => either(directly, limited(either(toRole, decideAlone ? bothSides(allowed, toAccount) : allowed)));
  const across = (): Decision => bothSides(limited(allowed), either(directly, either(toRole, toAccount)));
  return isOfAccount.answer === 'yes' ? within() : isOfAccount.answer === 'no' ? across() : eitherWay(within(), across(), isOfAccount.unknown);
}

/** Whether the policies of a resource alone let a caller in: a trust policy, or the policy of what asks for nothing else. */
export function lets(policies: readonly PolicyDocument[], request: Request): Decision {
  const says = applyingTo(request, policies);
  return verdict(effectAbout(request.caller, everyKind, says, 'Allow'), effectAbout(request.caller, everyKind, says, 'Deny'));
}

type Kinds = ReadonlySet<PrincipalKind>;

const aRole: Kinds = new Set(['role']), anAccount: Kinds = new Set(['account']), everybodyOrSession: Kinds = new Set(['everybody', 'session']);
const everyKind: Kinds = new Set(['everybody', 'session', 'role', 'account', 'service']);

function effectAbout(caller: Caller, kinds: Kinds, says: Applying, effect: Statement['effect']): Decision {
  return effectOf(says, effect, ({ principals }) => isAbout(principals, effect, caller, kinds));
}

function refusedAs(because: Refusal, decision: Decision): Decision {
  return decision.answer === 'no' ? { answer: 'no', because } : decision;
}

/** What holds where the caller's side has to allow it and the resource's, too; where neither does, the caller's says why. */
function bothSides(own: Decision, ofResource: Decision): Decision {
  return own.answer === 'no' && ofResource.answer === 'no' ? { ...own, shutOut: true } : both(own, refusedAs('resource policy', ofResource));
}

/** What holds whichever of the two does. */
function eitherWay(one: Decision, other: Decision, open: Unknown): Decision {
  if (one.answer === other.answer) return one;
  return one.answer === 'unknown' ? one : other.answer === 'unknown' ? other : { answer: 'unknown', unknown: open };
}
