import type { Constraint } from './constraint';
import type { Claim } from './fleet';
import { spread, type Strategy } from './strategy';

/** A task that looks for a place. */
export interface Task extends Claim {
  /** Those of the task definition and of the service or request together. */
  readonly constraints: readonly Constraint[];
  /** In the order in which they apply. */
  readonly strategies: readonly Strategy[];
  /** Only its instances are asked; undefined for a launch type, which asks all of the cluster. */
  readonly capacityProvider?: string | undefined;
  /** The zones of its subnets, for a task with a network interface of its own. */
  readonly zones?: readonly string[] | undefined;
}

/** What ECS does for a service without strategies: over the zones, and there where the fewest of its tasks run. */
export const serviceDefaults: readonly Strategy[] = [spread('attribute:ecs.availability-zone'), spread('instanceId')];
