import { clusterQuotas } from '../catalog/cluster-quotas';
import { ifKnown, known, orElse, thenValue, unknown, unknownsIn, type Unknown, type Value } from '../core/value';
import type { InstanceGroup, InstanceShape } from '../model/capacity/instance-group';
import type { Doubt } from '../placement/fit';

/** The container instances that an Auto Scaling group may bring. */
export interface GroupCapacity {
  readonly group: InstanceGroup;
  /** What it may launch, most preferred first. */
  readonly shapes: readonly [InstanceShape, ...InstanceShape[]];
  /** Keys of its zones; one that is undefined where they are not known. */
  readonly zones: readonly (string | undefined)[];
  /** With what the template leaves open taken for the tasks, and against them. */
  readonly sizes: Readonly<Record<Doubt, GroupSize>>;
  /** What the template leaves open. */
  readonly open: readonly Unknown[];
}

export interface GroupSize {
  /** Instances that are there before any task. */
  readonly start: number;
  /** Instances that there may be. */
  readonly limit: number;
  /** Whose tasks make it grow: those of its capacity provider, or anybody's. */
  readonly growsFor: 'provider' | 'everyone';
}

/** Unknown where nothing can be said of the instances at all. */
export function capacityOf(group: InstanceGroup): Value<GroupCapacity> {
  const { choices, capacityUnit } = group.autoScalingGroup, weights = (ifKnown(choices) ?? []).map(({ weight }) => weight);
  const weighted = ifKnown(capacityUnit) === 'units' ? weights.find(weight => weight.state === 'unknown' || (ifKnown(weight) ?? 1) !== 1) : capacityUnit;
  if (weighted) return unknown({ kind: 'fact', what: 'how many instances a group launches whose size is not counted in instances' }, weighted.at);
  return thenValue(group.shapes, ([first, ...others]) => {
    if (!first) return unknown({ kind: 'form', expected: 'an instance type', found: 'none' }, group.shapes.at);
    return known({ group, shapes: [first, ...others], zones: ifKnown(group.zones) ?? [undefined], ...sizesOf(group) }, group.shapes.at);
  });
}

function sizesOf({ autoScalingGroup, capacityProvider }: InstanceGroup): Pick<GroupCapacity, 'sizes' | 'open'> {
  const { exists, minSize, maxSize } = autoScalingGroup;
  const desired = orElse(autoScalingGroup.desiredCapacity, minSize), most = Math.min(ifKnown(maxSize) ?? Infinity, clusterQuotas.value.instancesPerCluster);
  const managed = capacityProvider?.managedScaling ?? known(false, autoScalingGroup.at);
  const start = Math.min(ifKnown(desired) ?? ifKnown(minSize) ?? 0, most), isOpen = desired.state === 'unknown' || autoScalingGroup.scaled;
  const least = exists.state === 'known' ? start : 0;
  return {
    sizes: {
      for: { start, limit: isOpen || ifKnown(managed) !== false ? most : start, growsFor: isOpen ? 'everyone' : 'provider' },
      against: { start: least, limit: exists.state === 'known' && ifKnown(managed) && maxSize.state === 'known' ? most : least, growsFor: 'provider' },
    },
    open: unknownsIn(exists, desired, managed, maxSize),
  };
}
