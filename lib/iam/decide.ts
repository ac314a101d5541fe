import { matchGlob } from '../core/glob';
import { partsOf } from '../core/text';
import type { TextPart, Unknown, Value } from '../core/value';
import { conditionHolds, type Holds, type RequestContext } from './condition';
import { anyPartition, type Patterns, type PolicyDocument, type Statement } from './policy';

/** What somebody would do. */
export interface Request {
  /** As `ecr:BatchGetImage`. */
  readonly action: string;
  /** An ARN, or `*` where the action knows no resources. */
  readonly resource: Value<string>;
  readonly context: RequestContext;
}

/** Whether IAM lets somebody do it, with the reason. */
export type Decision =
  | { readonly answer: 'yes'; readonly by: Statement }
  | { readonly answer: 'no'; readonly deniedBy: Statement | undefined }
  | { readonly answer: 'unknown'; readonly unknown: Unknown };

/**
 * Decides by policies as IAM does: a statement that denies wins, else one that allows is needed. What cannot be read of a policy leaves open
 * whether anything is allowed; that it may deny what another allows is not assumed.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html
 */
export function decide(policies: readonly PolicyDocument[], request: Request): Decision {
  const action = [request.action.toLowerCase()], resource = anyPartition(partsOf(request.resource) ?? []);
  let by: Statement | undefined, allowedIf: Unknown | undefined, deniedIf: Unknown | undefined;
  for (const statement of policies.flatMap(policy => policy.statements)) {
    const applies = both(isAmong(action, statement.actions), () =>
      both(isAmong(resource, statement.resources), () => conditionHolds(statement.condition, request.context)));
    if (applies.answer === 'no') continue;
    if (statement.effect === 'Allow') {
      if (applies.answer === 'yes') by ??= statement;
      else allowedIf ??= applies.unknown;
    } else if (applies.answer === 'yes') return { answer: 'no', deniedBy: statement };
    else deniedIf ??= applies.unknown;
  }
  if (by) return deniedIf ? { answer: 'unknown', unknown: deniedIf } : { answer: 'yes', by };
  allowedIf ??= policies.flatMap(policy => policy.unread)[0];
  return allowedIf ? { answer: 'unknown', unknown: allowedIf } : { answer: 'no', deniedBy: undefined };
}

/** Whether a text is what a statement is about. */
export function isAmong(text: readonly TextPart[], { any, except }: Patterns): Holds {
  let open: Unknown | undefined;
  for (const pattern of any) {
    const answer = matchGlob(pattern, text);
    if (answer === 'yes') return { answer: except ? 'no' : 'yes' };
    if (answer === 'unknown') open ??= [...pattern, ...text].find(part => typeof part === 'object');
  }
  if (open) return { answer: 'unknown', unknown: open };
  return { answer: except ? 'yes' : 'no' };
}

function both(first: Holds, second: () => Holds): Holds {
  if (first.answer === 'no') return first;
  const next = second();
  return next.answer === 'yes' ? first : next;
}
