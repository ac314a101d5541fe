import type { Strategy } from '../strategy';

/** Where the least of the resource is left: the fewest instances are in use. */
export function binpack(resource: 'cpu' | 'memory'): Strategy {
  return { type: 'binpack', resource: resource === 'cpu' ? 'cpuUnits' : 'memoryMiB' };
}
