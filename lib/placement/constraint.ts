import type { Answer } from '../core/identity';
import type { InstanceState } from './fleet';
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
