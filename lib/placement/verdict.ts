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

/** Why a task found no place: the instances that were asked, counted by what they failed on. */
export interface NoPlace {
  /** Instances that were candidates: of the cluster, or of the capacity provider. */
  readonly asked: number;
  /** Most instances first. `never`: how many of them could not take the task even when empty. */
  readonly counts: readonly { readonly reason: FailureReason; readonly what?: string; readonly instances: number; readonly never: number }[];
  /** The instance that failed the fewest filters, ECS's "closest matching". */
  readonly closest?: ClosestMatching;
}

export interface ClosestMatching {
  readonly instance: string;
  readonly type: string;
  readonly registered: Resources;
  readonly free: Resources;
  /** `forever`: also when the instance is empty. */
  readonly refusals: readonly (Refusal & { readonly forever: boolean })[];
}
