import { absent, allKnown, known, mapValue, thenValue, withDefault, type Value } from '../../core/value';
import type { Property } from '../../template/property';
import type { Resource } from '../../template/resource';
import { readContainer, type Container, type PortMapping } from './container';
import type { Lookup } from '../lookup';
import { namedOf, type Named } from '../noun';
import { readPlacementConstraints, type PlacementConstraint } from './placement-rule';
import type { Role } from '../role';
import { cpuUnits, lower, memoryMiB, upper } from '../spelling';
import { readVolumes, type Volume } from './volume';

/** `AWS::ECS::TaskDefinition`. Its name is the family. */
export interface TaskDefinition extends Named {
  /** What `Ref` gives of it: its ARN, with a revision that CloudFormation learns on creation. */
  readonly reference: Value<string>;
  /** Task-level CPU. */
  readonly cpuUnits: Value<number>;
  /** Task-level memory. */
  readonly memoryMiB: Value<number>;
  /** As given: without it ECS takes bridge on Linux container instances. */
  readonly networkMode: Value<string>;
  /** `EC2`, `FARGATE`, `EXTERNAL`, `MANAGED_INSTANCES`. */
  readonly compatibilities: Value<readonly Value<string>[]>;
  readonly containers: Value<readonly Container[]>;
  readonly volumes: Value<readonly Volume[]>;
  /** The name of the container that is the proxy of App Mesh. */
  readonly proxyContainer: Value<string>;
  readonly executionRole: Value<Role>;
  readonly taskRole: Value<Role>;
  readonly placementConstraints: Value<readonly PlacementConstraint[]>;
  /** `X86_64` or `ARM64`. */
  readonly cpuArchitecture: Value<string>;
  /** `LINUX` or `WINDOWS_SERVER_…`. */
  readonly operatingSystem: Value<string>;
  /** For what the fields above do not name. */
  readonly properties: Property;
}

export function readTaskDefinition(resource: Resource, roles: Lookup<Role>): TaskDefinition {
  const { properties } = resource;
  return {
    reference: resource.ref.text(),
    cpuUnits: cpuUnits(properties.get('Cpu')),
    memoryMiB: memoryMiB(properties.get('Memory')),
    networkMode: lower(properties.get('NetworkMode')),
    compatibilities: mapValue(properties.get('RequiresCompatibilities').listOrOne(), list => list.map(upper)),
    containers: mapValue(properties.get('ContainerDefinitions').list(), list => list.map(readContainer)),
    volumes: readVolumes(properties.get('Volumes')),
    proxyContainer: properties.get('ProxyConfiguration', 'ContainerName').text(),
    executionRole: roles.find(properties.get('ExecutionRoleArn').text()),
    taskRole: roles.find(properties.get('TaskRoleArn').text()),
    placementConstraints: readPlacementConstraints(properties.get('PlacementConstraints')),
    cpuArchitecture: upper(properties.get('RuntimePlatform', 'CpuArchitecture')),
    operatingSystem: upper(properties.get('RuntimePlatform', 'OperatingSystemFamily')),
    properties,
    ...namedOf(resource, 'Family'),
  };
}

/** Whether `RequiresCompatibilities` names the launch type. Without it ECS registers the task definition for whatever it fits. */
export function supports(task: TaskDefinition, launchType: string): Value<boolean> {
  return thenValue(task.compatibilities, list => {
    if (list.some(item => item.state === 'known' && item.value === launchType)) return known(true, task.compatibilities.at);
    return list.find(item => item.state === 'unknown') ?? known(false, task.compatibilities.at);
  });
}

/** The network mode that holds: without one ECS takes bridge on Linux container instances (API RegisterTaskDefinition.networkMode). */
export function networkModeOf(task: TaskDefinition): Value<string> {
  return withDefault(task.networkMode, 'bridge');
}

/** The port mappings of all its containers. */
export function portMappingsOf({ containers }: TaskDefinition): Value<readonly PortMapping[]> {
  return thenValue(containers, all => mapValue(allKnown(all.map(({ portMappings }) => portMappings), containers.at), lists => lists.flat()));
}

/** The container of a name. Absent where the task definition has none of it; unknown where a container's name is. */
export function containerNamed(task: TaskDefinition, name: string): Value<Container> {
  return thenValue(task.containers, (containers): Value<Container> => {
    const named = containers.find(container => container.name.state === 'known' && container.name.value === name);
    if (named) return known(named, named.at);
    return containers.map(container => container.name).find(other => other.state === 'unknown') ?? absent(task.containers.at);
  });
}
