import { readFileSync } from 'node:fs';
import { reservedPorts } from '../../lib/catalog/container-agent';
import { instanceType } from '../../lib/catalog/instance-types';
import { ifKnown } from '../../lib/core/value';
import { dryRun } from '../../lib/dry-run';
import { taskEnisOf } from '../../lib/model/capacity/instance-shape';
import { Fleet } from '../../lib/placement/fleet';
import type { Instance } from '../../lib/placement/instance';
import { random } from '../../lib/placement/strategy';
import type { Task } from '../../lib/placement/task';
import { taskOf } from '../../lib/simulation/workload';
import { parseJson } from '../../lib/template/parse-json';
import { modelOf } from './model';
import { aTask } from './placement';

/* What a case of scheduling gives and expects, and how it is handed to Drydock: tasks and services as templates, instances as they registered. */

export interface SchedulingCase {
  readonly id: string;
  readonly kind: string;
  readonly given: Fields;
  readonly expect: Fields;
}

export type Fields = Readonly<Record<string, unknown>>;

export function casesIn(file: string): readonly SchedulingCase[] {
  return (JSON.parse(readFileSync(file, 'utf8')) as { cases: readonly SchedulingCase[] }).cases;
}

/** A field that nobody reads would be a promise that nobody keeps. */
export function nothingElse(where: string, rest: object, read: readonly string[] = []): void {
  const unread = Object.keys(rest).filter(field => !read.includes(field));
  if (unread.length > 0) throw new Error(`Nobody reads ${unread.join(', ')} of ${where}.`);
}

interface GivenPort {
  readonly port: number;
  readonly protocol?: 'tcp' | 'udp';
}

interface GivenTask {
  readonly cpu?: number;
  readonly memory?: number;
  readonly gpus?: number;
  readonly networkMode?: string;
  readonly hostPorts?: readonly GivenPort[];
  readonly group?: string;
  readonly subnetAzs?: readonly string[];
  readonly operatingSystem?: string;
  readonly architecture?: string;
  readonly logDriver?: string;
  /** Constraints of the task definition. */
  readonly constraints?: readonly GivenRule[];
}

export interface GivenRule {
  readonly type: string;
  readonly field?: string;
  readonly expression?: string;
}

/** What a placement begins with. */
export interface GivenFleet {
  readonly instances: readonly Fields[];
  readonly running?: readonly Fields[];
}

export interface GivenPlacement extends GivenFleet {
  readonly task?: GivenTask;
  readonly strategy?: readonly GivenRule[];
  readonly constraints?: readonly GivenRule[];
  readonly service?: boolean;
}

/** The instances that take tasks, with what already runs on them. What `remaining` says is left beside what runs. */
export function fleetOf({ instances, running = [] }: GivenFleet, capabilities: readonly string[] = []): Fleet {
  const fleet = new Fleet(instances.filter(({ status = 'ACTIVE' }) => status === 'ACTIVE').map(given => instanceOf(given, capabilities)));
  for (const { instance, group = 'other', hostPorts = [], cpu = 0, memory = 0, gpus = 0, awsvpc = false, count = 1, desiredStatus = 'RUNNING', ...rest } of running) {
    nothingElse('running', rest);
    const on = fleet.states.find(state => state.instance.id === instance);
    // What is told to stop holds what it has until it is gone, and is of its group no more: task-placement-constraints, distinctInstance.
    const task = aTask({ ports: hostPorts as Task['need']['ports'], cpuUnits: Number(cpu), memoryMiB: Number(memory), gpus: Number(gpus), eni: Boolean(awsvpc) },
      { group: desiredStatus === 'STOPPED' ? 'stopping' : String(group) });
    if (on) for (let i = 0; i < Number(count); i++) fleet.start(task, on);
  }
  return fleet;
}

function instanceOf(given: Fields, capabilities: readonly string[]): Instance {
  const {
    id, az = 'us-east-1a', type = 'm5.large', cpu = 2048, memory = 7680, gpus = 0, ports = reservedPorts.value.linux, udpPorts = [], attributes = {}, eni, remaining = {}, status,
    provider, agentVersion, agentConnected, registeredAt, ec2InstanceId, ...rest
  } = given as { [name: string]: unknown; id: string; az?: string; type?: string; ports?: readonly number[]; udpPorts?: readonly number[]; attributes?: Fields; eni?: { trunking: boolean }; remaining?: Fields; provider?: string };
  nothingElse(`instance ${id}${status === undefined ? '' : ` (${String(status)})`}`, rest);
  const known = instanceType(type), { plain, trunked } = known ? taskEnisOf(known) : { plain: 0, trunked: 0 };
  const amount = (name: string, whole: unknown): number => Number(remaining[name] ?? whole);
  return {
    id, zone: az, type, capacityProvider: provider,
    registered: { cpuUnits: amount('cpu', cpu), memoryMiB: amount('memory', memory), gpus: amount('gpus', gpus), taskEnis: eni?.trunking ? trunked : plain },
    reservedPorts: [...ports.map(port => ({ port, protocol: 'tcp' as const })), ...udpPorts.map(port => ({ port, protocol: 'udp' as const }))],
    attributes: new Map([
      ...[...capabilities, ...(eni ? ['ecs.capability.task-eni'] : [])].map(name => [name, ''] as const),
      ...Object.entries(attributes).map(([name, value]) => [name, String(value ?? '')] as const),
      ['ecs.instance-type', type], ['ecs.availability-zone', az],
    ]),
    attributesComplete: true,
    agent: {
      ...(typeof agentVersion === 'string' ? { version: agentVersion } : {}), ...(typeof agentConnected === 'boolean' ? { connected: agentConnected } : {}),
      ...(typeof registeredAt === 'string' ? { registeredAt } : {}), ...(typeof ec2InstanceId === 'string' ? { ec2InstanceId } : {}),
    },
  };
}

/** The task as ECS would place it, read from a template. What is started by RunTask goes anywhere unless it is told otherwise. */
export function taskIn({ task: given = {}, strategy = [], constraints = [], service = false }: GivenPlacement): Task {
  const { group = service ? 'service:s' : 'family:f', subnetAzs, networkMode: _mode, constraints: _constraints, ...parts } = given;
  const model = modelOf(JSON.stringify({ Resources: {
    Cluster: resource('ECS::Cluster', {}),
    ...Object.fromEntries((subnetAzs ?? []).map(zone => [`Subnet${zone.replace(/\W/g, '')}`, resource('EC2::Subnet', { AvailabilityZone: zone })])),
    Task: resource('ECS::TaskDefinition', definitionOf({ ...parts, networkMode: _mode ?? 'bridge', constraints: _constraints ?? [] })),
    Service: resource('ECS::Service', {
      Cluster: { Ref: 'Cluster' }, TaskDefinition: { Ref: 'Task' }, LaunchType: 'EC2',
      PlacementStrategies: strategy.map(ruleOf), PlacementConstraints: constraints.map(ruleOf),
      ...(subnetAzs ? { NetworkConfiguration: { AwsvpcConfiguration: { Subnets: subnetAzs.map(zone => ({ Ref: `Subnet${zone.replace(/\W/g, '')}` })) } } } : {}),
    }),
  } })), [launcher] = model.services, [definition] = model.taskDefinitions;
  const task = launcher && definition && taskOf(launcher, definition, group, model), read = task && ifKnown(task);
  if (!read) throw new Error(`The task cannot be read: ${JSON.stringify(task?.state === 'unknown' ? task.why : given)}`);
  return service || strategy.length > 0 ? read : { ...read, strategies: [random] };
}

function definitionOf({ cpu = 0, memory = 128, gpus = 0, networkMode, hostPorts = [], operatingSystem, architecture, logDriver, constraints = [], ...rest }: GivenTask): object {
  nothingElse('task', rest);
  const mappings = hostPorts.map(({ port, protocol = 'tcp' }) =>
    ({ ContainerPort: port === 0 ? 80 : port, Protocol: protocol, ...(networkMode === 'host' ? {} : { HostPort: port }) }));
  return {
    NetworkMode: networkMode, PlacementConstraints: constraints.map(ruleOf),
    ContainerDefinitions: [{
      Name: 'app', Image: 'app', Cpu: cpu, Memory: memory, PortMappings: mappings,
      ...(gpus > 0 ? { ResourceRequirements: [{ Type: 'GPU', Value: String(gpus) }] } : {}),
      ...(logDriver === undefined ? {} : { LogConfiguration: { LogDriver: logDriver } }),
    }],
    ...(operatingSystem === undefined && architecture === undefined ? {} : { RuntimePlatform: { OperatingSystemFamily: operatingSystem, CpuArchitecture: architecture } }),
  };
}

function ruleOf({ type, field, expression, ...rest }: GivenRule): object {
  nothingElse('strategy or constraint', rest);
  return { Type: type, ...(field === undefined ? {} : { Field: field }), ...(expression === undefined ? {} : { Expression: expression }) };
}

export function resource(type: string, properties: object): object {
  return { Type: `AWS::${type}`, Properties: properties };
}

/** What one rule says of a template with these resources, each finding in one sentence. */
export function findingsOf(rule: string, resources: object): readonly string[] {
  const document = parseJson('case.json', JSON.stringify({ Resources: resources }));
  return dryRun([[{ name: 'case', region: 'us-east-1', document }]]).report.findings.filter(finding => finding.rule === rule).map(({ message }) => message);
}
