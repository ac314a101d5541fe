import { randomStream } from '../../lib/core/random';
import type { HostPort } from '../../lib/model/capacity/instance-group';
import type { TaskNeed } from '../../lib/model/task-definition/task-need';
import type { Fleet, InstanceState } from '../../lib/placement/fleet';
import type { Doubt } from '../../lib/placement/fit';
import type { Instance, Resources } from '../../lib/placement/instance';
import { explainNoPlace } from '../../lib/placement/explain';
import { candidatesOf, placeFor } from '../../lib/placement/place';
import type { NoPlace } from '../../lib/placement/verdict';
import { serviceDefaults, type Task } from '../../lib/placement/task';

/** A roomy instance in zone a, but for what is said. */
export function anInstance(id: string, changes: Partial<Omit<Instance, 'registered'>> & { readonly registered?: Partial<Resources> } = {}): Instance {
  const { registered, ...rest } = changes;
  return {
    id, zone: 'a', type: 'm5.large', capacityProvider: undefined, reservedPorts: [], attributes: new Map(), attributesComplete: true, ...rest,
    registered: { cpuUnits: 2048, memoryMiB: 8000, gpus: 0, taskEnis: 2, ...registered },
  };
}

/** A task of service s that asks for nothing, but for what is said. */
export function aTask(need: Partial<TaskNeed> = {}, changes: Partial<Omit<Task, 'need'>> = {}): Task {
  return {
    need: { cpuUnits: 0, memoryMiB: 0, gpus: 0, ports: [], eni: false, attributes: [], ...need },
    group: 'service:s', constraints: [], strategies: serviceDefaults, ...changes,
  };
}

export function tcp(port: number): HostPort {
  return { port, protocol: 'tcp' };
}

/** What a task that looks for a place is answered. */
type Placement = { readonly fits: true; readonly on: InstanceState } | { readonly fits: false; readonly noPlace: NoPlace };

/** Places so many tasks, one after the other; gives the answers. */
export function placeMany(fleet: Fleet, task: Task, count: number, { doubt = 'for', seed = 1 }: { doubt?: Doubt; seed?: number } = {}): Placement[] {
  const random = randomStream(seed, 'placement');
  return Array.from({ length: count }, () => {
    const on = placeFor(fleet, task, { doubt, random });
    if (on) fleet.start(task, on);
    return on ? { fits: true, on } : { fits: false, noPlace: explainNoPlace(candidatesOf(fleet, task), task, doubt) };
  });
}

/** How many tasks run on each instance, by id. */
export function tasksPerInstance(fleet: Fleet): Record<string, number> {
  return Object.fromEntries(fleet.states.map((state: InstanceState) => [state.instance.id, state.taskCount]));
}
