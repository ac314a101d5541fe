import type { HostPort } from './instance-group';

/** What a task asks of a container instance. Whole numbers, all known: what is not known is decided before a placement. */
export interface TaskNeed {
  readonly cpuUnits: number;
  readonly memoryMiB: number;
  readonly gpus: number;
  /** Fixed host ports; a dynamic port asks for none. */
  readonly ports: readonly HostPort[];
  /** Whether the task takes a network interface of its own (`awsvpc`). */
  readonly eni: boolean;
  /** Attributes that the instance must have, as `ecs.cpu-architecture` with the value or, for a capability, without one. */
  readonly attributes: readonly RequiredAttribute[];
}

export interface RequiredAttribute {
  readonly name: string;
  readonly value?: string;
}
