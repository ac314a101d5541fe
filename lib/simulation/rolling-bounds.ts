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
