import type { Unknown } from '../core/value';
import { conditionHolds } from './condition';
import { both, either, no, type Holds } from './holds';
import { isAmong } from './pattern';
import type { PolicyDocument, Statement } from './policy';
import type { Request } from './request';

/** Whether IAM lets somebody do something, with the reason. */
export type Decision =
  | { readonly answer: 'yes'; readonly by: Statement }
  | {
    readonly answer: 'no';
    readonly because: Refusal;
    readonly by?: Statement;
    /** Set where the policy of the resource does not let in who asks either. */
    readonly shutOut?: true;
  }
  | { readonly answer: 'unknown'; readonly unknown: Unknown };

/** Why not: nothing allows it, this statement denies it, the permissions boundary does not allow it, the policy of the resource does not let in who asks. */
export type Refusal = 'nothing' | 'statement' | 'boundary' | 'resource policy';

/** Decides by the policies of one kind alone: a statement that denies wins, else one that allows is needed. */
export function decide(policies: readonly PolicyDocument[], request: Request): Decision {
  const found = applyingTo(request, policies);
  return verdict(effectOf(found, 'Allow'), effectOf(found, 'Deny'));
}

/** A denial wins, and one that is open leaves open what is allowed. */
export function verdict(allow: Decision, deny: Decision): Decision {
  if (deny.answer === 'yes') return { answer: 'no', because: 'statement', by: deny.by };
  return allow.answer === 'yes' && deny.answer === 'unknown' ? deny : allow;
}

/** The statements that apply to a request, or may. */
export interface Applying {
  readonly statements: readonly { readonly statement: Statement; readonly decision: Decision }[];
  /** What cannot be read and may hold others. */
  readonly unread: Unknown | undefined;
}

/** Finds the statements that are about an action and a resource, and whose conditions hold. */
export function applyingTo(request: Request, policies: readonly PolicyDocument[]): Applying {
  const statements: Applying['statements'][number][] = [];
  let open: Unknown | undefined;
  for (const policy of policies) {
    open ??= policy.unread[0];
    for (const statement of policy.statements) {
      const holds = appliesTo(request, statement);
      if (holds.answer === 'unknown') statements.push({ statement, decision: holds });
      else if (holds.answer === 'yes') statements.push({ statement, decision: statement.inDoubt ? { answer: 'unknown', unknown: statement.inDoubt } : { answer: 'yes', by: statement } });
    }
  }
  return { statements, unread: open };
}

function appliesTo(request: Request, { actions, resources, condition }: Statement): Holds {
  const isAction = isAmong(request.action, actions);
  if (isAction.answer === 'no') return no;
  const isTopic = both(isAction, isAmong(request.resource, resources, request));
  return isTopic.answer === 'no' ? no : both(isTopic, conditionHolds(condition, request));
}

const nothing: Decision = { answer: 'no', because: 'nothing' };

/**
 * Whether statements have an effect; `isAbout` tells whether one of a resource's policy is about who asks. What cannot be read of a policy leaves open
 * whether anything is allowed; that it may deny what another allows is not assumed.
 */
export function effectOf({ statements, unread }: Applying, effect: Statement['effect'], isAbout?: (statement: Statement) => Holds): Decision {
  let all: Decision = unread && effect === 'Allow' ? { answer: 'unknown', unknown: unread } : nothing;
  for (const { statement, decision } of statements) {
    if (statement.effect !== effect) continue;
    const about = isAbout?.(statement);
    all = either(all, about?.answer === 'no' ? nothing : about?.answer === 'unknown' ? both<Decision>(decision, about) : decision);
  }
  return all;
}
