import { takes, type Doubt } from '../placement/fit';
import type { InstanceState } from '../placement/fleet';
import type { Resources } from '../placement/instance';
import type { TaskNeed } from '../model/task-definition/task-need';
import type { GroupCapacity } from './group-capacity';
import { exampleOf } from './running-cluster';
import type { Supposition } from './supposition';
import { providerKey, type Workload } from './workload';
import type { ClusterWorld } from './world';

/**
 * Whether every task finds a place in every scenario, whatever comes first. An instance that takes a task while it is empty refuses it only once others hold so
 * much of something that too little is left; where all tasks together cannot do that to all instances but one, which may be lost, one is always left.
 */
export function hasRoomForAll(world: ClusterWorld, amounts: Supposition['amounts'], doubt: Doubt): boolean {
  const daemons = world.workloads.filter(({ daemon }) => daemon), replicas = world.workloads.filter(({ daemon, counts }) => !daemon && counts.maximum > 0);
  // What is in one zone alone is lost with it; and what constraints ask for may change with every task.
  if (world.groups.some(({ zones }) => zones.length === 1 && zones[0] !== undefined) || world.workloads.some(({ task }) => task.constraints.length > 0)) return false;
  const groups = world.groups.map(group => ({
    group, empty: group.shapes.flatMap((_, type) => group.zones.flatMap(zone => exampleOf(group, zone, daemons, { amounts, doubt, type }).states)),
  }));
  return replicas.every(({ shares = [undefined], task }) => shares.every(share => {
    const asked = share ? { ...task, capacityProvider: share.provider } : task;
    const willing = groups.filter(({ group, empty }) => (!share || isOf(group, share.provider)) && empty.length > 0 && empty.every(state => takes(state, asked, doubt)));
    const instances = willing.reduce((sum, { group: { sizes: { [doubt]: size } } }) => sum + (share || size.growsFor === 'everyone' ? size.limit : size.start), 0);
    return instances - 1 > mostFilled(task.need, replicas, willing.flatMap(({ empty }) => empty));
  }));
}

function isOf({ group: { capacityProvider } }: GroupCapacity, provider: string): boolean {
  return capacityProvider !== undefined && providerKey(capacityProvider) === provider;
}

/** How many instances at most the tasks can fill so far that what is left is too little for one more. */
function mostFilled(need: TaskNeed, replicas: readonly Workload[], empty: readonly InstanceState[]): number {
  const shortOf = (held: (of: TaskNeed) => number, free: (of: Resources) => number): number => {
    const least = Math.min(...empty.map(state => free(state.free)));
    return held(need) === 0 ? 0 : Math.floor(mostAtOnce(replicas, held) / (least - held(need) + 1));
  };
  return shortOf(({ cpuUnits }) => cpuUnits, ({ cpuUnits }) => cpuUnits)
    + shortOf(({ memoryMiB }) => memoryMiB, ({ memoryMiB }) => memoryMiB)
    + shortOf(({ gpus }) => gpus, ({ gpus }) => gpus)
    + shortOf(({ eni }) => Number(eni), ({ taskEnis }) => taskEnis)
    + (need.ports.length > 0 ? mostAtOnce(replicas, ({ ports }) => Number(ports.length > 0)) : 0);
}

/** What all tasks hold at most, and those of one service twice: an update may put new ones beside the old ones. */
function mostAtOnce(replicas: readonly Workload[], held: (of: TaskNeed) => number): number {
  const each = replicas.map(({ task: { need }, counts }) => counts.maximum * held(need));
  return each.reduce((sum, amount) => sum + amount, Math.max(...each));
}
