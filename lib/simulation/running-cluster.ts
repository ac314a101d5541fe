import { randomStream } from '../core/random';
import { explainNoPlace } from '../placement/explain';
import { Fleet } from '../placement/fleet';
import { placeDaemon } from '../placement/daemon';
import type { Instance } from '../placement/instance';
import { candidatesOf, placeFor, type Chance } from '../placement/place';
import { distribute } from '../placement/provider-strategy';
import { rebalance } from '../placement/rebalance';
import { stopFor } from '../placement/stop';
import { random } from '../placement/strategy';
import type { Task } from '../placement/task';
import type { NoPlace } from '../placement/verdict';
import type { GroupCapacity } from './group-capacity';
import type { Supposition } from './supposition';
import type { Trial } from './trial';
import { providerKey, type Workload } from './workload';
import type { ClusterWorld } from './world';

/** A cluster at work under one supposition: instances with tasks, and groups that launch more when tasks need them and they may. */
export class RunningCluster {
  private readonly chance: Chance;
  private readonly daemons: readonly Workload[];
  /** How many instances each group has, by zone. */
  private readonly members = new Map<GroupCapacity, Map<string | undefined, number>>();
  private readonly lost = new Set<string>();
  private readonly launched = new Map<GroupCapacity, number>();

  private constructor(private readonly world: ClusterWorld, private readonly supposition: Supposition, readonly fleet: Fleet) {
    this.chance = { doubt: supposition.doubt, random: randomStream(supposition.seed, 'placement') };
    this.daemons = world.workloads.filter(({ daemon }) => daemon);
  }

  /** With the instances that are there before any task, and the daemons on them: they start first. */
  static of(world: ClusterWorld, supposition: Supposition): RunningCluster {
    const running = new RunningCluster(world, supposition, new Fleet([]));
    for (const group of world.groups) {
      for (let i = 0; i < group.sizes[supposition.doubt].start; i++) running.launch(group);
    }
    startDaemons(running.fleet, running.daemons, supposition);
    return running;
  }

  /** Whether no task can be refused here, whatever happens. */
  get isRoomy(): boolean {
    return this.supposition.roomy;
  }

  /** Which of its types each group launches here: its first, second … */
  get type(): number {
    return this.supposition.type;
  }

  /** The same cluster, to go on from here without it. */
  fork(): RunningCluster {
    const copy = new RunningCluster(this.world, this.supposition, this.fleet.fork());
    for (const [group, members] of this.members) copy.members.set(group, new Map(members));
    for (const zone of this.lost) copy.lost.add(zone);
    for (const [group, count] of this.launched) copy.launched.set(group, count);
    return copy;
  }

  /** Starts so many tasks of a service, one after the other. */
  start(workload: Workload, wanted: number): Trial {
    const { shares } = workload, task = this.taskOf(workload), refused = new Map<string | undefined, NoPlace>();
    let placed = 0;
    for (const capacityProvider of shares ? distribute(shares, wanted) : Array<undefined>(wanted).fill(undefined)) {
      if (refused.has(capacityProvider)) continue; // what one task was refused, its like is refused too
      const noPlace = this.place(capacityProvider === undefined ? task : { ...task, capacityProvider });
      if (noPlace) refused.set(capacityProvider, noPlace);
      else placed++;
    }
    const [noPlace] = refused.values();
    return { workload, wanted, placed, ...(noPlace ? { noPlace } : {}) };
  }

  /** Why none of the service's providers would take one more task; undefined where one would. */
  whyNotOneMore(workload: Workload): NoPlace | undefined {
    const { shares } = workload, task = this.taskOf(workload);
    const tasks = (shares ?? [undefined]).map(share => (share ? { ...task, capacityProvider: share.provider } : task));
    if (tasks.some(one => placeFor(this.fleet, one, this.chance))) return undefined;
    const fork = this.fork(), refusals = tasks.map(one => fork.place(one));
    return refusals.includes(undefined) ? undefined : refusals[0];
  }

  /** Stops so many tasks of a service, one after the other. */
  stop({ task }: Workload, count: number): void {
    for (let i = 0; i < count; i++) {
      const on = stopFor(this.fleet, task, this.chance.random);
      if (on) this.fleet.stop(task, on);
    }
  }

  /** Evens a service out over the zones. */
  rebalance({ task }: Workload): void {
    rebalance(this.fleet, task, this.chance);
  }

  /** How many tasks of a service run. */
  count({ task }: Workload): number {
    return this.fleet.count(task.group);
  }

  /** How it stands with a daemon. */
  daemon(workload: Workload): Trial {
    return { workload, ...placeDaemon(this.fleet, workload.task, this.supposition.doubt) };
  }

  /** Takes an instance away with all that is on it. Its group has not launched another yet. */
  loseInstance(id: string): void {
    this.fleet.leave(instance => instance.id === id);
  }

  /** Takes a zone away with all that is in it. Groups that have other zones launch there what they lost. */
  lose(zone: string): void {
    this.lost.add(zone);
    this.fleet.leave(instance => instance.zone === zone);
    for (const [group, members] of this.members) {
      const gone = members.get(zone) ?? 0;
      members.delete(zone);
      if (this.zonesOf(group).length > 0) for (let i = 0; i < gone; i++) this.launch(group);
    }
    startDaemons(this.fleet, this.daemons, this.supposition);
  }

  private taskOf({ task }: Workload): Task {
    return this.supposition.order === 'chance' ? { ...task, strategies: [...task.strategies, random] } : task;
  }

  /** Places one task, on an instance that a group launches for it if need be. Gives why not. */
  private place(task: Task): NoPlace | undefined {
    let on = placeFor(this.fleet, task, this.chance);
    while (!on && this.grow(task)) on = placeFor(this.fleet, task, this.chance);
    if (on) return void this.fleet.start(task, on);
    const asked = candidatesOf(this.fleet, task);
    return asked.length > 0 ? explainNoPlace(asked, task, this.chance.doubt) : this.explainByExamples(task);
  }

  /** Where there is no instance to be asked, what instances would answer if their groups launched any. */
  private explainByExamples(task: Task): NoPlace {
    const examples = this.groupsFor(task).filter(group => group.sizes[this.supposition.doubt].limit > 0 && !this.wouldTake(group, task))
      .flatMap(group => this.zonesOf(group).slice(0, 1).flatMap(zone => exampleOf(group, zone, this.daemons, this.supposition).states));
    return explainNoPlace(examples, task, this.supposition.doubt);
  }

  /** Lets a group launch one more instance, if that brings the task nearer to a place. */
  private grow(task: Task): boolean {
    const group = this.groupsFor(task).find(group => {
      const { limit, growsFor } = group.sizes[this.supposition.doubt];
      return (growsFor === 'everyone' || task.capacityProvider !== undefined) && this.sizeOf(group) < limit && this.wouldTake(group, task);
    });
    if (!group) return false;
    this.launch(group);
    startDaemons(this.fleet, this.daemons, this.supposition);
    return true;
  }

  private wouldTake(group: GroupCapacity, task: Task): boolean {
    return this.zonesOf(group).some(zone => placeFor(exampleOf(group, zone, this.daemons, this.supposition), task, this.chance) !== undefined);
  }

  private groupsFor({ capacityProvider }: Task): readonly GroupCapacity[] {
    return this.world.groups.filter(({ group }) => capacityProvider === undefined || (group.capacityProvider && providerKey(group.capacityProvider) === capacityProvider));
  }

  /** A group keeps its zones level. */
  private launch(group: GroupCapacity): void {
    const members = this.members.get(group) ?? new Map<string | undefined, number>(), number = (this.launched.get(group) ?? 0) + 1;
    const countIn = (zone: string | undefined): number => members.get(zone) ?? 0;
    const [first, ...others] = this.zonesOf(group), zone = others.reduce((least, other) => (countIn(other) < countIn(least) ? other : least), first);
    this.launched.set(group, number);
    this.members.set(group, members.set(zone, countIn(zone) + 1));
    this.fleet.join(newInstance(group, number, zone, this.supposition));
  }

  private sizeOf(group: GroupCapacity): number {
    return [...(this.members.get(group)?.values() ?? [])].reduce((sum, count) => sum + count, 0);
  }

  private zonesOf({ zones }: GroupCapacity): readonly (string | undefined)[] {
    return zones.filter(zone => zone === undefined || !this.lost.has(zone));
  }
}

/** One new instance of the group, with the daemons on it. */
export function exampleOf(group: GroupCapacity, zone: string | undefined, daemons: readonly Workload[], supposition: Pick<Supposition, 'amounts' | 'doubt' | 'type'>): Fleet {
  const fleet = new Fleet([newInstance(group, 1, zone, supposition)]);
  startDaemons(fleet, daemons, supposition);
  return fleet;
}

function startDaemons(fleet: Fleet, daemons: readonly Workload[], { doubt }: Pick<Supposition, 'doubt'>): void {
  for (const { task } of daemons) placeDaemon(fleet, task, doubt);
}

/** An instance as the group launches it. */
export function newInstance({ group, shapes }: GroupCapacity, number: number, zone: string | undefined, { amounts, type }: Pick<Supposition, 'amounts' | 'type'>): Instance {
  const shape = shapes[type] ?? shapes[0];
  const { cpuUnits, memoryMiB, gpus, taskEnis, trunkedTaskEnis, reservedPorts, attributes, attributesComplete } = shape;
  return {
    id: `${group.autoScalingGroup.id}-${number}`, zone, type: shape.type,
    capacityProvider: group.capacityProvider && providerKey(group.capacityProvider),
    registered: { cpuUnits, memoryMiB: memoryMiB[amounts], gpus, taskEnis: amounts === 'most' ? trunkedTaskEnis : taskEnis },
    reservedPorts, attributes, attributesComplete,
  };
}
