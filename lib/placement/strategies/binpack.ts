import { least, type Strategy } from '../strategy';

/** Where the least of the resource is left: the fewest instances are in use. */
export function binpack(resource: 'cpu' | 'memory'): Strategy {
  return {
    type: 'binpack',
    narrow: candidates => least(candidates, ({ free }) => (resource === 'cpu' ? free.cpuUnits : free.memoryMiB)),
  };
}
