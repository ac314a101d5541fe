import type { NoPlace } from '../placement/verdict';
import type { Workload } from './workload';

/** What became of the tasks of one service under one supposition. */
export interface Trial {
  readonly workload: Workload;
  /** Tasks that were to run, and that found a place. */
  readonly wanted: number;
  readonly placed: number;
  /** Why the first task without a place found none. */
  readonly noPlace?: NoPlace;
  /** The zone that was lost. */
  readonly zone?: string;
}

export function failed({ wanted, placed }: Trial): boolean {
  return placed < wanted;
}
