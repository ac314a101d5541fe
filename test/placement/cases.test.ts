import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { reservedPorts, taskEniExceptions } from '../../lib/catalog/container-agent';
import { fargateTaskSizes } from '../../lib/catalog/fargate-task-sizes';
import { instanceType } from '../../lib/catalog/instance-types';
import { taskNeed } from '../../lib/model/task-definition/task-need';
import { distinctInstance } from '../../lib/placement/constraints/distinct-instance';
import { memberOf } from '../../lib/placement/constraints/member-of';
import { placeDaemon } from '../../lib/placement/daemon';
import { Fleet, type InstanceState } from '../../lib/placement/fleet';
import type { Instance } from '../../lib/placement/instance';
import { distribute, strategyFault } from '../../lib/placement/provider-strategy';
import { evaluateQuery } from '../../lib/placement/query/evaluate';
import type { Expression } from '../../lib/placement/query/expression';
import { parseQuery } from '../../lib/placement/query/parse';
import { binpack } from '../../lib/placement/strategies/binpack';
import { random } from '../../lib/placement/strategies/random';
import { spread } from '../../lib/placement/strategies/spread';
import type { Strategy } from '../../lib/placement/strategy';
import { serviceDefaults, type Task } from '../../lib/placement/task';
import { rollingBounds, startable, stoppable } from '../../lib/simulation/update';
import { modelOf } from '../support/model';
import { aTask, placeMany } from '../support/placement';

/* Cases whose answers are printed in AWS's documentation, or follow from it in one step. `DRYDOCK_CASES` names another file of the same form. */

interface Case {
  readonly id: string;
  readonly kind: string;
  readonly given: Given;
  readonly expect: Readonly<Record<string, unknown>> & { readonly failure?: string; readonly perInstance?: Readonly<Record<string, number>> };
}

interface Given {
  readonly instances: readonly GivenInstance[];
  readonly running: readonly { readonly instance: string; readonly group?: string; readonly hostPorts?: Task['need']['ports'] }[];
  readonly task?: { readonly cpu?: number; readonly memory?: number; readonly gpus?: number; readonly networkMode?: string; readonly hostPorts?: Task['need']['ports']; readonly group?: string; readonly subnetAzs?: readonly string[] };
  readonly strategy?: readonly { readonly type: string; readonly field?: string; readonly cp: string; readonly base?: number; readonly weight: number }[];
  readonly constraints?: readonly { readonly type: string; readonly expression?: string }[];
  readonly count: number;
  readonly service?: boolean;
  readonly expression: string;
  readonly [other: string]: unknown;
}

interface GivenInstance {
  readonly id: string;
  readonly az: string;
  readonly type: string;
  readonly cpu: number;
  readonly memory: number;
  readonly gpus?: number;
  readonly ports?: readonly number[];
  readonly attributes: Readonly<Record<string, string | null>>;
  readonly eni?: { readonly trunking: boolean };
  readonly remaining?: { readonly cpu?: number; readonly memory?: number };
  readonly status?: string;
  readonly agentVersion?: string;
  readonly registeredAt?: string;
  readonly ec2InstanceId?: string;
}

const file = process.env.DRYDOCK_CASES ?? join(__dirname, 'scheduling-cases.json');
const { cases } = JSON.parse(readFileSync(file, 'utf8')) as { cases: readonly Case[] };

/** What no case can ask yet: what runs over time, and what stops. */
const notYet = {
  kinds: ['az-rebalancing', 'circuit-breaker', 'early-success', 'managed-scaling', 'scheduled', 'step-scaling', 'target-tracking'],
  ids: [
    'P24', // RunTask refuses more than ten tasks at once
    'S02', // which task is stopped when a service scales in
    'W05', 'W07', // the agent's arithmetic on the bytes of a running machine
  ],
};

function instanceOf(given: GivenInstance, networkMode: string | undefined, lacksTaskEni: boolean): Instance {
  const type = instanceType(given.type);
  const plain = taskEniExceptions.value.get(given.type) ?? (type ? type.networkInterfaces - 1 : 0);
  const attributes = new Map(Object.entries(given.attributes).map(([name, value]) => [name, value ?? '']));
  if (networkMode === 'awsvpc' && !lacksTaskEni) attributes.set('ecs.capability.task-eni', '');
  return {
    id: given.id, zone: given.az, type: given.type, capacityProvider: undefined,
    registered: {
      cpuUnits: given.remaining?.cpu ?? given.cpu, memoryMiB: given.remaining?.memory ?? given.memory, gpus: given.gpus ?? 0,
      taskEnis: given.eni?.trunking ? type?.trunkedTasks ?? 0 : plain,
    },
    reservedPorts: (given.ports ?? reservedPorts.value.linux).map(port => ({ port, protocol: 'tcp' })),
    attributes: attributes.set('ecs.instance-type', given.type).set('ecs.availability-zone', given.az), attributesComplete: true,
    agent: {
      ...(given.agentVersion === undefined ? {} : { version: given.agentVersion }),
      ...(given.registeredAt === undefined ? {} : { registeredAt: given.registeredAt }),
      ...(given.ec2InstanceId === undefined ? {} : { ec2InstanceId: given.ec2InstanceId }),
    },
  };
}

/** The ACTIVE instances with what already runs on them. An instance is taken to have network interfaces for tasks unless the case is about lacking them. */
function fleetOf({ given, expect: { failure } }: Case): Fleet {
  const fleet = new Fleet(given.instances.filter(({ status = 'ACTIVE' }) => status === 'ACTIVE')
    .map(instance => instanceOf(instance, given.task?.networkMode, failure === 'ATTRIBUTE')));
  for (const { instance, group = 'other', hostPorts = [] } of given.running) {
    const on = fleet.states.find(state => state.instance.id === instance);
    if (on) fleet.start(aTask({ ports: hostPorts }, { group }), on);
  }
  return fleet;
}

function taskOf({ task = {}, constraints = [], strategy = [], service }: Given): Task {
  const isAwsvpc = task.networkMode === 'awsvpc';
  return aTask({
    cpuUnits: task.cpu ?? 0, memoryMiB: task.memory ?? 0, gpus: task.gpus ?? 0, ports: isAwsvpc ? [] : task.hostPorts ?? [], eni: isAwsvpc,
    attributes: isAwsvpc ? [{ name: 'ecs.capability.task-eni' }] : [],
  }, {
    group: task.group ?? 'service:s',
    constraints: constraints.map(({ type, expression = '' }) => (type === 'distinctInstance' ? distinctInstance : memberOf(parseQuery(expression) as Expression, expression))),
    strategies: strategy.length > 0 ? strategy.map(strategyOf) : service ? serviceDefaults : [random],
    ...(task.subnetAzs ? { zones: task.subnetAzs } : {}),
  });
}

function strategyOf({ type, field = '' }: { readonly type: string; readonly field?: string }): Strategy {
  if (type === 'random') return random;
  return type === 'spread' ? spread(field) : binpack(field.toLowerCase() === 'cpu' ? 'cpu' : 'memory');
}

/** ECS's word for what the case calls its failure. */
const reasons: Readonly<Record<string, string>> = {
  'insufficient memory': 'RESOURCE:MEMORY', 'insufficient CPU': 'RESOURCE:CPU', 'port in use': 'RESOURCE:PORTS', 'reserved port limit 100': 'RESOURCE:PORTS',
  'memberOf constraint unsatisfied': 'MEMBER_OF',
};

function countOf(states: readonly InstanceState[]): number {
  return states.reduce((sum, { taskCount }) => sum + taskCount, 0);
}

const kinds: Readonly<Record<string, (one: Case) => void>> = {
  placement(one) {
    const fleet = fleetOf(one), before = new Map(fleet.states.map(state => [state.instance.id, state.taskCount]));
    const answers = placeMany(fleet, taskOf(one.given), one.given.count), { perInstance = {}, perAz = {}, placedOn, placedOnAz, unplaced, failure } = one.expect;
    const added = (states: readonly InstanceState[]) => countOf(states) - states.reduce((sum, { instance }) => sum + (before.get(instance.id) ?? 0), 0);
    for (const [id, count] of Object.entries(perInstance)) expect([id, added(fleet.states.filter(({ instance }) => instance.id === id))]).toEqual([id, count]);
    for (const [zone, count] of Object.entries(perAz as object)) expect([zone, added(fleet.states.filter(({ instance }) => instance.zone === zone))]).toEqual([zone, count]);
    for (const answer of answers) {
      if (answer.fits && placedOn) expect(placedOn).toContain(answer.on.instance.id);
      if (answer.fits && placedOnAz) expect(placedOnAz).toContain(answer.on.instance.zone);
    }
    expect(answers.filter(({ fits }) => !fits)).toHaveLength(Number(unplaced));
    const refused = answers.find(answer => !answer.fits);
    if (failure && refused) expect(refused.noPlace.counts.map(({ reason }) => reason)).toContain(reasons[failure] ?? failure);
    if (one.expect.withoutTrunking !== undefined) expect((instanceType(one.given.instances[0]?.type ?? '')?.networkInterfaces ?? 0) - 1).toBe(one.expect.withoutTrunking);
  },
  strategy: one => kinds.placement?.(one),
  query(one) {
    const query = parseQuery(one.given.expression) as Expression;
    expect(fleetOf(one).states.filter(state => evaluateQuery(query, state) === 'yes').map(({ instance }) => instance.id)).toEqual(one.expect.matches);
  },
  daemon(one) {
    const fleet = fleetOf(one);
    placeDaemon(fleet, taskOf(one.given), 'for');
    for (const [id, count] of Object.entries(one.expect.perInstance ?? {})) expect(countOf(fleet.states.filter(({ instance }) => instance.id === id))).toBe(count);
  },
  'capacity-provider-strategy'({ given, expect: expected }) {
    const shares = (given.strategy ?? []).map(({ cp, base = 0, weight }) => ({ provider: cp, base, weight }));
    expect(strategyFault(shares) !== undefined).toBe(expected.failure !== undefined);
    if (expected.failure !== undefined) return;
    const providers = distribute(shares, given.count);
    expect(Object.fromEntries(shares.map(({ provider }) => [provider, providers.filter(other => other === provider).length]))).toEqual(expected);
  },
  'task-size'({ given, expect: expected }) {
    const containers = (given.containers as { cpu?: number | null }[]).map((container, i) => ({ Name: `c${i}`, Image: 'i', Memory: 8, ...(typeof container.cpu !== 'number' ? {} : { Cpu: container.cpu }) }));
    const properties = { ...(given.taskCpuUnits === undefined ? {} : { Cpu: given.taskCpuUnits }), ContainerDefinitions: containers };
    const [task] = modelOf(JSON.stringify({ Resources: { Task: { Type: 'AWS::ECS::TaskDefinition', Properties: properties } } })).taskDefinitions;
    expect(task && taskNeed(task)).toMatchObject({ value: { cpuUnits: expected.cpu } });
  },
  'fargate-size'({ given: { cpu, memoryMiB, os }, expect: expected }) {
    const size = fargateTaskSizes.value.find(size => size.cpuUnits === cpu && (os !== 'WINDOWS' || size.windows));
    expect(size?.memoryMiB.includes(Number(memoryMiB)) ?? false).toBe(expected.valid);
  },
  'rolling-deployment'({ given, expect: expected }) {
    const { minimumHealthyPercent, maximumPercent } = modelOf(JSON.stringify({ Resources: { Service: { Type: 'AWS::ECS::Service', Properties: {
      ...(given.schedulingStrategy ? { SchedulingStrategy: given.schedulingStrategy } : {}),
      DeploymentConfiguration: { MinimumHealthyPercent: given.minimumHealthyPercent, MaximumPercent: given.maximumPercent },
    } } } })).services[0] ?? {};
    if (minimumHealthyPercent?.state !== 'known' || maximumPercent?.state !== 'known') throw new Error('percentages are not known');
    const bounds = rollingBounds(Number(given.desired ?? 0), minimumHealthyPercent.value, maximumPercent.value);
    expect({
      minimumHealthyPercent: minimumHealthyPercent.value, maximumPercent: maximumPercent.value, min: bounds.minimum, max: bounds.maximum,
      canStopFirst: stoppable(bounds), canStartFirst: startable(bounds), deadlock: stoppable(bounds) + startable(bounds) === 0,
    }).toMatchObject(expected);
  },
};

test('every kind of case is either asked or listed as not yet', () => {
  const covered = new Set([...Object.keys(kinds), ...notYet.kinds]);
  expect(cases.map(({ kind }) => kind).filter(kind => !covered.has(kind))).toEqual([]);
});

test.each(cases.filter(({ kind, id }) => kinds[kind] && !notYet.ids.includes(id)).map(one => [one.id, one.kind, one] as const))('%s (%s)', (_id, kind, one) => {
  expect.hasAssertions();
  kinds[kind]?.(one);
});
