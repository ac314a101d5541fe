import { priceOf, type InstancePrice } from '../catalog/instance-prices';
import { instanceRequirementDefaults } from '../catalog/instance-requirements';
import { instanceSeries } from '../catalog/instance-series';
import { allInstanceTypes, type InstanceType } from '../catalog/instance-types';
import { globOf, matchGlob } from '../core/glob';
import { ifKnown } from '../core/value';
import type { InstanceShape } from '../model/capacity/instance-group';
import { shapeNamed } from '../model/capacity/instance-shape';
import type { Occupancy } from './occupancy';

/** An instance type that the region has, with what an instance of it would register and cost. */
export interface Candidate {
  readonly type: InstanceType;
  readonly shape: InstanceShape;
  readonly price: InstancePrice;
}

/**
 * The types among which to choose: of the processor that the image is built for, offered in the region, and allowed by a pattern where there are any, as `m7g.*`. Without patterns those that give their whole
 * CPU all the time, of the current generation, and with GPUs where tasks ask for them and nowhere else. Bare metal only by name.
 */
export function candidatesFor({ group, world, guests }: Occupancy, region: string, allowed: readonly string[] | undefined): readonly Candidate[] {
  const { autoScalingGroup } = group.group, architecture = group.shapes[0].attributes.get('ecs.cpu-architecture');
  const patterns = allowed?.map(pattern => ({ glob: globOf([pattern]), ofMetal: pattern.includes('metal') }));
  const { steady, withGpus, withoutWholeGpus } = instanceSeries.value, series = [...world.workloads, ...guests].some(({ task }) => task.need.gpus > 0) ? withGpus : steady;
  const unasked = [...instanceRequirementDefaults.value.previousGeneration, ...withoutWholeGpus];
  const isMeant = ({ name }: InstanceType): boolean => {
    const [family = '', size = ''] = name.split('.'), isMetal = size.startsWith('metal');
    if (patterns) return patterns.some(({ glob, ofMetal }) => matchGlob(glob, [name]) === 'yes' && (ofMetal || !isMetal));
    return !isMetal && series.includes(/^[a-z]+/.exec(family)?.[0] ?? '') && !family.endsWith('-flex') && !unasked.includes(family);
  };
  return allInstanceTypes().filter(type => type.architecture === architecture && isMeant(type)).flatMap(type => {
    const shape = ifKnown(shapeNamed(type.name, autoScalingGroup)), price = priceOf(type, region);
    return shape && price ? [{ type, shape, price }] : [];
  });
}
