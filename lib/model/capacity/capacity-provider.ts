import type { Answer } from '../../core/identity';
import { mapValue, thenValue, unknown, withDefault, type Value } from '../../core/value';
import type { Property } from '../../template/property';
import type { Resource } from '../../template/resource';
import type { AutoScalingGroup } from './auto-scaling-group';
import type { InstanceProfile } from './instance-profile';
import type { Lookup } from '../lookup';
import { namedOf, type Named } from '../noun';
import type { Role } from '../role';
import { upper } from '../spelling';

/** `AWS::ECS::CapacityProvider`. */
export interface CapacityProvider extends Named {
  /** Absent for a provider of Managed Instances. */
  readonly autoScalingGroup: Value<AutoScalingGroup>;
  /** Whether ECS changes the size of the group between its minimum and its maximum. */
  readonly managedScaling: Value<boolean>;
  /** Percent; 100 unless given. */
  readonly targetCapacityPercent: Value<number>;
  /** Whether ECS keeps scaling in from ending instances that run tasks. */
  readonly managedTerminationProtection: Value<boolean>;
  /** `ClusterName`: the one cluster that a provider of Managed Instances is there for. */
  readonly clusterName: Value<string>;
  /** With which ECS brings Managed Instances. */
  readonly infrastructureRole: Value<Role>;
  /** The role of Managed Instances. */
  readonly instanceRole: Value<Role>;
  readonly properties: Property;
}

/** What a capacity provider refers to. */
export interface CapacityProviderReferences {
  readonly autoScalingGroups: Lookup<AutoScalingGroup>;
  readonly instanceProfiles: Lookup<InstanceProfile>;
  readonly roles: Lookup<Role>;
}

export function readCapacityProvider(resource: Resource, references: CapacityProviderReferences): CapacityProvider {
  const { properties } = resource, managed = properties.get('ManagedInstancesProvider');
  const group = properties.get('AutoScalingGroupProvider'), scaling = group.get('ManagedScaling');
  return {
    autoScalingGroup: references.autoScalingGroups.find(group.get('AutoScalingGroupArn').text()),
    managedScaling: managedScaling(scaling),
    targetCapacityPercent: withDefault(scaling.get('TargetCapacity').integer(), 100),
    managedTerminationProtection: withDefault(enabled(group.get('ManagedTerminationProtection')), false),
    clusterName: properties.get('ClusterName').text(),
    infrastructureRole: references.roles.find(managed.get('InfrastructureRoleArn').text()),
    instanceRole: thenValue(references.instanceProfiles.find(managed.get('InstanceLaunchTemplate', 'Ec2InstanceProfileArn').text()), profile => profile.role),
    properties,
    ...namedOf(resource, 'Name'),
  };
}

/** Whether it brings instances that ECS chooses and manages, in place of an Auto Scaling group. */
export function isOfManagedInstances(provider: CapacityProvider): Answer {
  return provider.properties.get('ManagedInstancesProvider').given;
}

/** Off where nothing is said of it, as ECS answers then; what ECS makes of settings without a status nobody says. */
function managedScaling(property: Property): Value<boolean> {
  const status = enabled(property.get('Status'));
  if (property.given === 'no' || status.state !== 'absent') return withDefault(status, false);
  return unknown({ kind: 'form', expected: 'ENABLED or DISABLED', found: 'nothing' }, status.at);
}

function enabled(property: Property): Value<boolean> {
  return mapValue(upper(property), status => status === 'ENABLED');
}
