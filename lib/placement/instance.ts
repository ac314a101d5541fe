import type { HostPort } from '../model/capacity/instance-group';

/** An ACTIVE container instance as ECS sees it once its agent has registered, before any task. */
export interface Instance {
  /** Stable and readable: the group's logical id and a number. */
  readonly id: string;
  /** Key of the zone, see `zoneKey`. Undefined where nothing is known of it. */
  readonly zone: string | undefined;
  /** As `m7g.large`. */
  readonly type: string;
  /** The capacity provider of its Auto Scaling group, if it has one. */
  readonly capacityProvider: string | undefined;
  readonly registered: Resources;
  readonly reservedPorts: readonly HostPort[];
  /** Without a value: an attribute that it is known not to have. */
  readonly attributes: ReadonlyMap<string, string | undefined>;
  /** Whether it has no attribute beyond these and those that every instance has. */
  readonly attributesComplete: boolean;
  /** What its agent says of itself; left out for an instance that is yet to be launched. */
  readonly agent?: Agent;
}

export interface Agent {
  readonly version?: string;
  readonly connected?: boolean;
  readonly ec2InstanceId?: string;
  /** As `2018-06-18T22:28:28Z`. */
  readonly registeredAt?: string;
}

/** What an instance has and tasks take. */
export interface Resources {
  readonly cpuUnits: number;
  readonly memoryMiB: number;
  readonly gpus: number;
  /** Tasks in `awsvpc` mode. */
  readonly taskEnis: number;
}
