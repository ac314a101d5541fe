import { by } from '../core/order';
import type { HostPort } from '../model/capacity/instance-group';
import type { TaskNeed } from '../model/task-definition/task-need';
import type { Instance, Resources } from './instance';

/** A container instance with what runs on it. Only its `Fleet` changes it. */
export interface InstanceState {
  readonly instance: Instance;
  /** Where it stands in the order of its fleet, from 0. */
  readonly position: number;
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

type Changing = { -readonly [K in keyof InstanceState]: InstanceState[K] } & {
  readonly ports: Set<string>;
  readonly tasks: Map<string, number>;
  /** When a task last started or stopped here, and the instances for which that was just before and just after. */
  changedAt: number;
  before: Changing | undefined;
  after: Changing | undefined;
};

/** Container instances and the tasks on them, changed by one task at a time. Tells whoever keeps an account of it what has changed since. */
export class Fleet {
  private members: Changing[] = [];
  private clock = 0;
  private lastChanged: Changing | undefined;
  private departures = 0;

  /** Instances are kept in the order of their ids, so that the order in which they are given means nothing. */
  constructor(instances: readonly Instance[]) {
    for (const instance of inOrder(instances)) this.join(instance);
  }

  get states(): readonly InstanceState[] {
    return this.members;
  }

  /** How often a task has started or stopped. */
  get time(): number {
    return this.clock;
  }

  /** How often instances have left, which moves the others. */
  get generation(): number {
    return this.departures;
  }

  /** The instances on which a task has started or stopped since that time, each once. */
  * changedSince(time: number): Iterable<InstanceState> {
    for (let state = this.lastChanged; state && state.changedAt > time; state = state.before) yield state;
  }

  /** How many tasks of the group run. */
  count(group: string): number {
    return this.members.reduce((sum, { tasks }) => sum + (tasks.get(group) ?? 0), 0);
  }

  /** Adds an instance that has just registered; it comes after the others. */
  join(instance: Instance): void {
    this.members.push(vacant(instance, this.members.length));
  }

  /** Takes instances away, with all that runs on them. */
  leave(gone: (instance: Instance) => boolean): void {
    this.departures++;
    this.keep(this.members.filter(({ instance }) => !gone(instance)));
  }

  start({ need, group }: Claim, on: InstanceState): void {
    this.change(on, need, group, 1);
  }

  stop({ need, group }: Claim, on: InstanceState): void {
    this.change(on, need, group, -1);
  }

  /** A copy that may change without this one. */
  fork(): Fleet {
    const copy = new Fleet([]);
    copy.keep(this.members.map(state => ({ ...state, ports: new Set(state.ports), tasks: new Map(state.tasks) })));
    return copy;
  }

  private keep(members: Changing[]): void {
    this.members = members;
    this.lastChanged = undefined;
    members.forEach((state, position) => Object.assign(state, { position, before: undefined, after: undefined }));
  }

  private change(on: InstanceState, need: TaskNeed, group: string, more: 1 | -1): void {
    const state = on as Changing, { free, tasks, ports } = state, count = (tasks.get(group) ?? 0) + more;
    state.free = {
      cpuUnits: free.cpuUnits - more * need.cpuUnits,
      memoryMiB: free.memoryMiB - more * need.memoryMiB,
      gpus: free.gpus - more * need.gpus,
      taskEnis: free.taskEnis - (need.eni ? more : 0),
    };
    state.taskCount += more;
    if (count > 0) tasks.set(group, count);
    else tasks.delete(group);
    for (const port of need.ports) {
      if (more > 0) ports.add(portKey(port));
      else ports.delete(portKey(port));
    }
    this.note(state);
  }

  /** Makes it the last that changed. */
  private note(state: Changing): void {
    state.changedAt = ++this.clock;
    if (this.lastChanged === state) return;
    if (state.before) state.before.after = state.after;
    if (state.after) state.after.before = state.before;
    if (this.lastChanged) this.lastChanged.after = state;
    state.before = this.lastChanged;
    state.after = undefined;
    this.lastChanged = state;
  }
}

/** The instance as it is without any task. */
export function vacant(instance: Instance, position = 0): Changing {
  return {
    instance, position, free: instance.registered, ports: new Set(instance.reservedPorts.map(portKey)), tasks: new Map(), taskCount: 0,
    changedAt: 0, before: undefined, after: undefined,
  };
}

export function portKey({ port, protocol }: HostPort): string {
  return `${protocol} ${port}`;
}

/** `Group-2` before `Group-10`. */
function inOrder(instances: readonly Instance[]): readonly Instance[] {
  const keyed = instances.map(instance => {
    const [digits = ''] = /(?<!\d)\d*$/.exec(instance.id) ?? [];
    return { instance, name: instance.id.slice(0, instance.id.length - digits.length), number: Number(digits) };
  });
  return keyed.sort(by(({ name }) => name, ({ number }) => number)).map(({ instance }) => instance);
}
