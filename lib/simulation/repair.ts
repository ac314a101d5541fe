import type { Service } from '../model/service/service';
import type { TaskNeed } from '../model/task-definition/task-need';
import type { GroupCapacity } from './group-capacity';
import type { Repair } from './scenario';
import { desiredCount, settle } from './scenarios/desired-count';
import type { ScenarioKind } from './scenarios/kind';
import { rollingUpdate } from './scenarios/rolling-update';
import type { Supposition } from './supposition';
import { failed, type Trial } from './trial';
import type { ClusterWorld } from './world';

/** Beyond this many tasks no repair is sought: each attempt plays the scenario once more. */
const tasksWorthTrying = 500;

/**
 * Changes that would give the tasks of a trial their places, each found by playing the scenario again with it, on instances of the least memory.
 * Each tells whether the first update finds its place too, which would be the next thing to fail.
 */
export function repairsOf(world: ClusterWorld, kind: ScenarioKind, trial: Trial, seed: number): readonly Repair[] {
  if (world.workloads.reduce((sum, { counts }) => sum + counts.maximum, 0) > tasksWorthTrying) return [];
  const { service, task: { need } } = trial.workload, reasons = new Set(trial.noPlace?.counts.map(({ reason }) => reason));
  const heals = healing(world, kind, trial, seed), lasts = kind === desiredCount ? healing(world, rollingUpdate, trial, seed) : () => true;
  const repairs: Repair[] = [];
  if (reasons.has('RESOURCE:MEMORY')) {
    const less = (memoryMiB: number): ClusterWorld => withNeed(world, service, { memoryMiB }), memoryMiB = round(largest(need.memoryMiB - 1, amount => heals(less(amount))));
    if (memoryMiB > 0) repairs.push({ kind: 'memory', memoryMiB, lasts: lasts(less(memoryMiB)) });
  }
  if (reasons.has('RESOURCE:CPU')) {
    const less = (cpuUnits: number): ClusterWorld => withNeed(world, service, { cpuUnits }), cpuUnits = largest(need.cpuUnits - 1, amount => heals(less(amount)));
    if (cpuUnits > 0) repairs.push({ kind: 'cpu', cpuUnits, lasts: lasts(less(cpuUnits)) });
  }
  for (const group of world.groups) {
    const more = (count: number): ClusterWorld => withSize(world, group, count), first = group.sizes.for.start + 1;
    const instances = smallest(first, count => heals(more(count)));
    if (instances !== undefined) repairs.push({ kind: 'instances', group: group.group, instances, lasting: smallest(instances, count => lasts(more(count))) ?? instances });
  }
  return repairs;
}

/** Whether a changed world is without this failure, and without any other that was not there before. */
function healing(world: ClusterWorld, kind: ScenarioKind, trial: Trial, seed: number): (changed: ClusterWorld) => boolean {
  const failing = (changed: ClusterWorld): readonly Service[] => kind.play(settle(changed, plain, seed)).trials.filter(failed).map(({ workload }) => workload.service);
  const others = failing(world).filter(service => service !== trial.workload.service);
  return changed => failing(changed).every(service => others.includes(service));
}

const plain: Supposition = { amounts: 'least', doubt: 'for', type: 0, order: 'name' };

function withNeed(world: ClusterWorld, service: Service, need: Partial<TaskNeed>): ClusterWorld {
  return { ...world, workloads: world.workloads.map(workload =>
    (workload.service === service ? { ...workload, task: { ...workload.task, need: { ...workload.task.need, ...need } } } : workload)) };
}

function withSize(world: ClusterWorld, group: GroupCapacity, count: number): ClusterWorld {
  const size = { ...group.sizes.for, start: count, limit: Math.max(count, group.sizes.for.limit) };
  return { ...world, groups: world.groups.map(other => (other === group ? { ...group, sizes: { for: size, against: size } } : other)) };
}

/** The largest number from 1 to `most` that does, or 0: what is smaller than one that does, does too. */
function largest(most: number, does: (number: number) => boolean): number {
  let low = 0, high = most;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (does(middle)) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** The smallest number from `from` on that does; what doubling does not reach soon is given up. */
function smallest(from: number, does: (number: number) => boolean): number | undefined {
  const reach = [0, 1, 3, 7, 15, 31].map(step => from + step).find(does);
  if (reach === undefined) return undefined;
  let low = from, high = reach;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (does(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Down to a number that somebody would write. */
function round(memoryMiB: number): number {
  const step = memoryMiB >= 1024 ? 64 : memoryMiB >= 256 ? 16 : 1;
  return memoryMiB - (memoryMiB % step);
}
