import type { Answer } from '../core/identity';
import { conditionHolds, type RequestContext } from './condition';
import { isAmong } from './decide';
import type { PolicyDocument } from './policy';
import { aService, statementsAbout } from './principal';

/**
 * Whether a trust policy lets a service of AWS's assume the role. Conditions of what allows are taken to hold unless `context`, what is known
 * of the request, says that they do not: they name on whose behalf the service comes (`aws:SourceAccount`, `aws:SourceArn`).
 */
export function trusts(document: PolicyDocument, name: string, context: RequestContext = new Map()): Answer {
  const { statements, unread } = statementsAbout(document, aService(name));
  const answers = { Allow: new Set<Answer>(), Deny: new Set<Answer>() };
  for (const { effect, actions, condition } of statements) {
    const { answer } = isAmong(['sts:assumerole'], actions);
    if (conditionHolds(condition, context).answer === 'no') continue;
    answers[effect].add(effect === 'Deny' && answer === 'yes' && condition.given !== 'no' ? 'unknown' : answer);
  }
  if (answers.Deny.has('yes')) return 'no';
  if (answers.Allow.has('yes')) return answers.Deny.has('unknown') ? 'unknown' : 'yes';
  return answers.Allow.has('unknown') || unread.length > 0 ? 'unknown' : 'no';
}
