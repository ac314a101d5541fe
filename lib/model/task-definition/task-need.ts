import type { Origin } from '../../core/origin';
import { absent, allKnown, ifKnown, known, mapValue, thenValue, unknown, unknownsIn, withDefault, type Known, type Unknown, type Value } from '../../core/value';
import type { Property } from '../../template/property';
import { inUse } from '../in-use';
import type { Container, PortMapping } from './container';
import type { HostPort } from '../capacity/instance-group';
import type { Role } from '../role';
import { networkModeOf, type TaskDefinition } from './task-definition';

/** What a task asks of a container instance. Whole numbers, all known: what is not known is decided before a placement. */
export interface TaskNeed {
  readonly cpuUnits: number;
  readonly memoryMiB: number;
  readonly gpus: number;
  /** Fixed host ports; a dynamic port asks for none. */
  readonly ports: readonly HostPort[];
  /** Whether the task takes a network interface of its own (`awsvpc`). */
  readonly eni: boolean;
  /** Attributes that the instance must have, as `ecs.cpu-architecture` with the value or, for a capability, without one. */
  readonly attributes: readonly RequiredAttribute[];
}

export interface RequiredAttribute {
  readonly name: string;
  readonly value?: string;
}

/**
 * What a task of this definition asks of a container instance: the task-level value, else what its containers add up to; of memory the
 * reservation where there is one, else the limit. As the agent counts in `ToHostResources`, which is written to agree with the scheduler.
 */
export function taskNeed(task: TaskDefinition): Known<TaskNeed> | Unknown {
  const { at } = task;
  const mode = networkModeOf(task), system = withDefault(task.operatingSystem, 'LINUX'), containers = withDefault(task.containers, []);
  const [open] = unknownsIn(mode, system, containers);
  if (open) return open;
  const list = ifKnown(containers) ?? [], isAwsvpc = ifKnown(mode) === 'awsvpc';
  // Windows has no task-level limits; ECS counts its containers: task_definition_parameters_ec2, "Task size".
  const ofTask = (value: Value<number>): Value<number> => (ifKnown(system)?.startsWith('WINDOWS') ? absent(value.at) : value);
  const cpuUnits = elseSum(ofTask(task.cpuUnits), list.map(container => container.cpuUnits), at);
  const memoryMiB = thenValue(elseSum(ofTask(task.memoryMiB), list.map(countedMemory), at), sum => (sum > 0 ? known(sum, at) : unknown(noMemory, at)));
  const gpus = sumOf(list.map(container => gpusOf(container, at)), at);
  const ports = isAwsvpc ? known([], at) : joined(list.map(container => fixedPorts(container, ifKnown(mode) === 'host')), at);
  const attributes = requiredAttributes(task, list, ifKnown(mode) ?? 'bridge');
  for (const value of [cpuUnits, memoryMiB, gpus, ports, attributes]) if (value.state === 'unknown') return value;
  return known({
    cpuUnits: ifKnown(cpuUnits) ?? 0, memoryMiB: ifKnown(memoryMiB) ?? 0, gpus: ifKnown(gpus) ?? 0,
    ports: ifKnown(ports) ?? [], eni: isAwsvpc, attributes: ifKnown(attributes) ?? [],
  }, at);
}

/** What a placement counts of a container's memory: the soft limit if there is one, else the hard limit. */
export function countedMemory({ memoryReservationMiB: soft, memoryMiB: hard }: Container): Value<number> {
  return soft.state === 'absent' || (soft.state === 'known' && soft.value <= 0) ? hard : soft;
}

const noMemory = { kind: 'form', expected: 'a Memory or a MemoryReservation', found: 'neither' } as const;

function elseSum(own: Value<number>, parts: readonly Value<number>[], at: Origin): Value<number> {
  return own.state === 'absent' ? sumOf(parts, at) : own;
}

function sumOf(values: readonly Value<number>[], at: Origin): Value<number> {
  return mapValue(all(values, at), numbers => numbers.reduce((sum, number) => sum + number, 0));
}

function joined<T>(lists: readonly Value<readonly T[]>[], at: Origin): Value<readonly T[]> {
  return mapValue(all(lists, at), lists => lists.flat());
}

/** As `allKnown`, but what is unknown keeps its own place. */
function all<T>(values: readonly Value<T>[], at: Origin): Value<readonly T[]> {
  return unknownsIn(...values)[0] ?? allKnown(values, at);
}

/** Whole GPUs are counted; on which instances there is a share of one, a part of one, or all of theirs, is not known. */
function gpusOf({ gpus }: Container, at: Origin): Value<number> {
  return sumOf((ifKnown(gpus) ?? []).map(value => {
    const notCounted = (what: string): Unknown => unknown({ kind: 'fact', what: `which instances have ${what} left` }, value.at);
    if (value.state === 'absent') return notCounted('a share of a GPU');
    return thenValue(value, text => (/^\d+$/.test(text) ? known(Number(text), value.at) : notCounted(text === 'ALL' ? 'ALL their GPUs' : `${text} GPUs`)));
  }), at);
}

/** The ports that a container takes of its instance. In host mode a container port is a host port. */
function fixedPorts({ portMappings }: Container, hostMode: boolean): Value<readonly HostPort[]> {
  return thenValue(portMappings, mappings => joined(mappings.map(mapping => portsOf(mapping, hostMode)), portMappings.at));
}

function portsOf({ containerPort, containerPortRange, hostPort, protocol, at }: PortMapping, hostMode: boolean): Value<readonly HostPort[]> {
  const fixed = hostMode && hostPort.state === 'absent' ? containerPort : hostPort;
  const ranged = hostMode ? containerPortRange : absent(at);
  return thenValue(withDefault(protocol, 'TCP'), name => joined([
    mapValue(fixed, port => (port === 0 ? [] : [port])),
    mapValue(ranged, range => portsIn(range)),
  ].map(ports => mapValue(ports, list => list.map(port => ({ port, protocol: name === 'UDP' ? 'udp' : 'tcp' } as const)))), at));
}

/** `8000-8010` */
function portsIn(range: string): readonly number[] {
  const [first = 0, last = first] = range.split('-').map(Number);
  return Number.isInteger(first) && last - first < 65_536 ? Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => first + i) : [];
}

/**
 * The attributes that ECS adds to a task definition when it is registered, of those that an instance may lack: what every agent of the last years
 * has is left out.
 */
function requiredAttributes(task: TaskDefinition, containers: readonly Container[], mode: string): Value<readonly RequiredAttribute[]> {
  const { cpuArchitecture, operatingSystem, volumes, at } = task;
  const logDrivers = containers.map(({ logDriver }) => logDriver).filter(driver => ifKnown(driver) !== 'awsfirelens');
  const required = joined([
    all<RequiredAttribute>([
      mapValue(cpuArchitecture, name => ({ name: 'ecs.cpu-architecture', value: name.toLowerCase() })),
      // A container of one Windows version does not run on another.
      mapValue(operatingSystem, name => (name.startsWith('WINDOWS') ? { name: 'ecs.os-family', value: name } : { name: 'ecs.os-type', value: 'linux' })),
      ...capabilities('com.amazonaws.ecs.capability.logging-driver', logDrivers),
      ...roleCapabilities(task, containers, mode).map(name => known({ name }, at)),
      // Bottlerocket takes no privileged container unless it is told to.
      ...containers.map(({ privileged }) => thenValue(privileged, is => (is ? known({ name: 'com.amazonaws.ecs.capability.privileged-container' }, privileged.at) : absent(privileged.at)))),
    ], at),
    // ECS takes the driver's name for an attribute when it places the task: API DockerVolumeConfiguration.driver.
    thenValue(volumes, list => all(capabilities('ecs.capability.docker-plugin', list.map(({ driver }) => driver)), at)),
    // The agent on Windows alone registers this one: agent_capability_windows.go.
    thenValue(volumes, list => all(list.map(({ properties }) => windowsShare(properties.get('FSxWindowsFileServerVolumeConfiguration'))), at)),
  ], at);
  return mapValue(required, list => list.filter(({ name }, i) => list.findIndex(other => other.name === name) === i));
}

/** What the agent must do with the roles of the task. Of a role that may not be given nothing is asked. */
function roleCapabilities({ taskRole, executionRole }: TaskDefinition, containers: readonly Container[], mode: string): readonly string[] {
  const hasDriver = containers.some(({ logDriver }) => ifKnown(logDriver) === 'awslogs');
  return [
    ...(isGiven(taskRole) ? [`com.amazonaws.ecs.capability.task-iam-role${mode === 'host' ? '-network-host' : ''}`] : []),
    ...(isGiven(executionRole) && hasDriver ? ['ecs.capability.execution-role-awslogs'] : []),
    ...(mode === 'awsvpc' ? ['ecs.capability.task-eni'] : []),
  ];
}

function isGiven(role: Value<Role>): boolean {
  return role.state === 'known' || (role.state === 'unknown' && role.why.kind === 'elsewhere');
}

function windowsShare(configuration: Property): Value<RequiredAttribute> {
  return thenValue(inUse(configuration), is => (is ? known({ name: 'ecs.capability.fsxWindowsFileServer' }, configuration.at) : absent(configuration.at)));
}

function capabilities(prefix: string, names: readonly Value<string>[]): readonly Value<RequiredAttribute>[] {
  return names.map(name => mapValue(name, text => ({ name: `${prefix}.${text}` })));
}
