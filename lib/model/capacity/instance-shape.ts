import { agentCapabilities, agentSwitches, dockerLogDrivers, loggingDrivers, reservedPorts, taskEniExceptions } from '../../catalog/container-agent';
import { instanceType, type InstanceType } from '../../catalog/instance-types';
import { memoryForTasks, registeredMemory } from '../../catalog/registered-memory';
import type { Origin } from '../../core/origin';
import { by } from '../../core/order';
import { absent, allKnown, ifKnown, known, mapValue, thenValue, unknown, unknownsIn, withDefault, type Known, type Unknown, type Value } from '../../core/value';
import type { AgentConfig } from './agent-config';
import type { AutoScalingGroup, InstanceChoice } from './auto-scaling-group';
import type { HostPort, InstanceShape } from './instance-group';
import type { LaunchTemplate } from './launch-template';
import type { MachineImage } from './machine-image';

/** What an instance registers with ECS, for each kind that the group may launch. */
export function shapesOf(group: AutoScalingGroup): Value<readonly InstanceShape[]> {
  return thenValue(group.choices, choices => mapValue(allKnown(choices.map(shapesOfChoice), group.choices.at), lists => lists.flat()));
}

function shapesOfChoice({ instanceTypes, launchTemplate }: InstanceChoice): Value<readonly InstanceShape[]> {
  const { at } = instanceTypes;
  return thenValue(launchTemplate, template => thenValue(instanceTypes, names => thenValue(allKnown(names.map(name => shapeOf(name, at, template)), at), shapes => {
    if (names.length === 1) return known(shapes, at);
    // EC2 chooses among those of the image's architecture.
    const architecture = ifKnown(template.image)?.architecture, fitting = shapes.filter(shape => architecture === undefined || architectureOf(shape) === architecture);
    return fitting.length > 0 ? known(extremes(fitting), at) : unknown({ kind: 'form', expected: 'an instance type within InstanceRequirements', found: 'none' }, at);
  })));
}

/** What an instance of another type would register, launched as the group launches its own. */
export function shapeNamed(name: string, { choices, launchTemplate }: AutoScalingGroup): Value<InstanceShape> {
  return thenValue(launchTemplate, template => shapeOf(name, choices.at, template));
}

function shapeOf(name: string, at: Origin, template: LaunchTemplate): Value<InstanceShape> {
  const type = instanceType(name);
  return type ? registered(type, template) : unknown({ kind: 'fact', what: `the instance type ${name}` }, at);
}

/**
 * Of very many shapes those of which no other has less of everything, or more: what finds its place on each of the smallest finds it on all, and what finds none
 * on the largest finds none. The smallest come first. Nothing is said of their types.
 */
function extremes(shapes: readonly InstanceShape[]): readonly InstanceShape[] {
  const sorted = [...shapes].sort(by(...amounts, ({ type }) => type)), smallest: InstanceShape[] = [], largest: InstanceShape[] = [];
  for (const shape of sorted) if (!smallest.some(other => isWithin(other, shape))) smallest.push(shape);
  for (const shape of sorted.toReversed()) if (!largest.some(other => isWithin(shape, other))) largest.push(shape);
  return sorted.filter(shape => smallest.includes(shape) || largest.includes(shape))
    .map(shape => ({ ...shape, attributes: new Map([...shape.attributes].filter(([name]) => name !== 'ecs.instance-type')) }));
}

const amounts: readonly ((shape: InstanceShape) => number)[] = [
  ({ memoryMiB }) => memoryMiB.least, ({ memoryMiB }) => memoryMiB.most, ({ cpuUnits }) => cpuUnits, ({ gpus }) => gpus, ({ taskEnis }) => taskEnis, ({ trunkedTaskEnis }) => trunkedTaskEnis,
];

/** Whether the first has nothing that the second has less of. */
function isWithin(a: InstanceShape, b: InstanceShape): boolean {
  return architectureOf(a) === architectureOf(b) && amounts.every(amountOf => amountOf(a) <= amountOf(b));
}

function architectureOf({ attributes }: InstanceShape): string | undefined {
  return attributes.get('ecs.cpu-architecture');
}

function registered(type: InstanceType, { image, agentConfig }: LaunchTemplate): Value<InstanceShape> {
  const recognised = ifKnown(image), os = recognised?.os ?? agentConfig.os;
  const reserved = withDefault(agentConfig.reservedMemoryMiB, 0), ports = portsOf(agentConfig, os ?? 'linux');
  if (reserved.state === 'unknown') return reserved;
  if (ports.state === 'unknown') return ports;
  // Linux keeps more to itself than Windows does; where it may be either, both bounds hold.
  const { least } = registeredMemory(type, os ?? 'linux'), { most } = registeredMemory(type, os ?? 'windows');
  const { plain, trunked } = taskEnisOf(type);
  return known({
    type: type.name,
    cpuUnits: type.vcpus * 1024,
    memoryMiB: { least: memoryForTasks(least, reserved.value), most: memoryForTasks(most, reserved.value) },
    // Of an image that is not recognised nobody knows whether it brings the driver: it is taken to.
    gpus: recognised?.gpuDriver === false && !ifKnown(agentConfig.gpuSupport) ? 0 : type.gpus,
    taskEnis: plain,
    trunkedTaskEnis: os === 'windows' ? plain : trunked,
    reservedPorts: ports.value,
    ...attributesOf(type, agentConfig, recognised),
  }, image.at);
}

/** How many tasks in `awsvpc` mode an instance takes, without the account setting `awsvpcTrunking` and with it. */
export function taskEnisOf({ name, networkInterfaces, trunkedTasks }: InstanceType): { readonly plain: number; readonly trunked: number } {
  const plain = taskEniExceptions.value.get(name) ?? networkInterfaces - 1;
  return { plain, trunked: Math.max(plain, trunkedTasks) };
}

function portsOf({ reservedPorts: tcp, reservedUdpPorts: udp, cluster }: AgentConfig, os: 'linux' | 'windows'): Known<readonly HostPort[]> | Unknown {
  const lists = [withDefault(tcp, reservedPorts.value[os]), withDefault(udp, [])];
  const all = allKnown(lists, cluster.at);
  if (all.state === 'unknown') return all;
  const [tcpPorts = [], udpPorts = []] = all.value;
  return known([...tcpPorts.map(port => ({ port, protocol: 'tcp' as const })), ...udpPorts.map(port => ({ port, protocol: 'udp' as const }))], all.at);
}

function attributesOf(type: InstanceType, config: AgentConfig, image: MachineImage | undefined): Pick<InstanceShape, 'attributes' | 'attributesComplete'> {
  const attributes = new Map<string, string | undefined>([['ecs.instance-type', type.name], ['ecs.cpu-architecture', type.architecture]]);
  const os = image?.os ?? config.os;
  if (os) attributes.set('ecs.os-type', os);
  const osFamily = image?.osFamily ?? (os === 'linux' ? 'LINUX' : undefined);
  if (osFamily !== undefined) attributes.set('ecs.os-family', osFamily);
  const family = image?.agent && image.family !== 'other' ? image.family : undefined, ours = family === 'windows' ? undefined : family;
  if (ours) for (const name of agentCapabilities.value) attributes.set(name, '');
  const switched = agentSwitches.value.map(({ attribute, unset }) => {
    const set = config.switched.get(attribute) ?? absent(config.cluster.at), is = family ? withDefault(set, unset[family]) : set;
    if (is.state === 'known') attributes.set(attribute, is.value ? '' : undefined);
    return is;
  });
  const drivers = withDefault(config.loggingDrivers, ours ? loggingDrivers.value[ours] : []);
  // A list of its own leaves the others out, on whatever image.
  if (config.loggingDrivers.state === 'known') for (const driver of dockerLogDrivers.value) attributes.set(`com.amazonaws.ecs.capability.logging-driver.${driver}`, undefined);
  for (const driver of ifKnown(drivers) ?? []) attributes.set(`com.amazonaws.ecs.capability.logging-driver.${driver}`, '');
  const custom = withDefault(config.attributes, new Map<string, Value<string>>());
  for (const [name, value] of ifKnown(custom) ?? []) if (value.state === 'known') attributes.set(name, value.value);
  const open = config.installsPlugins || unknownsIn(...switched, drivers, custom, ...(ifKnown(custom) ?? new Map<string, Value<string>>()).values()).length > 0;
  return { attributes, attributesComplete: ours !== undefined && !open };
}
