import type { Value } from '../core/value';
import type { Property } from '../template/property';
import type { LaunchTemplate } from './launch-template';
import type { Named } from './noun';

/** `AWS::AutoScaling::AutoScalingGroup`. */
export interface AutoScalingGroup extends Named {
  readonly minSize: Value<number>;
  readonly maxSize: Value<number>;
  /** As given; without it the group begins at its minimum. */
  readonly desiredCapacity: Value<number>;
  /** The subnets of `VPCZoneIdentifier`, by reference. */
  readonly subnets: Value<readonly Value<string>[]>;
  /** `LaunchTemplate`, `MixedInstancesPolicy` or `LaunchConfigurationName`. */
  readonly launchTemplate: Value<LaunchTemplate>;
  /** The types it may launch, most preferred first: the overrides of a mixed instances policy, else the launch template's. */
  readonly instanceTypes: Value<readonly Value<string>[]>;
  readonly properties: Property;
}
