import type { Answer } from '../core/identity';
import type { InstanceState } from './fleet';
import { evaluateQuery } from './query/evaluate';
import type { Expression } from './query/expression';
import { mixesAndOr } from './query/precedence';
import type { Refusal } from './verdict';

/** ECS places a task only on instances that meet all its constraints. */
export interface Constraint {
  readonly type: 'distinctInstance' | 'memberOf';
  /** Whether the instance takes a task of the group. */
  admits(state: InstanceState, group: string): Answer;
  /** Set where it rests on which of `and` and `or` binds closer. */
  readonly mixesAndOr?: true;
  /** How it is told that an instance does not. */
  readonly refusal: Refusal;
}

/** Each task of a group on an instance of its own. During a deployment the old and the new revision are one group. */
export const distinctInstance: Constraint = {
  type: 'distinctInstance',
  admits: ({ tasks }, group) => (tasks.has(group) ? 'no' : 'yes'),
  refusal: { reason: 'DISTINCT_INSTANCE' },
};

/** Only instances that a cluster query selects. `text` is the query as it was written. */
export function memberOf(query: Expression, text: string): Constraint {
  return { type: 'memberOf', admits: state => evaluateQuery(query, state), refusal: { reason: 'MEMBER_OF', what: text }, ...(mixesAndOr(query) ? { mixesAndOr: true } : {}) };
}
