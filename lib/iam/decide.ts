import { partsOf } from '../core/text';
import type { TextPart, Unknown } from '../core/value';
import { anyPartition } from './arn';
import { conditionHolds } from './condition';
import { yes, type Holds } from './holds';
import { isAmong } from './pattern';
import type { PolicyDocument, Statement } from './policy';
import type { Request } from './request';

/** Whether IAM lets somebody do something, with the reason. */
export type Decision =
  | { readonly answer: 'yes'; readonly by: Statement }
  | { readonly answer: 'no'; readonly because: Refusal; readonly by?: Statement }
  | { readonly answer: 'unknown'; readonly unknown: Unknown };

/** Why not: nothing allows it, this statement denies it, the permissions boundary does not allow it, the policy of the resource does not let in who asks. */
export type Refusal = 'nothing' | 'statement' | 'boundary' | 'resource policy';

/** What policies say to a request: whether a statement allows it, and whether one denies it. */
export interface Effects {
  readonly allow: Decision;
  readonly deny: Decision;
}

const nothing: Decision = { answer: 'no', because: 'nothing' };

/** Decides by the policies of one kind alone: a statement that denies wins, else one that allows is needed. */
export function decide(policies: readonly PolicyDocument[], request: Request): Decision {
  const { allow, deny } = effectsOf(policies, request);
  return verdict(allow, deny);
}

/** A denial wins, and one that is open leaves open what is allowed. */
export function verdict(allow: Decision, ...denials: readonly Decision[]): Decision {
  const denied = denials.find(({ answer }) => answer === 'yes');
  if (denied?.answer === 'yes') return { answer: 'no', because: 'statement', by: denied.by };
  return allow.answer === 'yes' ? denials.find(({ answer }) => answer === 'unknown') ?? allow : allow;
}

/**
 * What the statements of policies say to a request; `isAbout` tells whether one of a resource's policy is about who asks. What cannot be read
 * of a policy leaves open whether anything is allowed; that it may deny what another allows is not assumed.
 */
export function effectsOf(policies: readonly PolicyDocument[], request: Request, isAbout: (statement: Statement) => Holds = () => yes): Effects {
  const action = [request.action.toLowerCase()];
  let resource: readonly TextPart[] | undefined, allow: Decision = nothing, deny: Decision = nothing;
  for (const { statements, unread } of policies) {
    for (const statement of statements) {
      const isAction = isAmong(action, statement.actions);
      if (isAction.answer === 'no') continue;
      resource ??= anyPartition(partsOf(request.resource) ?? []);
      const found = foundBy(statement, worst(isAction, isAmong(resource, statement.resources, request)), request, isAbout);
      if (statement.effect === 'Allow') allow = either(allow, found);
      else deny = either(deny, found);
    }
    const [open] = unread;
    if (open) allow = either(allow, { answer: 'unknown', unknown: open });
  }
  return { allow, deny };
}

/** Whether a statement applies that is about an action and a resource as `fits` says. */
function foundBy(statement: Statement, fits: Holds, request: Request, isAbout: (statement: Statement) => Holds): Decision {
  if (fits.answer === 'no') return nothing;
  const about = worst(fits, isAbout(statement)), applies = about.answer === 'no' ? about : worst(about, conditionHolds(statement.condition, request));
  if (applies.answer === 'no') return nothing;
  if (applies.answer === 'unknown') return applies;
  return statement.inDoubt ? { answer: 'unknown', unknown: statement.inDoubt } : { answer: 'yes', by: statement };
}

function worst(first: Holds, second: Holds): Holds {
  return first.answer === 'no' || second.answer === 'yes' ? first : second.answer === 'no' ? second : first.answer === 'unknown' ? first : second;
}

/** What holds where one of the two is enough; of two refusals the second is the reason. */
export function either(first: Decision, second: Decision): Decision {
  return first.answer === 'yes' || (first.answer === 'unknown' && second.answer !== 'yes') ? first : second;
}

/** What holds where both are needed. */
export function both(first: Decision, second: Decision): Decision {
  return first.answer === 'no' || second.answer === 'yes' ? first : second.answer === 'no' || first.answer === 'yes' ? second : first;
}
