import { ifKnown, thenValue, type Unknown, type Value } from '../core/value';
import { isSame, type ResourceRef } from '../finding/finding';
import type { InstanceGroup, InstanceShape } from '../model/capacity/instance-group';
import type { Model } from '../model/model';
import { isFargate, type Launcher } from '../model/service/launch';
import type { Doubt } from '../placement/fit';
import type { Task } from '../placement/task';
import { capacityOf, type GroupCapacity } from '../simulation/group-capacity';
import { providerKey, taskOf, type Workload } from '../simulation/workload';
import { worldOf, type ClusterWorld } from '../simulation/world';

/** A group of container instances, and all that has to find its place on them. */
export interface Occupancy {
  readonly group: GroupCapacity;
  /** The cluster as far as it concerns the group: services that may run there, and the groups on which these may run. */
  readonly world: ClusterWorld;
  /** Tasks that are started now and then. An instance has to be large enough for each of them. */
  readonly guests: readonly Tenant[];
  /** How to take what is not known of instances: against the tasks, unless so much is open that nothing would be certain. */
  readonly doubt: Doubt;
  /** What may run there and is not known well enough to be counted. */
  readonly uncounted: readonly { readonly launcher: ResourceRef; readonly why: Unknown }[];
}

/** A task, and what starts it. */
export interface Tenant {
  readonly launcher: ResourceRef;
  readonly task: Task;
}

/** What is on the instances of an Auto Scaling group, which is named itself or by its capacity provider; undefined where there is none that joins a cluster of these templates. */
export function occupancyOf(model: Model, named: ResourceRef): Occupancy | undefined {
  const found = model.instanceGroups.find(({ autoScalingGroup, capacityProvider }) => isSame(autoScalingGroup, named) || (capacityProvider && isSame(capacityProvider, named)));
  const cluster = found && ifKnown(found.cluster), capacity = found && ifKnown(capacityOf(found));
  if (!found || !cluster || !capacity) return undefined;
  const { clusters, undecided } = worldOf(model), { groups = [capacity], workloads = [], open = capacity.open } = clusters.find(world => world.cluster === cluster) ?? {};
  const group = groups.find(other => other.group === found) ?? capacity, mine = workloads.filter(workload => workload.daemon || mayUse(workload, found)).map(steady);
  const comes = (launcher: Launcher): boolean => ifKnown(launcher.cluster) === cluster && mayRunOn(launcher, found);
  const guests = model.scheduledTasks.filter(comes).map(launcher => ({ launcher, task: guestOf(launcher, model) }));
  return {
    group,
    world: { cluster, open, workloads: mine, groups: [group, ...groups.filter(other => other !== group && mine.some(workload => !workload.daemon && mayUse(workload, other.group)))] },
    guests: guests.flatMap(({ launcher, task }) => (task.state === 'known' ? [{ launcher, task: task.value }] : [])),
    doubt: open.length > 0 ? 'for' : 'against',
    uncounted: [
      ...model.services.filter(comes).map(launcher => ({ launcher, why: undecided.get(launcher) })), ...guests.map(({ launcher, task }) => ({ launcher, why: task.state === 'unknown' ? task : undefined })),
    ].flatMap(({ launcher, why }) => (why ? [{ launcher, why }] : [])),
  };
}

/** The cluster with instances of one type in the group, `start` of them before any task and as many as `limit`. */
export function refitted({ world, group }: Occupancy, shape: InstanceShape, start: number, limit: number): ClusterWorld {
  const grows = group.group.capacityProvider && ifKnown(group.group.capacityProvider.managedScaling), size = { start, limit: grows ? limit : start, growsFor: 'provider' } as const;
  const instead: GroupCapacity = { ...group, shapes: [shape], sizes: { for: size, against: size }, open: [] };
  return { ...world, groups: world.groups.map(other => (other === group ? instead : other)) };
}

/** A service is created with the tasks that it desires, and runs with as many as its scaling has at least. */
function steady(workload: Workload): Workload {
  return { ...workload, counts: { ...workload.counts, desired: workload.counts.steady } };
}

/** Whether tasks of a workload are placed on instances of the group. */
function mayUse({ shares }: Workload, { capacityProvider }: InstanceGroup): boolean {
  return !shares || (capacityProvider !== undefined && shares.some(({ provider }) => provider === providerKey(capacityProvider)));
}

/** The same of what is not known well enough to be a workload. */
function mayRunOn({ runsOn }: Launcher, group: InstanceGroup): boolean {
  const capacity = ifKnown(runsOn);
  if (!capacity) return runsOn.state === 'unknown';
  return !isFargate(capacity) && (capacity.kind === 'launchType' || capacity.strategy.some(({ capacityProvider: named }) => named.state === 'unknown' || ifKnown(named) === group.capacityProvider));
}

function guestOf(launcher: Launcher, model: Model): Value<Task> {
  return thenValue(launcher.taskDefinition, definition => taskOf(launcher, definition, `family:${ifKnown(definition.name) ?? definition.id}`, model));
}
