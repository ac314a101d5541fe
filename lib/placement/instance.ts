import type { HostPort } from '../model/instance-group';

/** A container instance as ECS sees it once its agent has registered, before any task. */
export interface Instance {
  /** Stable and readable: the group's logical id and a number. */
  readonly id: string;
  /** Key of the zone: its name, or where that is not known a text that no other zone of the region has. */
  readonly zone: string;
  /** As `m7g.large`. */
  readonly type: string;
  /** The capacity provider of its Auto Scaling group, if it has one. */
  readonly capacityProvider: string | undefined;
  readonly registered: Resources;
  readonly reservedPorts: readonly HostPort[];
  readonly attributes: ReadonlyMap<string, string>;
  /** Whether it has no attribute beyond these. */
  readonly attributesComplete: boolean;
}

/** What an instance has and tasks take. */
export interface Resources {
  readonly cpuUnits: number;
  readonly memoryMiB: number;
  readonly gpus: number;
  /** Tasks in `awsvpc` mode. */
  readonly taskEnis: number;
}
