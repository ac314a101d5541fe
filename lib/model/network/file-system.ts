import { withDefault, type Value } from '../../core/value';
import type { ResourceRef } from '../../finding/finding';
import type { Property } from '../../template/property';
import type { Resource } from '../../template/resource';
import type { Lookup } from '../lookup';
import { namedOf, nounOf, type Named, type Noun } from '../noun';
import type { Parts } from '../part';
import { upper } from '../spelling';
import type { SecurityGroup } from './security-group';
import type { Subnet } from './subnet';

/** `AWS::EFS::FileSystem` with its mount targets. It has no name; others refer to it by `Ref`. */
export interface FileSystem extends Named {
  readonly mountTargets: readonly MountTarget[];
  /** What may put something into it beside tasks: an instance, a function, whatever refers to it or to an access point of it. */
  readonly filledBy: readonly ResourceRef[];
  readonly properties: Property;
}

/** `AWS::EFS::MountTarget`: the address of a file system in one zone. */
export interface MountTarget extends Noun {
  /** The file system, by reference. */
  readonly fileSystem: Value<string>;
  readonly subnet: Value<Subnet>;
  /** Absent for the default group of the VPC. */
  readonly securityGroups: Value<readonly Value<SecurityGroup>[]>;
  /** `IPV4_ONLY` unless given; `IPV6_ONLY` or `DUAL_STACK`. */
  readonly addressType: Value<string>;
  readonly properties: Property;
}

/** `AWS::EFS::AccessPoint`: a directory of a file system, and the user as whom it is used. */
export interface AccessPoint extends Named {
  /** The file system, by reference. */
  readonly fileSystem: Value<string>;
  readonly properties: Property;
}

export function readAccessPoint(resource: Resource): AccessPoint {
  const { properties } = resource;
  return { fileSystem: properties.get('FileSystemId').text(), properties, ...namedOf(resource, '') };
}

export function readFileSystem(resource: Resource, mountTargets: Parts<MountTarget>, resources: readonly Resource[]): FileSystem {
  const named = namedOf(resource, '');
  return { mountTargets: mountTargets.allOf(named), filledBy: fillersOf(named, resources), properties: resource.properties, ...named };
}

/** What belongs to file systems or tasks, watches, or says who may do what writes nothing itself. */
const neverFills = /^AWS::(ApplicationAutoScaling|Backup|CloudWatch|EC2::SecurityGroup\w*|ECS|EFS|IAM|KMS|SSM)(::|$)/;

function fillersOf({ stack, id }: ResourceRef, resources: readonly Resource[]): readonly ResourceRef[] {
  const beside = resources.filter(other => other.stack === stack);
  const accessPoints = beside.filter(({ type, dependencies }) => type === 'AWS::EFS::AccessPoint' && dependencies().has(id));
  const doors = [id, ...accessPoints.map(accessPoint => accessPoint.id)];
  return beside.filter(({ type, dependencies }) => !neverFills.test(type) && doors.some(door => dependencies().has(door)));
}

export function readMountTarget(resource: Resource, subnets: Lookup<Subnet>, securityGroups: Lookup<SecurityGroup>): MountTarget {
  const { properties } = resource;
  return {
    fileSystem: properties.get('FileSystemId').text(),
    subnet: subnets.find(properties.get('SubnetId').text()),
    securityGroups: securityGroups.findAll(properties.get('SecurityGroups').texts()),
    addressType: withDefault(upper(properties.get('IpAddressType')), 'IPV4_ONLY'),
    properties,
    ...nounOf(resource),
  };
}
