import { attributeOf } from './attribute';
import type { Instance } from './instance';

/**
 * Among the instances that may take a task, which ECS prefers. A list of strategies is a list of measures (`ranking.ts`): the instances with the least of the first, of
 * those the ones with the least of the second … No strategy keeps a task from its place.
 */
export type Strategy =
  /** How many tasks of the group run there: on the instance, or on all that share its value. */
  | { readonly type: 'spread'; readonly over?: (instance: Instance) => string }
  /** How much is left. */
  | { readonly type: 'binpack'; readonly resource: 'cpuUnits' | 'memoryMiB' }
  /** Any of them. */
  | { readonly type: 'random' };

/** Any of them. */
export const random: Strategy = { type: 'random' };

/** Where the least of the resource is left: the fewest instances are in use. */
export function binpack(resource: 'cpu' | 'memory'): Strategy {
  return { type: 'binpack', resource: resource === 'cpu' ? 'cpuUnits' : 'memoryMiB' };
}

/** Evenly over instances, or over the values of an attribute: there first where the fewest tasks of the group run. */
export function spread(field: string): Strategy {
  const name = /^attribute:(.*)$/i.exec(field)?.[1];
  return name === undefined ? { type: 'spread' } : { type: 'spread', over: instance => valueIn(instance, name) };
}

/** Instances without the attribute are taken to share a value of their own; the guide does not say what becomes of them. */
function valueIn(instance: Instance, name: string): string {
  if (name === 'ecs.availability-zone') return `zone ${instance.zone ?? ''}`;
  const attribute = attributeOf(instance, name);
  return attribute.state === 'value' ? `value ${attribute.value}` : attribute.state;
}
