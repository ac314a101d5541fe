import type { Random } from '../../lib/core/random';
import type { HostPort } from '../../lib/model/capacity/instance-group';
import { distinctInstance, memberOf } from '../../lib/placement/constraint';
import type { Instance } from '../../lib/placement/instance';
import type { Expression } from '../../lib/placement/query/expression';
import { parseQuery } from '../../lib/placement/query/parse';
import { binpack, random, spread, type Strategy } from '../../lib/placement/strategy';
import type { Task } from '../../lib/placement/task';

/* The plain reference for placements. It keeps no account of anything: all is counted anew from the list of running tasks. It shares with the engine what
   tasks and instances are, and nothing of what is done with them: constraints and strategies stand here beside what they mean. */

export interface Running {
  readonly task: Task;
  readonly on: Instance;
}

/** What there is to look at: the instances in their order, and what runs on them. */
interface World {
  readonly instances: readonly Instance[];
  readonly running: readonly Running[];
}

/** The less the better. */
type Measure = (instance: Instance, task: Task, world: World) => number;

const tasksOn = (instance: Instance, { running }: World): readonly Task[] => running.filter(({ on }) => on === instance).map(({ task }) => task);
const sum = (tasks: readonly Task[], of: (need: Task['need']) => number): number => tasks.reduce((all, { need }) => all + of(need), 0);
const countIn = (group: string, tasks: readonly Task[]): number => tasks.filter(task => task.group === group).length;
const sharing = (instance: Instance, valueOf: (other: Instance) => unknown, { instances }: World): readonly Instance[] => instances.filter(other => valueOf(other) === valueOf(instance));

const ofGroup: Measure = (instance, { group }, world) => countIn(group, tasksOn(instance, world));
const overValues = (valueOf: (instance: Instance) => unknown): Measure => (instance, { group }, world) => countIn(group, sharing(instance, valueOf, world).flatMap(other => tasksOn(other, world)));
const zone = (instance: Instance): unknown => instance.zone, rack = (instance: Instance): unknown => instance.attributes.get('rack');

/** Every kind of strategy, with what it means. `over`: over which values it spreads. */
export const strategies: readonly { readonly name: string; readonly strategy: Strategy; readonly measure?: Measure; readonly over?: (instance: Instance) => unknown }[] = [
  { name: 'spread over zones', strategy: spread('attribute:ecs.availability-zone'), measure: overValues(zone), over: zone },
  { name: 'spread over racks, which some instances lack', strategy: spread('attribute:rack'), measure: overValues(rack), over: rack },
  { name: 'spread over instances', strategy: spread('instanceId'), measure: ofGroup },
  { name: 'packed by CPU', strategy: binpack('cpu'), measure: (instance, _, world) => instance.registered.cpuUnits - sum(tasksOn(instance, world), need => need.cpuUnits) },
  { name: 'packed by memory', strategy: binpack('memory'), measure: (instance, _, world) => instance.registered.memoryMiB - sum(tasksOn(instance, world), need => need.memoryMiB) },
  { name: 'at random', strategy: random },
];

const query = (text: string): Task['constraints'][number] => memberOf(parseQuery(text) as Expression, text);

/** Constraints of every kind, with what they mean. */
export const constraints: readonly { readonly constraint: Task['constraints'][number]; readonly holds: (instance: Instance, task: Task, running: readonly Task[]) => boolean }[] = [
  { constraint: distinctInstance, holds: (_, { group }, running) => countIn(group, running) === 0 },
  { constraint: query('attribute:size == big'), holds: ({ attributes }) => attributes.get('size') === 'big' },
  { constraint: query('not(task:group == service:t)'), holds: (_instance, _task, running) => countIn('service:t', running) === 0 },
  { constraint: query('runningTasksCount < 2'), holds: (_instance, _task, running) => running.length < 2 },
];

function takes(instance: Instance, task: Task, world: World): boolean {
  const running = tasksOn(instance, world), all = [...running, task], { cpuUnits, memoryMiB, gpus, taskEnis } = instance.registered;
  const taken = [...instance.reservedPorts, ...all.flatMap(({ need }) => need.ports)].map(({ port, protocol }: HostPort) => `${port}/${protocol}`);
  return sum(all, need => need.cpuUnits) <= cpuUnits && sum(all, need => need.memoryMiB) <= memoryMiB && sum(all, need => need.gpus) <= gpus
    && (!task.need.eni || sum(all, need => Number(need.eni)) <= taskEnis)
    && (task.need.ports.length === 0 || (new Set(taken).size === taken.length && taken.length <= 100))
    && task.need.attributes.every(({ name, value }) => instance.attributes.has(name) && (value === undefined || instance.attributes.get(name) === value))
    && (task.zones?.includes(instance.zone ?? '') ?? true)
    && (task.capacityProvider === undefined || task.capacityProvider === instance.capacityProvider)
    && task.constraints.every(one => constraints.some(({ constraint, holds }) => constraint === one && holds(instance, task, running)));
}

/** Where the task goes. Chance chooses among those that the strategies before it leave, which stand in the order of their values, as they come up first. */
export function plainPlace(world: World, task: Task, chance: Random): Instance | undefined {
  const position = (instance: Instance | undefined): number => (instance ? world.instances.indexOf(instance) : -1);
  let left = world.instances.filter(instance => takes(instance, task, world));
  const keepLeast = (measure: Measure): void => {
    const measured = new Map(left.map(instance => [instance, measure(instance, task, world)]));
    left = left.filter(instance => measured.get(instance) === Math.min(...measured.values()));
  };
  const values: ((instance: Instance) => unknown)[] = [];
  for (const strategy of task.strategies) {
    const meaning = strategies.find(one => one.strategy === strategy);
    if (meaning?.measure) keepLeast(meaning.measure);
    else if (left.length > 1) {
      const order = (instance: Instance): number[] => [...values.map((_, i) => position(sharing(instance, other => JSON.stringify(values.slice(0, i + 1).map(of => of(other))), world)[0])), position(instance)];
      left = [...left].sort((a, b) => order(a).map((place, i) => place - (order(b)[i] ?? 0)).find(difference => difference !== 0) ?? 0);
      left = left.slice(chance.below(left.length)).slice(0, 1);
    }
    if (meaning?.over) values.push(meaning.over);
  }
  for (const measure of [ofGroup, (instance: Instance) => tasksOn(instance, world).length, position]) keepLeast(measure);
  return left[0];
}
