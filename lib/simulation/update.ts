import { ifKnown, known, mapValue, thenValue, type Value } from '../core/value';
import type { Service } from '../model/service/service';

/** How many tasks may run while a service is updated. */
export interface RollingBounds {
  readonly desired: number;
  /** ECS stops no task as long as fewer would be left running. */
  readonly minimum: number;
  /** ECS starts no task as long as more would be running or pending. */
  readonly maximum: number;
}

/** The minimum is rounded up and the maximum down: deployment-type-ecs. */
export function rollingBounds(desired: number, minimumHealthyPercent: number, maximumPercent: number): RollingBounds {
  return { desired, minimum: Math.ceil(desired * minimumHealthyPercent / 100), maximum: Math.floor(desired * maximumPercent / 100) };
}

/** Old tasks that may stop before a new one starts. */
export function stoppable({ desired, minimum }: RollingBounds): number {
  return Math.max(0, desired - minimum);
}

/** New tasks that may start before an old one stops. */
export function startable({ desired, maximum }: RollingBounds): number {
  return Math.max(0, maximum - desired);
}

/** Not one new task may start and not one old task may stop. */
export function isLocked(bounds: RollingBounds): boolean {
  return bounds.desired > 0 && stoppable(bounds) + startable(bounds) === 0;
}

/** How the tasks of a service are replaced by those of a new revision: some at a time, or all at once beside the old ones. */
export type Update = { readonly kind: 'rolling'; readonly bounds: RollingBounds } | { readonly kind: 'allAtOnce' };

/** How an update of a service with so many tasks goes; absent where ECS leaves it to others. */
export function updateOf(service: Service, desired: number): Value<Update> {
  const { deploymentController, deploymentStrategy, minimumHealthyPercent, maximumPercent } = service;
  return thenValue(deploymentController, (controller): Value<Update> => {
    if (controller === 'EXTERNAL') return { state: 'absent', at: deploymentController.at };
    if (controller === 'CODE_DEPLOY') return known({ kind: 'allAtOnce' }, deploymentController.at);
    return thenValue(deploymentStrategy, (strategy): Value<Update> => {
      if (strategy !== 'ROLLING') return known({ kind: 'allAtOnce' }, deploymentStrategy.at);
      return thenValue(minimumHealthyPercent, minimum => mapValue(maximumPercent, maximum => ({ kind: 'rolling', bounds: rollingBounds(desired, minimum, maximum) })));
    });
  });
}

/** Whether the new tasks stand beside all the old ones before any of these stops. */
export function replacesAllAtOnce(service: Service): boolean {
  return ifKnown(updateOf(service, 1))?.kind === 'allAtOnce';
}
