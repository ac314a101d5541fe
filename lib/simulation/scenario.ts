import type { Unknown } from '../core/value';
import type { Assumption, ResourceRef } from '../finding/finding';
import type { Service } from '../model/service';
import type { Resources } from '../placement/instance';
import type { NoPlace } from '../placement/verdict';

/** What was played. */
export type ScenarioName = 'desired-count' | 'rolling-update' | 'scaling-maximum';

/** What came of one scenario in one deployment. Data only: rules turn it into findings, the report shows it. */
export interface ScenarioResult {
  readonly name: ScenarioName;
  readonly outcome: Outcome;
  readonly services: readonly ServiceOutcome[];
  readonly clusters: readonly ClusterPlacement[];
  readonly assumptions: readonly Assumption[];
}

export type Outcome = 'succeeds' | 'fails' | 'undecided';

/** What came of one service. */
export interface ServiceOutcome {
  readonly service: Service;
  readonly outcome: Outcome;
  /** Tasks that were wanted, and that found a place. */
  readonly wanted: number;
  readonly placed: number;
  /** Why the first task without a place found none. */
  readonly noPlace?: NoPlace;
  /** The Auto Scaling groups whose instances were asked, for the finding to point to. */
  readonly groups: readonly ResourceRef[];
  /** For `undecided`: what is not known. */
  readonly unknown?: Unknown;
  /** For a rolling update that cannot move: the bounds in tasks. */
  readonly bounds?: { readonly minimum: number; readonly maximum: number };
}

/** Where every task of a cluster landed. */
export interface ClusterPlacement {
  readonly cluster: ResourceRef;
  readonly instances: readonly PlacedInstance[];
  readonly fargate: readonly { readonly service: ResourceRef; readonly tasks: number; readonly provider: string }[];
  readonly unplaced: readonly { readonly service: ResourceRef; readonly count: number; readonly noPlace: NoPlace }[];
}

export interface PlacedInstance {
  readonly id: string;
  readonly zone: string;
  readonly type: string;
  readonly capacityProvider: string | undefined;
  readonly registered: Resources;
  readonly free: Resources;
  readonly tasks: readonly { readonly service: ResourceRef; readonly count: number }[];
}
