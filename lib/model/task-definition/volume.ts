import type { Origin } from '../../core/origin';
import { mapValue, withDefault, type Value } from '../../core/value';
import type { Property } from '../../template/property';

/** A volume of a task definition. */
export interface Volume {
  readonly at: Origin;
  readonly name: Value<string>;
  /** Whether the service gives its configuration: a volume of EBS that ECS makes for each task. */
  readonly configuredAtLaunch: Value<boolean>;
  /** The driver of a Docker volume, `local` among them; absent for another kind of volume and where none is named. */
  readonly driver: Value<string>;
  /** The file system of EFS, by reference; absent for another kind of volume. */
  readonly fileSystem: Value<string>;
  /** For what the fields above do not name. */
  readonly properties: Property;
}

export function readVolumes(property: Property): Value<readonly Volume[]> {
  return mapValue(property.list(), list => list.map(item => ({
    at: item.at,
    name: item.get('Name').text(),
    configuredAtLaunch: withDefault(item.get('ConfiguredAtLaunch').flag(), false),
    driver: item.get('DockerVolumeConfiguration', 'Driver').text(),
    fileSystem: item.get('EFSVolumeConfiguration', 'FilesystemId').text(),
    properties: item,
  })));
}
