import { groupBy } from '../core/group-by';
import { onceFor } from '../core/once-for';
import type { TaskNeed } from '../model/task-definition/task-need';
import { refusalsOf, takes } from '../placement/fit';
import { portKey, type InstanceState } from '../placement/fleet';
import { distribute } from '../placement/provider-strategy';
import type { Refusal } from '../placement/verdict';
import type { Counts } from '../simulation/counts';
import { exampleOf } from '../simulation/running-cluster';
import { providerKey, type Workload } from '../simulation/workload';
import type { Candidate } from './candidate';
import { refitted, type Occupancy, type Tenant } from './occupancy';

/** Of a candidate: a task that no instance of it would take though it were empty. */
export interface TooSmall extends Tenant {
  readonly refusal: Refusal;
}

/** An instance of a candidate without tasks, one in each zone, with the daemons on it. */
export function emptyOf(occupancy: Occupancy, { shape }: Candidate): readonly InstanceState[] {
  const { groups: [group], workloads } = refitted(occupancy, shape, 1, 1), daemons = workloads.filter(({ daemon }) => daemon);
  return group ? group.zones.flatMap(zone => exampleOf(group, zone, daemons, { amounts: 'least', doubt: occupancy.doubt, type: 0 }).states) : [];
}

/** The first task for which an instance is too small in every zone. */
export function tooSmallFor({ world, guests, doubt }: Occupancy, empty: readonly InstanceState[]): TooSmall | undefined {
  const replicas = world.workloads.filter(({ daemon, counts }) => !daemon && counts.maximum > 0).map(({ service, task }): Tenant => ({ launcher: service, task }));
  for (const { launcher, task } of [...replicas, ...guests]) {
    if (empty.some(state => takes(state, task, doubt))) continue;
    const [refusal] = empty.flatMap(state => refusalsOf(state, task, doubt));
    if (refusal) return { launcher, task, refusal };
  }
  return undefined;
}

/** How many instances there have to be at least, by what the tasks of all services hold together. */
export function leastInstances(occupancy: Occupancy, [empty]: readonly InstanceState[], when: 'desired' | 'maximum'): number {
  const { cpuUnits, memoryMiB, gpus, enis, apart } = loadOf(occupancy)[when], free = empty?.free;
  if (!free) return 1;
  return Math.max(1, apart, ...[[cpuUnits, free.cpuUnits], [memoryMiB, free.memoryMiB], [gpus, free.gpus], [enis, free.taskEnis]].map(([held = 0, each = 1]) => (held === 0 ? 0 : Math.ceil(held / each))));
}

/** What all tasks of the group hold together, and how many of them cannot share an instance with one another: they take the same port, or are to be apart. */
interface Load {
  readonly cpuUnits: number;
  readonly memoryMiB: number;
  readonly gpus: number;
  readonly enis: number;
  readonly apart: number;
}

const loadOf = onceFor((occupancy: Occupancy): Readonly<Record<'desired' | 'maximum', Load>> => ({ desired: loadWhen(occupancy, 'desired'), maximum: loadWhen(occupancy, 'maximum') }));

function loadWhen(occupancy: Occupancy, when: keyof Counts): Load {
  const running = occupancy.world.workloads.filter(({ daemon }) => !daemon).map(({ task, ...workload }) => ({ task, tasks: tasksIn(occupancy, workload, when) })).filter(({ tasks }) => tasks > 0);
  const total = (counted: readonly { readonly tasks: number }[]): number => counted.reduce((sum, { tasks }) => sum + tasks, 0);
  const held = (amountOf: (need: TaskNeed) => number): number => running.reduce((sum, { task, tasks }) => sum + tasks * amountOf(task.need), 0);
  const ports = groupBy(running.flatMap(({ task, tasks }) => task.need.ports.map(port => ({ key: portKey(port), tasks }))), ({ key }) => key);
  const distinct = running.filter(({ task }) => task.constraints.some(({ type }) => type === 'distinctInstance')).map(({ tasks }) => tasks);
  return {
    cpuUnits: held(need => need.cpuUnits), memoryMiB: held(need => need.memoryMiB), gpus: held(need => need.gpus), enis: held(need => Number(need.eni)),
    apart: Math.max(0, ...[...ports.values()].map(total), ...distinct),
  };
}

/** Tasks that have to be on the group. Those that may be elsewhere too are not counted. */
function tasksIn({ world, group: { group: { capacityProvider } } }: Occupancy, { shares, counts }: Pick<Workload, 'shares' | 'counts'>, when: keyof Counts): number {
  if (!shares) return world.groups.length > 1 ? 0 : counts[when];
  return distribute(shares, counts[when]).filter(provider => capacityProvider && provider === providerKey(capacityProvider)).length;
}
