import type { Unknown } from '../core/value';
import { both, effectsOf, either, verdict, type Decision, type Effects, type Refusal } from './decide';
import type { Holds } from './holds';
import type { PolicyDocument } from './policy';
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

/** A request of which it is known who makes it. */
export type CallersRequest = Request & { readonly caller: Caller };

/**
 * Whether IAM lets a caller do something. Any denial wins. Within an account a policy of the caller or one of the resource is enough, and the
 * permissions boundary limits both; but not what the resource gives to everybody or to a session. Across accounts both are needed.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic_policy-eval-denyallow.html
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic-cross-account.html
 */
export function authorize({ identity, boundary, resource }: Policies, request: CallersRequest): Decision {
  const own = effectsOf(identity, request), limit = boundary && effectsOf([boundary], request), denials = limit ? [own.deny, limit.deny] : [own.deny];
  const limited = (granted: Decision): Decision => (limit ? both(granted, refusedAs('boundary', limit.allow)) : granted);
  if (!resource) return verdict(limited(own.allow), ...denials);
  const { policies, decideAlone, isOfAccount } = resource, letsIn = (kinds: Kinds): Decision => effectsAbout(kinds, policies, request).allow;
  const [toRole, toAccount, directly] = [letsIn(aRole), letsIn(anAccount), letsIn(everybodyOrSession)];
  const within = either(limited(either(toRole, decideAlone ? both(own.allow, refusedAs('resource policy', toAccount)) : own.allow)), directly);
  const across = both(limited(own.allow), refusedAs('resource policy', either(directly, either(toRole, toAccount))));
  const allow = isOfAccount.answer === 'yes' ? within : isOfAccount.answer === 'no' ? across : eitherWay(within, across, isOfAccount.unknown);
  return verdict(allow, ...denials, effectsAbout(everyKind, policies, request).deny);
}

/** Whether the policies of a resource alone let a caller in: a trust policy, or the policy of what asks for nothing else. */
export function lets(policies: readonly PolicyDocument[], request: CallersRequest): Decision {
  const { allow, deny } = effectsAbout(everyKind, policies, request);
  return verdict(allow, deny);
}

type Kinds = ReadonlySet<PrincipalKind>;

const aRole: Kinds = new Set(['role']), anAccount: Kinds = new Set(['account']), everybodyOrSession: Kinds = new Set(['everybody', 'session']);
const everyKind: Kinds = new Set(['everybody', 'session', 'role', 'account', 'service']);

function effectsAbout(kinds: Kinds, policies: readonly PolicyDocument[], request: CallersRequest): Effects {
  return effectsOf(policies, request, ({ principals, effect }) => isAbout(principals, effect, request.caller, kinds));
}

function refusedAs(because: Refusal, decision: Decision): Decision {
  return decision.answer === 'no' ? { answer: 'no', because } : decision;
}

/** What holds whichever of the two does. */
function eitherWay(one: Decision, other: Decision, open: Unknown): Decision {
  if (one.answer === other.answer) return one;
  return one.answer === 'unknown' ? one : other.answer === 'unknown' ? other : { answer: 'unknown', unknown: open };
}
