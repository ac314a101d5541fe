import { by } from '../core/order';
import type { HostPort } from '../model/instance-group';
import type { TaskNeed } from '../model/task-need';
import type { Instance, Resources } from './instance';

/** A container instance with what runs on it. Only its `Fleet` changes it. */
export interface InstanceState {
  readonly instance: Instance;
  readonly free: Resources;
  /** Host ports that are taken or reserved, by `portKey`. */
  readonly ports: ReadonlySet<string>;
  /** How many tasks of each group run here. */
  readonly tasks: ReadonlyMap<string, number>;
  readonly taskCount: number;
}

/** What a running task holds: its resources, and a place in its group. */
export interface Claim {
  readonly need: TaskNeed;
  /** ECS's task group, as `service:web` or `family:web`. */
  readonly group: string;
}

type Changing = { -readonly [K in keyof InstanceState]: InstanceState[K] } & { readonly ports: Set<string>; readonly tasks: Map<string, number> };

/**
 * Container instances and the tasks on them, changed by one task at a time.
 * Everything that a placement asks of many instances at once stands here, so that an index can be kept without anybody noticing.
 */
export class Fleet {
  private readonly members: Changing[];
  private readonly byGroup = new Map<string, Map<InstanceState, number>>();

  /** Instances are kept in the order of their ids, so that the order in which they are given means nothing. */
  constructor(instances: readonly Instance[]) {
    this.members = [...instances].sort(byId).map(vacant);
  }

  get states(): readonly InstanceState[] {
    return this.members;
  }

  /** The instances that run tasks of the group, with how many. */
  tasksOf(group: string): ReadonlyMap<InstanceState, number> {
    return this.byGroup.get(group) ?? nowhere;
  }

  /** Adds an instance that has just registered; it comes after the others. */
  join(instance: Instance): InstanceState {
    const state = vacant(instance);
    this.members.push(state);
    return state;
  }

  /** Takes instances away, with all that runs on them. */
  leave(gone: (instance: Instance) => boolean): void {
    const left = this.members.filter(({ instance }) => gone(instance));
    for (const state of left) {
      this.members.splice(this.members.indexOf(state), 1);
      for (const group of state.tasks.keys()) this.groupOf(group).delete(state);
    }
  }

  start({ need, group }: Claim, on: InstanceState): void {
    this.change(on, need, group, 1);
    for (const port of need.ports) (on as Changing).ports.add(portKey(port));
  }

  stop({ need, group }: Claim, on: InstanceState): void {
    this.change(on, need, group, -1);
    for (const port of need.ports) (on as Changing).ports.delete(portKey(port));
  }

  /** A copy that may change without this one. */
  fork(): Fleet {
    const copy = new Fleet([]);
    for (const { instance, free, ports, tasks, taskCount } of this.members) {
      const state: Changing = { instance, free, ports: new Set(ports), tasks: new Map(tasks), taskCount };
      copy.members.push(state);
      for (const [group, count] of tasks) copy.groupOf(group).set(state, count);
    }
    return copy;
  }

  private change(on: InstanceState, need: TaskNeed, group: string, more: 1 | -1): void {
    const state = on as Changing, { free } = state;
    state.free = {
      cpuUnits: free.cpuUnits - more * need.cpuUnits,
      memoryMiB: free.memoryMiB - more * need.memoryMiB,
      gpus: free.gpus - more * need.gpus,
      taskEnis: free.taskEnis - (need.eni ? more : 0),
    };
    state.taskCount += more;
    const count = (state.tasks.get(group) ?? 0) + more, members = this.groupOf(group);
    if (count > 0) {
      state.tasks.set(group, count);
      members.set(state, count);
    } else {
      state.tasks.delete(group);
      members.delete(state);
    }
  }

  private groupOf(group: string): Map<InstanceState, number> {
    const members = this.byGroup.get(group) ?? new Map<InstanceState, number>();
    this.byGroup.set(group, members);
    return members;
  }
}

/** The instance as it is without any task. */
export function vacant(instance: Instance): Changing {
  return { instance, free: instance.registered, ports: new Set(instance.reservedPorts.map(portKey)), tasks: new Map(), taskCount: 0 };
}

export function portKey({ port, protocol }: HostPort): string {
  return `${protocol} ${port}`;
}

const nowhere: ReadonlyMap<InstanceState, number> = new Map();

/** `Group-2` before `Group-10`. */
const byId = by<Instance>(({ id }) => id.replace(/\d+$/, ''), ({ id }) => Number(/\d+$/.exec(id)?.[0] ?? 0));
