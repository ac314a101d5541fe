import type { Resources } from './instance';

/** What keeps a task off an instance, in ECS's own words (`RunTask` failures and service events). */
export type FailureReason =
  | 'RESOURCE:CPU' | 'RESOURCE:MEMORY' | 'RESOURCE:GPU' | 'RESOURCE:PORTS' | 'RESOURCE:ENI'
  | 'AGENT' | 'ATTRIBUTE' | 'LOCATION' | 'MEMBER_OF' | 'DISTINCT_INSTANCE';

/** Why one instance does not take one task. */
export interface Refusal {
  readonly reason: FailureReason;
  /** How much is needed and how much is free, where it is a matter of amount. */
  readonly needed?: number;
  readonly free?: number;
  /** Which port, attribute, zone or expression. */
  readonly what?: string;
}

/** Why a task found no place. */
export interface NoPlace {
  /** Instances that were candidates: of the cluster, or of the capacity provider. */
  readonly asked: number;
  /** How many failed on what, most instances first. `never`: how many of them could not take the task even when empty. */
  readonly counts: readonly { readonly reason: FailureReason; readonly what?: string; readonly instances: number; readonly never: number }[];
  /** What each instance answers, those of one type that answer the same as one; the nearest miss first, which is ECS's "closest matching". */
  readonly answers: readonly InstanceAnswer[];
}

export interface InstanceAnswer {
  /** How many instances answer this, and the first of them. */
  readonly instances: number;
  readonly instance: string;
  readonly type: string;
  readonly registered: Resources;
  readonly free: Resources;
  /** `forever`: also when the instance is empty. */
  readonly refusals: readonly (Refusal & { readonly forever: boolean })[];
}
