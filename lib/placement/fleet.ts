import { by } from '../core/order';
import type { HostPort } from '../model/capacity/instance-group';
import type { TaskNeed } from '../model/task-definition/task-need';
import type { Instance, Resources } from './instance';

/** A container instance with what runs on it. Only its `Fleet` changes it. */
export interface InstanceState {
  readonly instance: Instance;
  /** Where it stands in the order of its fleet. */
  readonly position: number;
  readonly free: Resources;
  /** Host ports that are taken or reserved, by `portKey`. */
  readonly ports: ReadonlySet<string>;
  /** How many tasks of each group run here. */
  readonly tasks: ReadonlyMap<string, number>;
  readonly taskCount: number;
}

/** Container instances that differ in nothing that a placement asks: the first, in the order of the fleet, speaks for all. */
export type Alike = readonly [InstanceState, ...InstanceState[]];

/** What a running task holds: its resources, and a place in its group. */
export interface Claim {
  readonly need: TaskNeed;
  /** ECS's task group, as `service:web` or `family:web`. */
  readonly group: string;
}

type Changing = { -readonly [K in keyof InstanceState]: InstanceState[K] } & {
  readonly ports: Set<string>;
  readonly tasks: Map<string, number>;
  /** Instances of one key are alike as they run; of one `vacantKey`, without any task. */
  key: string;
  readonly vacantKey: string;
};

/**
 * Container instances and the tasks on them, changed by one task at a time. Clusters are large and their instances mostly alike, so a placement
 * asks not every instance, but one of those that are alike.
 */
export class Fleet {
  private readonly members: Changing[] = [];
  private readonly kinds = new Map<string, Changing[]>();

  /** Instances are kept in the order of their ids, so that the order in which they are given means nothing. */
  constructor(instances: readonly Instance[]) {
    for (const instance of [...instances].sort(byId)) this.join(instance);
  }

  get states(): readonly InstanceState[] {
    return this.members;
  }

  /** All instances, those that are alike together. */
  get alike(): readonly Alike[] {
    return [...this.kinds.values()] as unknown as readonly Alike[];
  }

  /** How many tasks of the group run. */
  count(group: string): number {
    return this.alike.reduce((sum, kind) => sum + kind.length * (kind[0].tasks.get(group) ?? 0), 0);
  }

  /** Adds an instance that has just registered; it comes after the others. */
  join(instance: Instance): void {
    this.add(vacant(instance, (this.members.at(-1)?.position ?? -1) + 1));
  }

  /** Takes instances away, with all that runs on them. */
  leave(gone: (instance: Instance) => boolean): void {
    const left = this.members.filter(({ instance }) => !gone(instance));
    this.members.length = 0;
    this.kinds.clear();
    for (const state of left) this.add(state);
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
    for (const state of this.members) copy.add({ ...state, ports: new Set(state.ports), tasks: new Map(state.tasks) });
    return copy;
  }

  private change(on: InstanceState, need: TaskNeed, group: string, more: 1 | -1): void {
    const state = on as Changing, { free, tasks, ports } = state, count = (tasks.get(group) ?? 0) + more;
    this.takeOut(state);
    state.free = {
      cpuUnits: free.cpuUnits - more * need.cpuUnits,
      memoryMiB: free.memoryMiB - more * need.memoryMiB,
      gpus: free.gpus - more * need.gpus,
      taskEnis: free.taskEnis - (need.eni ? more : 0),
    };
    state.taskCount += more;
    if (count > 0) tasks.set(group, count);
    else tasks.delete(group);
    for (const port of need.ports.map(portKey)) {
      if (more > 0) ports.add(port);
      else ports.delete(port);
    }
    state.key = keyOf(state);
    this.putIn(state);
  }

  private add(state: Changing): void {
    this.members.push(state);
    this.putIn(state);
  }

  private putIn(state: Changing): void {
    const kind = this.kinds.get(state.key);
    if (!kind) this.kinds.set(state.key, [state]);
    else kind.splice(placeIn(kind, state), 0, state);
  }

  private takeOut(state: Changing): void {
    const kind = this.kinds.get(state.key) ?? [];
    if (kind.length === 1) this.kinds.delete(state.key);
    else kind.splice(placeIn(kind, state), 1);
  }
}

/** Where a state stands, or would stand, among those that are alike. */
function placeIn(kind: readonly InstanceState[], { position }: InstanceState): number {
  let low = 0, high = kind.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((kind[middle]?.position ?? 0) < position) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The instance as it is without any task. */
export function vacant(instance: Instance, position = 0): Changing {
  const vacantKey = JSON.stringify({ ...instance, id: '', attributes: [...instance.attributes] });
  return { instance, position, free: instance.registered, ports: new Set(instance.reservedPorts.map(portKey)), tasks: new Map(), taskCount: 0, key: vacantKey, vacantKey };
}

function keyOf({ vacantKey, free, ports, tasks }: Changing): string {
  return `${vacantKey}${JSON.stringify([free.cpuUnits, free.memoryMiB, free.gpus, free.taskEnis, ...ports, ...tasks])}`;
}

/** How many instances they are. */
export function instancesIn(alike: readonly Alike[]): number {
  return alike.reduce((sum, { length }) => sum + length, 0);
}

export function portKey({ port, protocol }: HostPort): string {
  return `${protocol} ${port}`;
}

/** `Group-2` before `Group-10`. */
const byId = by<Instance>(({ id }) => id.replace(/\d+$/, ''), ({ id }) => Number(/\d+$/.exec(id)?.[0] ?? 0));
