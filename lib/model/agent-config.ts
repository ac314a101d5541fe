import type { Value } from '../core/value';

/** What user data sets for the ECS agent. A value is absent where the user data is known and does not set it. */
export interface AgentConfig {
  /** `ECS_CLUSTER`: without it the instance joins the cluster `default`. */
  readonly cluster: Value<string>;
  /** `ECS_RESERVED_MEMORY`. */
  readonly reservedMemoryMiB: Value<number>;
  /** `ECS_AVAILABLE_LOGGING_DRIVERS`. */
  readonly loggingDrivers: Value<readonly string[]>;
  /** `ECS_INSTANCE_ATTRIBUTES`. */
  readonly attributes: Value<ReadonlyMap<string, string>>;
  /** `ECS_RESERVED_PORTS` and `ECS_RESERVED_PORTS_UDP`, which take the place of the default lists. */
  readonly reservedPorts: Value<readonly number[]>;
  readonly reservedUdpPorts: Value<readonly number[]>;
}
