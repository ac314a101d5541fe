import type { Value } from '../core/value';
import type { Property } from '../template/property';
import type { AutoScalingGroup } from './auto-scaling-group';
import type { Named } from './noun';

/** `AWS::ECS::CapacityProvider`. */
export interface CapacityProvider extends Named {
  /** Absent for a provider of Managed Instances. */
  readonly autoScalingGroup: Value<AutoScalingGroup>;
  /** Whether ECS changes the size of the group between its minimum and its maximum. */
  readonly managedScaling: Value<boolean>;
  /** Percent; 100 unless given. */
  readonly targetCapacityPercent: Value<number>;
  readonly properties: Property;
}
