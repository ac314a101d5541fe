import { agentSwitches } from '../../catalog/container-agent';
import { by } from '../../core/order';
import { ifKnown, type Value } from '../../core/value';
import type { Change, ResourceRef } from '../../finding/finding';
import type { Container, PortMapping } from '../../model/task-definition/container';
import type { PlacementConstraint } from '../../model/task-definition/placement-rule';
import type { InstanceGroup } from '../../model/capacity/instance-group';
import type { Launcher } from '../../model/service/launch';
import type { Service } from '../../model/service/service';
import { countedMemory } from '../../model/task-definition/task-need';
import type { NoPlaceObstacle, Repair, ServiceOutcome } from '../../simulation/scenario';
import { listed } from '../listed';
import { zoneName } from './no-place';
import type { Located } from '../rule';

/** Where the repair of a missing place belongs, and what to write there. */
export interface Remedy {
  readonly at: Located;
  readonly fix: string;
  /** The same as changes of the template, where figures say enough. */
  readonly repair?: readonly Change[];
}

/**
 * What keeps the tasks off their instances for good belongs to what asks for it: the task definition, a constraint, the service's subnets. Where the
 * instances are only too few, it belongs to the Auto Scaling group; but where a task that asks for a little less would do, that is said first.
 */
export function remedyOf(obstacle: NoPlaceObstacle, service: Launcher): Remedy {
  const { noPlace: { asked, counts }, need } = obstacle;
  const decisive = counts.find(({ never }) => never === asked) ?? counts[0];
  switch (decisive?.reason) {
    case 'RESOURCE:MEMORY': return lessOrMore(obstacle, service, 'memory', need.memoryMiB, decisive.never === asked);
    case 'RESOURCE:CPU': return lessOrMore(obstacle, service, 'cpu', need.cpuUnits, decisive.never === asked);
    case 'RESOURCE:GPU': return decisive.never === asked ? { at: gpusOf(service), fix: 'Launch instances of a type with GPUs, from an ECS GPU-optimized image.' } : moreInstances(obstacle, service);
    case 'RESOURCE:PORTS': return freePort(obstacle, service, decisive.what);
    case 'ATTRIBUTE': return otherAttribute(obstacle, service, decisive.what ?? '');
    case 'LOCATION': return { at: service.subnets, fix: otherZone(obstacle) };
    case 'MEMBER_OF': return { at: constraintOf(service, decisive.what), fix: 'Select instances that the cluster has, or launch instances that the expression selects.' };
    default: return moreInstances(obstacle, service);
  }
}

/** As `remedyOf`, for the one new task that an update has to start: it need not, where an old one may stop first. */
export function updateRemedyOf(obstacle: NoPlaceObstacle, service: Service, tasks: number): Remedy {
  const percent = Math.floor((tasks - 1) * 100 / tasks), stopFirst = `MinimumHealthyPercent to ${percent}, so that an old task may stop first`;
  const toStop: Pick<Remedy, 'fix' | 'repair'> = { fix: `Set ${stopFirst}.`, repair: [{ at: service.minimumHealthyPercent.at, set: percent }] };
  if (obstacle.noPlace.counts[0]?.reason === 'DISTINCT_INSTANCE') return { at: service.minimumHealthyPercent, ...toStop };
  const { at, fix, repair } = remedyOf({ ...obstacle, repairs: obstacle.repairs.filter(({ kind }) => kind === 'instances') }, service);
  return { at, ...toStop, ...(fix.startsWith('Set ') ? { fix: `${fix.slice(0, -1)}, or ${stopFirst}.`, ...(repair ? { repair } : {}) } : {}) };
}

/** The places that tasks of a service do not find for certain, with what a rule says of each. */
export function missingPlaces({ service, wanted, placed, obstacles }: ServiceOutcome, remedy: typeof updateRemedyOf = remedyOf) {
  return obstacles.flatMap(obstacle => {
    if (obstacle.kind !== 'noPlace' || !obstacle.certain) return [];
    const { at, fix, repair } = remedy(obstacle, service, wanted);
    return [{ at, data: { service: service.id, wanted, placed, ...obstacle, fix, repair }, related: participants(obstacle, service) }];
  });
}

/** The resources that a placement hangs on. */
export function participants({ groups, orElse }: Pick<NoPlaceObstacle, 'groups' | 'orElse'>, service: Launcher): readonly ResourceRef[] {
  const definition = ifKnown(service.taskDefinition);
  return [...(definition ? [definition] : []), ...orElse, ...groups.flatMap(({ autoScalingGroup }) => [autoScalingGroup, ...[ifKnown(autoScalingGroup.launchTemplate)].filter(template => template !== undefined)])];
}

function lessOrMore(obstacle: NoPlaceObstacle, service: Launcher, resource: 'memory' | 'cpu', asked: number, never: boolean): Remedy {
  const less = obstacle.repairs.find((repair): repair is Less => repair.kind === resource);
  const amount = less && (less.kind === 'memory' ? less.memoryMiB : less.cpuUnits);
  const slightlyLess = amount !== undefined && amount * 8 >= asked * 7;
  if (!never && !slightlyLess) return moreInstances(obstacle, service);
  const source = resource === 'memory' ? sourceOf(service, 'memoryMiB', countedMemory) : sourceOf(service, 'cpuUnits', container => container.cpuUnits);
  const given = source && ifKnown(source), property = String(source?.at.path.at(-1)), others = never ? largerType(obstacle) : setting(obstacle);
  const lower = amount === undefined || given === undefined ? 'Ask for less' : `Set ${property} to ${given - (asked - amount)}${less?.lasts ? '' : ' and lower MinimumHealthyPercent, so that an update may stop an old task first'}`;
  const fix = `${lower}${others === undefined ? '' : `, or ${others}`}.`;
  return { at: source ?? service, fix, ...(amount === undefined || given === undefined || !less?.lasts ? {} : { repair: [{ set: given - (asked - amount) }] }) };
}

/** `launch m5.xlarge in Group` */
function largerType({ repairs }: NoPlaceObstacle): string {
  const repair = repairs.find(repair => repair.kind === 'type');
  return repair ? `launch ${repair.type} in ${repair.group.autoScalingGroup.id}` : 'launch a larger instance type';
}

function otherZone({ repairs }: NoPlaceObstacle): string {
  const repair = repairs.find(repair => repair.kind === 'zone');
  return repair ? `Give the service a subnet in ${zoneName(repair.zone)} too, where container instances are.` : 'Give the service subnets in the zones of its container instances.';
}

type Less = Extract<Repair, { kind: 'memory' | 'cpu' }>;

/** Where the amount that a placement counts is written: at the task, or at the container that has most of it. */
function sourceOf({ taskDefinition }: Launcher, property: 'memoryMiB' | 'cpuUnits', ofContainer: (container: Container) => Value<number>): Value<number> | undefined {
  const definition = ifKnown(taskDefinition);
  if (!definition || definition[property].state !== 'absent') return definition?.[property];
  return (ifKnown(definition.containers) ?? []).map(ofContainer).sort(by(value => -(ifKnown(value) ?? 0)))[0];
}

function gpusOf(service: Launcher): Located {
  const definition = ifKnown(service.taskDefinition);
  return (definition && ifKnown(definition.containers))?.find(({ gpus }) => (ifKnown(gpus) ?? []).length > 0)?.gpus ?? service;
}

function freePort(obstacle: NoPlaceObstacle, service: Launcher, port: string | undefined): Remedy {
  const definition = ifKnown(service.taskDefinition), mappings = ((definition && ifKnown(definition.containers)) ?? []).flatMap(({ portMappings }) => ifKnown(portMappings) ?? []);
  const mapping = mappings.find(mapping => port?.endsWith(` ${portOf(mapping)}`));
  if (!definition || (ifKnown(definition.networkMode) ?? 'bridge') === 'host') return moreInstances(obstacle, service);
  return { at: mapping ? hostPortAt(mapping) : definition, fix: 'Set HostPort to 0, so that each task gets a port of its own.', ...(mapping?.hostPort.state === 'known' ? { repair: [{ set: 0 }] } : {}) };
}

function portOf({ hostPort, containerPort }: PortMapping): number | undefined {
  return ifKnown(hostPort) ?? ifKnown(containerPort);
}

function hostPortAt({ hostPort, containerPort }: PortMapping): Located {
  return hostPort.state === 'absent' ? containerPort : hostPort;
}

function otherAttribute({ groups }: NoPlaceObstacle, service: Launcher, attribute: string): Remedy {
  const definition = ifKnown(service.taskDefinition), template = groups.map(({ autoScalingGroup }) => ifKnown(autoScalingGroup.launchTemplate)).find(found => found !== undefined);
  const driver = /\.logging-driver\.(.*)/s.exec(attribute)?.[1];
  if (driver !== undefined && template) {
    return { at: template.agentConfig.loggingDrivers, fix: `Set ECS_AVAILABLE_LOGGING_DRIVERS in the user data, with ${driver} and the other log drivers in use.` };
  }
  const { setting, when } = agentSwitches.value.find(agentSwitch => agentSwitch.attribute === attribute) ?? {}, set = template?.agentConfig.switched.get(attribute);
  if (set) return { at: set, fix: `Set ${setting} to ${when} in the user data; the agent then has ${attribute}.` };
  if (!definition) return { at: service, fix: 'Name a task definition.' };
  const plugin = /\.docker-plugin\.(.*)/s.exec(attribute)?.[1];
  if (plugin !== undefined) {
    const volume = (ifKnown(definition.volumes) ?? []).find(volume => ifKnown(volume.driver) === plugin);
    return { at: volume?.driver ?? definition, fix: `Install the Docker plugin ${plugin} in the user data, or take a volume that needs none.` };
  }
  if (attribute.startsWith('ecs.cpu-architecture')) return { at: definition.cpuArchitecture, fix: 'Set CpuArchitecture to that of the container instances, with an image built for it, or launch instances of this one.' };
  if (attribute.startsWith('ecs.os-')) return { at: definition.operatingSystem, fix: 'Set OperatingSystemFamily to that of the container instances, or launch instances with this one.' };
  return { at: definition, fix: `Launch instances whose agent has ${attribute}.` };
}

function constraintOf(service: Launcher, expression: string | undefined): Located {
  const lists = [service.placementConstraints, ifKnown(service.taskDefinition)?.placementConstraints];
  const constraints = lists.flatMap((list): readonly PlacementConstraint[] => (list && ifKnown(list)) ?? []);
  return constraints.find(constraint => ifKnown(constraint.expression) === expression)?.expression ?? service;
}

function moreInstances(obstacle: NoPlaceObstacle, service: Launcher): Remedy {
  const { groups, repairs } = obstacle, repair = repairs.find(repair => repair.kind === 'instances'), [first] = groups, set = setting(obstacle);
  if (repair && set !== undefined) return { at: sizeOf(repair.group, repair.instances), fix: `${capital(set)}.`, repair: resized(repair) };
  if (!first) return { at: service, fix: 'Bring container instances to the cluster.' };
  return { at: first.autoScalingGroup.maxSize, fix: `Let ${listed(groups.map(({ autoScalingGroup }) => autoScalingGroup.id))} have more instances.` };
}

/** `set MaxSize of Group to 3` */
function setting({ repairs }: NoPlaceObstacle): string | undefined {
  const repair = repairs.find(repair => repair.kind === 'instances');
  return repair && `set ${listed(sizesOf(repair).map(({ at }) => String(at.path.at(-1))))} of ${repair.group.autoScalingGroup.id} to ${repair.lasting}`;
}

type Instances = Extract<Repair, { kind: 'instances' }>;

function resized(repair: Instances): readonly Change[] {
  return sizesOf(repair).map(({ at }) => ({ at, set: String(repair.lasting) }));
}

/** The sizes that have to be raised: the largest that the group may have, the one that it starts with, or both. */
function sizesOf({ group: { autoScalingGroup: { minSize, maxSize, desiredCapacity } }, grows, lasting }: Instances): readonly Value<number>[] {
  const start = desiredCapacity.state === 'absent' ? minSize : desiredCapacity, beyond = lasting > (ifKnown(maxSize) ?? 0);
  return grows ? [maxSize] : beyond ? [start, maxSize] : [start];
}

/** The property that keeps a group from having so many instances. */
function sizeOf({ autoScalingGroup: { minSize, maxSize, desiredCapacity } }: InstanceGroup, instances: number): Value<number> {
  if (instances > (ifKnown(maxSize) ?? 0)) return maxSize;
  return desiredCapacity.state === 'absent' ? minSize : desiredCapacity;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
