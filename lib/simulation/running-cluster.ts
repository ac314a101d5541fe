import { randomStream, type Random } from '../core/random';
import { zoneName } from '../model/zone';
import { explainNoPlace } from '../placement/explain';
import { Fleet } from '../placement/fleet';
import { placeDaemon } from '../placement/daemon';
import type { Instance } from '../placement/instance';
import { canPlace, commit } from '../placement/place';
import { distribute } from '../placement/provider-strategy';
import type { Task } from '../placement/task';
import type { NoPlace } from '../placement/verdict';
import type { GroupCapacity } from './group-capacity';
import type { Supposition } from './supposition';
import type { Trial } from './trial';
import { providerKey, type Workload } from './workload';
import type { ClusterWorld } from './world';

/** A cluster at work under one supposition: instances with tasks, and groups that launch more when tasks need them and they may. */
export class RunningCluster {
  private readonly random: Random;
  private readonly daemons: readonly Workload[];
  private readonly members = new Map<GroupCapacity, readonly Instance[]>();
  private readonly lost = new Set<string>();
  private readonly launched = new Map<GroupCapacity, number>();

  private constructor(private readonly world: ClusterWorld, private readonly supposition: Supposition, private readonly seed: number, readonly fleet: Fleet) {
    this.random = randomStream(seed, 'placement');
    this.daemons = world.workloads.filter(({ daemon }) => daemon);
  }

  /** With the instances that are there before any task, and the daemons on them: they start first. */
  static of(world: ClusterWorld, supposition: Supposition, seed: number): RunningCluster {
    const running = new RunningCluster(world, supposition, seed, new Fleet([]));
    for (const group of world.groups) {
      for (let i = 0; i < group.sizes[supposition.doubt].start; i++) running.launch(group);
    }
    startDaemons(running.fleet, running.daemons, supposition);
    return running;
  }

  /** The same cluster, to go on from here without it. */
  fork(): RunningCluster {
    const copy = new RunningCluster(this.world, this.supposition, this.seed, this.fleet.fork());
    for (const [group, members] of this.members) copy.members.set(group, members);
    for (const zone of this.lost) copy.lost.add(zone);
    for (const [group, count] of this.launched) copy.launched.set(group, count);
    return copy;
  }

  /** Starts so many tasks of a service, one after the other. */
  start(workload: Workload, wanted: number): Trial {
    const { task, shares } = workload, refused = new Map<string | undefined, NoPlace>();
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

  /** Starts one task, on whichever of the service's providers takes it. Gives why none does. */
  startOne({ task, shares }: Workload): NoPlace | undefined {
    const refusals = (shares ?? [undefined]).map(share => this.place(share ? { ...task, capacityProvider: share.provider } : task));
    return refusals.includes(undefined) ? undefined : refusals[0];
  }

  /** How many tasks of a service run. */
  count({ task }: Workload): number {
    return [...this.fleet.tasksOf(task.group).values()].reduce((sum, count) => sum + count, 0);
  }

  /** How it stands with a daemon. */
  daemon(workload: Workload): Trial {
    return { workload, ...placeDaemon(this.fleet, workload.task, this.supposition.doubt) };
  }

  /** Takes a zone away with all that is in it. Groups that have other zones launch there what they lost. */
  lose(zone: string): void {
    this.lost.add(zone);
    this.fleet.leave(instance => instance.zone === zone);
    for (const [group, members] of this.members) {
      const left = members.filter(instance => instance.zone !== zone);
      this.members.set(group, left);
      if (this.zonesOf(group).length > 0) for (let i = left.length; i < members.length; i++) this.launch(group);
    }
    startDaemons(this.fleet, this.daemons, this.supposition);
  }

  /** Places one task, on an instance that a group launches for it if need be. Gives why not. */
  private place(task: Task): NoPlace | undefined {
    const chance = { doubt: this.supposition.doubt, random: this.random };
    let placement = canPlace(this.fleet, task, chance);
    while (!placement.fits && this.grow(task)) placement = canPlace(this.fleet, task, chance);
    commit(this.fleet, task, placement);
    if (placement.fits) return undefined;
    return placement.noPlace.asked > 0 ? placement.noPlace : this.explainByExamples(task);
  }

  /** Where there is no instance to be asked, what instances would answer if their groups launched any. */
  private explainByExamples(task: Task): NoPlace {
    const examples = this.groupsFor(task).filter(group => group.sizes[this.supposition.doubt].limit > 0 && !this.wouldTake(group, task))
      .flatMap(group => this.zonesOf(group).slice(0, 1).flatMap(zone => this.exampleOf(group, zone).states));
    return explainNoPlace(examples, task, this.supposition.doubt);
  }

  /** Lets a group launch one more instance, if that brings the task nearer to a place. */
  private grow(task: Task): boolean {
    const group = this.groupsFor(task).find(group => {
      const { limit, growsFor } = group.sizes[this.supposition.doubt];
      return (growsFor === 'everyone' || task.capacityProvider !== undefined) && (this.members.get(group)?.length ?? 0) < limit && this.wouldTake(group, task);
    });
    if (!group) return false;
    this.launch(group);
    startDaemons(this.fleet, this.daemons, this.supposition);
    return true;
  }

  private wouldTake(group: GroupCapacity, task: Task): boolean {
    return this.zonesOf(group).some(zone => canPlace(this.exampleOf(group, zone), task, { doubt: this.supposition.doubt, random: this.random }).fits);
  }

  /** One new instance of the group, with the daemons on it. */
  private exampleOf(group: GroupCapacity, zone: string | undefined): Fleet {
    const fleet = new Fleet([newInstance(group, 1, zone, this.supposition)]);
    startDaemons(fleet, this.daemons, this.supposition);
    return fleet;
  }

  private groupsFor({ capacityProvider }: Task): readonly GroupCapacity[] {
    return this.world.groups.filter(({ group }) => capacityProvider === undefined || (group.capacityProvider && providerKey(group.capacityProvider) === capacityProvider));
  }

  /** A group keeps its zones level. */
  private launch(group: GroupCapacity): void {
    const members = this.members.get(group) ?? [], number = (this.launched.get(group) ?? 0) + 1;
    const zones = this.zonesOf(group).map(zone => ({ zone, count: members.filter(instance => instance.zone === zone).length }));
    const fewest = Math.min(...zones.map(({ count }) => count));
    const instance = newInstance(group, number, zones.find(({ count }) => count === fewest)?.zone, this.supposition);
    this.launched.set(group, number);
    this.members.set(group, [...members, instance]);
    this.fleet.join(instance);
  }

  private zonesOf({ zones }: GroupCapacity): readonly (string | undefined)[] {
    return zones.filter(zone => zone === undefined || !this.lost.has(zone));
  }
}

function startDaemons(fleet: Fleet, daemons: readonly Workload[], { doubt }: Supposition): void {
  for (const { task } of daemons) placeDaemon(fleet, task, doubt);
}

/** An instance as the group launches it. */
export function newInstance({ group, shapes }: GroupCapacity, number: number, zone: string | undefined, { amounts, type }: Supposition): Instance {
  const shape = shapes[type] ?? shapes[0], name = zone === undefined ? undefined : zoneName(zone);
  const { cpuUnits, memoryMiB, gpus, taskEnis, trunkedTaskEnis, reservedPorts, attributes, attributesComplete } = shape;
  return {
    id: `${group.autoScalingGroup.id}-${number}`, zone, type: shape.type,
    capacityProvider: group.capacityProvider && providerKey(group.capacityProvider),
    registered: { cpuUnits, memoryMiB: memoryMiB[amounts], gpus, taskEnis: amounts === 'most' ? trunkedTaskEnis : taskEnis },
    reservedPorts, attributesComplete,
    attributes: name === undefined ? attributes : new Map([...attributes, ['ecs.availability-zone', name]]),
  };
}
