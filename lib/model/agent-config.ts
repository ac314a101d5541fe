import { Mask } from '../core/mask';
import { absent, type Value } from '../core/value';
import type { Property } from '../template/property';
import type { Resource } from '../template/resource';
import type { MachineImage } from './machine-image';

/** What user data sets for the ECS agent. A value is absent where the user data is known and does not set it. */
export interface AgentConfig {
  /** `ECS_CLUSTER`: without it the instance joins the cluster `default`. */
  readonly cluster: Value<string>;
  /** `ECS_RESERVED_MEMORY`. */
  readonly reservedMemoryMiB: Value<number>;
  /** `ECS_AVAILABLE_LOGGING_DRIVERS`. */
  readonly loggingDrivers: Value<readonly string[]>;
  /** `ECS_INSTANCE_ATTRIBUTES`. */
  readonly attributes: Value<ReadonlyMap<string, Value<string>>>;
  /** `ECS_RESERVED_PORTS` and `ECS_RESERVED_PORTS_UDP`, which take the place of the default lists. */
  readonly reservedPorts: Value<readonly number[]>;
  readonly reservedUdpPorts: Value<readonly number[]>;
  /** `ECS_ENABLE_GPU_SUPPORT`. */
  readonly gpuSupport: Value<boolean>;
  /** The operating system that the user data is written for, where it tells. */
  readonly os: 'linux' | 'windows' | undefined;
}

/** What the user data of an instance tells the agent on it. For now: what it assigns to `ECS_CLUSTER`. */
export function readAgentConfig(userData: Property, _image: Value<MachineImage>, _resource: (id: string) => Resource | undefined): AgentConfig {
  const { at } = userData, text = userData.text(), mask = new Mask(), none = absent(at);
  const [, name] = text.state === 'absent' ? [] : (/(?:ECS_CLUSTER=|cluster\s*=\s*)["']?([^\s"'>;]+)/.exec(mask.hide(text)) ?? []);
  return {
    cluster: name === undefined ? none : mask.reveal(name, at),
    reservedMemoryMiB: none, loggingDrivers: none, attributes: none, reservedPorts: none, reservedUdpPorts: none, gpuSupport: none, os: undefined,
  };
}
