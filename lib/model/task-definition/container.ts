import { mapValue, withDefault, type Value } from '../../core/value';
import type { Origin } from '../../core/origin';
import type { Property } from '../../template/property';
import { registryOf, type Registry } from './image';
import { inUse } from '../in-use';
import { readSecrets, type Secret } from './secret';
import { lower, upper } from '../spelling';

/** A container definition of a task definition. */
export interface Container {
  readonly at: Origin;
  readonly name: Value<string>;
  readonly image: Value<string>;
  readonly registry: Value<Registry>;
  /** A container is essential unless it is said not to be. */
  readonly essential: Value<boolean>;
  readonly cpuUnits: Value<number>;
  /** The hard limit. */
  readonly memoryMiB: Value<number>;
  /** The soft limit, which is what a placement counts. */
  readonly memoryReservationMiB: Value<number>;
  readonly gpus: Value<readonly Value<string>[]>;
  readonly portMappings: Value<readonly PortMapping[]>;
  readonly logDriver: Value<string>;
  readonly logOptions: Value<ReadonlyMap<string, Value<string>>>;
  readonly privileged: Value<boolean>;
  readonly secrets: readonly Secret[];
  /** ARNs of objects in S3. */
  readonly environmentFiles: Value<readonly Value<string>[]>;
  readonly hasHealthCheck: Value<boolean>;
  /** Whether it routes the logs of the others (FireLens). */
  readonly routesLogs: Value<boolean>;
  readonly dependencies: Value<readonly ContainerDependency[]>;
  /** The names of the containers that it is linked to. */
  readonly links: Value<readonly Value<string>[]>;
  /** The names of the containers whose volumes it shares. */
  readonly volumesFrom: Value<readonly Value<string>[]>;
  readonly mountPoints: Value<readonly MountPoint[]>;
  /** For what the fields above do not name. */
  readonly properties: Property;
}

/** Another container that has to be so far before this one starts. */
export interface ContainerDependency {
  readonly at: Origin;
  readonly container: Value<string>;
  /** `START`, `COMPLETE`, `SUCCESS` or `HEALTHY`. */
  readonly condition: Value<string>;
}

export interface MountPoint {
  readonly at: Origin;
  /** The name of a volume of the task definition. */
  readonly volume: Value<string>;
}

export interface PortMapping {
  readonly at: Origin;
  readonly name: Value<string>;
  readonly containerPort: Value<number>;
  /** As `8000-8010`, in place of the one port. */
  readonly containerPortRange: Value<string>;
  readonly hostPort: Value<number>;
  /** `TCP` unless given. */
  readonly protocol: Value<string>;
  /** What is spoken on it, as Service Connect is told; absent where that is left to TCP. */
  readonly appProtocol: Value<string>;
}

export function readContainer(property: Property): Container {
  const image = property.get('Image').text(), log = property.get('LogConfiguration');
  return {
    at: property.at,
    name: property.get('Name').text(),
    image,
    registry: registryOf(image),
    essential: withDefault(property.get('Essential').flag(), true),
    cpuUnits: property.get('Cpu').integer(),
    memoryMiB: property.get('Memory').integer(),
    memoryReservationMiB: property.get('MemoryReservation').integer(),
    gpus: mapValue(property.get('ResourceRequirements').list(), list =>
      list.filter(item => !isOtherThanGpu(item)).map(item => item.get('Value').text())),
    portMappings: mapValue(property.get('PortMappings').list(), list => list.map(readPortMapping)),
    logDriver: lower(log.get('LogDriver')),
    logOptions: mapValue(log.get('Options').map(), map => new Map([...map].map(([key, value]) => [key, value.text()]))),
    privileged: withDefault(property.get('Privileged').flag(), false),
    secrets: readSecrets(property),
    environmentFiles: mapValue(property.get('EnvironmentFiles').list(), list => list.map(item => item.get('Value').text())),
    hasHealthCheck: inUse(property.get('HealthCheck')),
    routesLogs: inUse(property.get('FirelensConfiguration')),
    dependencies: mapValue(property.get('DependsOn').list(), list => list.map(item => ({
      at: item.at, container: item.get('ContainerName').text(), condition: upper(item.get('Condition')),
    }))),
    // A link is `name` or `name:alias`.
    links: mapValue(property.get('Links').texts(), links => links.map(link => mapValue(link, text => text.split(':')[0] ?? ''))),
    volumesFrom: mapValue(property.get('VolumesFrom').list(), list => list.map(item => item.get('SourceContainer').text())),
    mountPoints: mapValue(property.get('MountPoints').list(), list => list.map(item => ({ at: item.at, volume: item.get('SourceVolume').text() }))),
    properties: property,
  };
}

function readPortMapping(property: Property): PortMapping {
  return {
    at: property.at,
    name: property.get('Name').text(),
    containerPort: property.get('ContainerPort').integer(),
    appProtocol: property.get('AppProtocol').text(),
    containerPortRange: property.get('ContainerPortRange').text(),
    hostPort: property.get('HostPort').integer(),
    protocol: withDefault(upper(property.get('Protocol')), 'TCP'),
  };
}

function isOtherThanGpu(item: Property): boolean {
  const type = upper(item.get('Type'));
  return type.state === 'known' && type.value !== 'GPU';
}
