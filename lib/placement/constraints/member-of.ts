import type { Constraint } from '../constraint';
import { evaluateQuery } from '../query/evaluate';
import type { Expression } from '../query/expression';
import { mixesAndOr } from '../query/precedence';

/** Only instances that a cluster query selects. `text` is the query as it was written. */
export function memberOf(query: Expression, text: string): Constraint {
  return { type: 'memberOf', admits: state => evaluateQuery(query, state), refusal: { reason: 'MEMBER_OF', what: text }, ...(mixesAndOr(query) ? { mixesAndOr: true } : {}) };
}
