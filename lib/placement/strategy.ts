import type { Instance } from './instance';

/**
 * Among the instances that may take a task, which ECS prefers. A list of strategies is a list of measures: the instances with the least of the first, of
 * those the ones with the least of the second … No strategy keeps a task from its place.
 */
export type Strategy =
  /** How many tasks of the group run there: on the instance, or on all that share its value. */
  | { readonly type: 'spread'; readonly over?: (instance: Instance) => string }
  /** How much is left. */
  | { readonly type: 'binpack'; readonly resource: 'cpuUnits' | 'memoryMiB' }
  /** Any of them. */
  | { readonly type: 'random' };
