import { instanceType, instanceTypes, type InstanceType } from '../catalog/instance-types';
import { by } from '../core/order';
import { largest, smallest } from '../core/search';
import { ifKnown } from '../core/value';
import { shapeNamed } from '../model/capacity/instance-shape';
import type { Service } from '../model/service/service';
import { networkModeOf } from '../model/task-definition/task-definition';
import type { TaskNeed } from '../model/task-definition/task-need';
import { portKey } from '../placement/fleet';
import type { Task } from '../placement/task';
import type { FailureReason } from '../placement/verdict';
import { suppositions } from './competition';
import type { GroupCapacity } from './group-capacity';
import type { Repair } from './scenario';
import { desiredCount, settle } from './scenarios/desired-count';
import type { ScenarioKind } from './scenarios/kind';
import { rollingUpdate } from './scenarios/rolling-update';
import type { Supposition } from './supposition';
import { failed, type Trial } from './trial';
import { providerKey } from './workload';
import type { ClusterWorld } from './world';

/** Beyond so many tasks and instances no repair is sought, nor beyond so many for all failures together: each attempt plays the scenario once more. */
const mostWorthTrying = 500, mostForAll = 5_000;

/**
 * The least changes of which each alone would give the tasks of a trial their places, found by playing the scenario again with it. Each tells whether the first update finds its place too, which would be the next thing to fail.
 */
export function repairsOf(world: ClusterWorld, kind: ScenarioKind, trial: Trial, { seed, failures }: { readonly seed: number; readonly failures: number }): readonly Repair[] {
  const tasks = world.workloads.reduce((sum, { counts }) => sum + counts.maximum, 0), instances = world.groups.reduce((sum, { sizes }) => sum + sizes.for.start, 0);
  if (kind.repaired === false || tasks + instances > Math.min(mostWorthTrying, mostForAll / failures)) return [];
  const attempt: Attempt = {
    world, trial, reasons: new Set(trial.noPlace?.counts.map(({ reason }) => reason)),
    heals: healing(world, kind, trial, seed), lasts: kind === desiredCount ? healing(world, rollingUpdate, trial, seed) : () => true,
  };
  return [...lessOf('memoryMiB', attempt), ...lessOf('cpuUnits', attempt), ...freePorts(attempt), ...anotherZone(attempt), ...largerType(attempt), ...moreInstances(attempt)];
}

/** A search for repairs: what fails, and what would show that a changed world is without it. */
interface Attempt {
  readonly world: ClusterWorld;
  readonly trial: Trial;
  /** What instances refuse the task for. */
  readonly reasons: ReadonlySet<FailureReason>;
  readonly heals: (changed: ClusterWorld) => boolean;
  readonly lasts: (changed: ClusterWorld) => boolean;
}

/**
 * Whether a changed world is without this failure, with the most that instances may have and with the least, whatever service comes first. Services that
 * fail in any case may do so; what competes with this one may not.
 */
function healing(world: ClusterWorld, kind: ScenarioKind, { workload: { service } }: Trial, seed: number): (changed: ClusterWorld) => boolean {
  const failing = (changed: ClusterWorld, supposition: Supposition): readonly Service[] => {
    const steady = settle(changed, supposition);
    return [...steady.trials, ...kind.play(steady).trials].filter(failed).map(({ workload }) => workload.service);
  };
  const measures = (['least', 'most'] as const).map(amounts => {
    const [first = [], ...others] = suppositions(world, amounts, 'for', { seed }).map(supposition => failing(world, supposition));
    return { amounts, anyway: first.filter(other => other !== service && others.every(services => services.includes(other))) };
  });
  return changed => measures.every(({ amounts, anyway }) =>
    suppositions(changed, amounts, 'for', { seed }).every(supposition => failing(changed, supposition).every(other => anyway.includes(other))));
}

function lessOf(resource: 'memoryMiB' | 'cpuUnits', { world, trial, reasons, heals, lasts }: Attempt): readonly Repair[] {
  if (!reasons.has(resource === 'memoryMiB' ? 'RESOURCE:MEMORY' : 'RESOURCE:CPU')) return [];
  const less = (amount: number): ClusterWorld => withNeed(world, trial, { [resource]: amount }), most = largest(trial.workload.task.need[resource] - 1, amount => heals(less(amount)));
  const amount = resource === 'memoryMiB' && heals(less(round(most))) ? round(most) : most;
  if (amount <= 0) return [];
  return [resource === 'memoryMiB' ? { kind: 'memory', memoryMiB: amount, lasts: lasts(less(amount)) } : { kind: 'cpu', cpuUnits: amount, lasts: lasts(less(amount)) }];
}

/** A dynamic host port is free on any instance; only in bridge mode is there one. */
function freePorts({ world, trial, heals, lasts }: Attempt): readonly Repair[] {
  const { workload: { service, task: { need } }, noPlace } = trial, definition = ifKnown(service.taskDefinition), taken = noPlace?.counts.map(({ what }) => what);
  const ports = need.ports.filter(port => taken?.includes(portKey(port)));
  if (ports.length === 0 || !definition || ifKnown(networkModeOf(definition)) !== 'bridge') return [];
  const freed = withNeed(world, trial, { ports: need.ports.filter(port => !ports.includes(port)) });
  return heals(freed) ? [{ kind: 'ports', ports, lasts: lasts(freed) }] : [];
}

function anotherZone({ world, trial, reasons, heals, lasts }: Attempt): readonly Repair[] {
  const { zones } = trial.workload.task;
  if (!reasons.has('LOCATION') || !zones) return [];
  const others = new Set(world.groups.flatMap(group => group.zones).filter(zone => zone !== undefined && !zones.includes(zone)));
  const also = (zone = ''): ClusterWorld => withTask(world, trial, { zones: [...zones, zone] }), zone = [...others].find(other => heals(also(other)));
  return zone === undefined ? [] : [{ kind: 'zone', zone, lasts: lasts(also(zone)) }];
}

/** The next type of the same family that would do. */
function largerType({ world, reasons, heals, lasts }: Attempt): readonly Repair[] {
  if (![...reasons].some(reason => /^RESOURCE:(CPU|MEMORY|GPU|ENI)$/.test(reason))) return [];
  return world.groups.flatMap((group): readonly Repair[] => {
    const { shapes: [shape, ...others], group: { autoScalingGroup } } = group;
    if (others.length > 0) return [];
    const larger = (name: string): ClusterWorld | undefined => {
      const named = ifKnown(shapeNamed(name, autoScalingGroup));
      return named && withGroup(world, { ...group, shapes: [named] }, group);
    };
    const does = (judge: (changed: ClusterWorld) => boolean) => (name: string): boolean => {
      const changed = larger(name);
      return changed !== undefined && judge(changed);
    };
    const type = largerTypes(shape.type).find(does(heals));
    return type === undefined ? [] : [{ kind: 'type', group: group.group, type, lasts: does(lasts)(type) }];
  });
}

function moreInstances({ world, trial: { workload: { shares } }, heals, lasts }: Attempt): readonly Repair[] {
  return world.groups.flatMap((group): readonly Repair[] => {
    const { group: { capacityProvider }, sizes: { for: { start, limit } } } = group;
    const grows = capacityProvider !== undefined && ifKnown(capacityProvider.managedScaling) === true && (shares ?? []).some(({ provider }) => provider === providerKey(capacityProvider));
    const more = (count: number): ClusterWorld => withSize(world, group, grows ? { start, limit: count } : { start: count, limit: Math.max(count, limit) });
    const instances = smallest((grows ? limit : start) + 1, (grows ? limit : start) + 32, count => heals(more(count)));
    return instances === undefined ? [] : [{ kind: 'instances', group: group.group, grows, instances, lasting: smallest(instances, instances + 31, count => lasts(more(count))) ?? instances }];
  });
}

function withNeed(world: ClusterWorld, trial: Trial, need: Partial<TaskNeed>): ClusterWorld {
  return withTask(world, trial, { need: { ...trial.workload.task.need, ...need } });
}

function withTask(world: ClusterWorld, { workload: { service } }: Trial, task: Partial<Task>): ClusterWorld {
  return { ...world, workloads: world.workloads.map(workload => (workload.service === service ? { ...workload, task: { ...workload.task, ...task } } : workload)) };
}

function withSize(world: ClusterWorld, group: GroupCapacity, size: { readonly start: number; readonly limit: number }): ClusterWorld {
  const both = { ...group.sizes.for, ...size };
  return withGroup(world, { ...group, sizes: { for: both, against: both } }, group);
}

function withGroup(world: ClusterWorld, group: GroupCapacity, instead: GroupCapacity): ClusterWorld {
  return { ...world, groups: world.groups.map(other => (other === instead ? group : other)) };
}

/** The larger types of its family, the next first. */
function largerTypes(name: string): readonly string[] {
  const own = instanceType(name), family = name.replace(/\..*/, '.'), size = ({ memoryMiB, vcpus }: InstanceType): number => memoryMiB + vcpus;
  const types = Object.keys(instanceTypes.value).filter(other => other.startsWith(family)).flatMap(other => instanceType(other) ?? []);
  return own ? types.filter(type => type.memoryMiB >= own.memoryMiB && type.vcpus >= own.vcpus && size(type) > size(own)).sort(by(size, type => type.name)).map(type => type.name) : [];
}

/** Down to a number that somebody would write. */
function round(memoryMiB: number): number {
  const step = memoryMiB >= 1024 ? 64 : memoryMiB >= 256 ? 16 : 1;
  return memoryMiB - (memoryMiB % step);
}
