import { join } from 'node:path';
import { instanceType } from '../../lib/catalog/instance-types';
import { memoryForTasks } from '../../lib/catalog/registered-memory';
import { groupBy } from '../../lib/core/group-by';
import { randomStream } from '../../lib/core/random';
import { taskEnisOf } from '../../lib/model/capacity/instance-shape';
import { taskNeed } from '../../lib/model/task-definition/task-need';
import { placeDaemon } from '../../lib/placement/daemon';
import { Fleet, type InstanceState } from '../../lib/placement/fleet';
import { distribute } from '../../lib/placement/provider-strategy';
import { evaluateQuery } from '../../lib/placement/query/evaluate';
import { isProblem, parseQuery } from '../../lib/placement/query/parse';
import { rebalance } from '../../lib/placement/rebalance';
import { stopFor } from '../../lib/placement/stop';
import type { FailureReason } from '../../lib/placement/verdict';
import { isLocked, rollingBounds, startable, stoppable } from '../../lib/simulation/update';
import { modelOf } from '../support/model';
import { aTask, anInstance, placeMany } from '../support/placement';
import { casesIn, findingsOf, fleetOf, nothingElse, resource, taskIn, type GivenPlacement, type GivenRule } from '../support/scheduling-case';

/*
 * Cases whose answers AWS's documentation prints, or that follow from it in one step; and further ones of ours, each with its source.
 * `DRYDOCK_CASES` names another file in place of the first. What a case says beyond what is read here fails it.
 */
const files = [process.env.DRYDOCK_CASES ?? join(__dirname, 'scheduling-cases.json'), join(__dirname, 'further-cases.json')];
const cases = files.flatMap(casesIn);

/** Kinds that need time to pass, which no scenario does yet. */
const later = ['circuit-breaker', 'early-success', 'managed-scaling', 'scheduled', 'step-scaling', 'target-tracking'];

interface PlacementExpected {
  readonly perInstance?: Readonly<Record<string, number>>;
  readonly perAz?: Readonly<Record<string, number>>;
  readonly placedOn?: readonly string[];
  readonly placedOnAz?: readonly string[];
  readonly stoppedOn?: readonly string[];
  readonly stoppedInAz?: readonly string[];
  readonly unplaced?: number;
  readonly failure?: string;
  readonly withoutTrunking?: number;
}

const kinds: Readonly<Record<string, (given: never, expected: never) => void>> = {
  placement, strategy: placement, query, daemon,
  'az-rebalancing': zoneRebalancing, 'capacity-provider-strategy': providerStrategy, 'task-size': taskSize, 'fargate-size': fargateSize, 'rolling-deployment': rollingDeployment,
};

interface Placing extends GivenPlacement {
  readonly count?: number;
  readonly action?: string;
  readonly api?: string;
}

function placement({ count = 0, action, api, ...given }: Placing, expected: PlacementExpected): void {
  nothingElse('given', given, ['instances', 'running', 'task', 'strategy', 'constraints', 'service']);
  if (api === 'RunTask' && count > 10) return isRejected(count, expected.failure);
  const { perInstance = {}, perAz = {}, placedOn, placedOnAz, stoppedOn, stoppedInAz, unplaced = 0, failure, withoutTrunking, ...unread } = expected;
  nothingElse('expect', unread);
  // An instance has network interfaces for tasks unless the case is about lacking them.
  const fleet = fleetOf(given, failure === 'ATTRIBUTE' ? [] : ['ecs.capability.task-eni']), task = taskIn(given);
  const before = new Map(fleet.states.map(({ instance, taskCount }) => [instance, taskCount]));
  const stopped = Array.from({ length: Number(/^stop (\d+)$/.exec(action ?? 'stop 0')?.[1]) }, () => {
    const on = stopFor(fleet, task, randomStream(1, 'placement'));
    if (on) fleet.stop(aTask({}, { group: task.group }), on);
    return on?.instance;
  });
  const answers = placeMany(fleet, task, count), refusals = answers.flatMap(answer => (answer.fits ? [] : [answer.noPlace]));
  const added = (of: (state: InstanceState) => boolean) => fleet.states.filter(of).reduce((sum, { instance, taskCount }) => sum + taskCount - (before.get(instance) ?? 0), 0);
  for (const [id, tasks] of Object.entries(perInstance)) expect([id, added(({ instance }) => instance.id === id)]).toEqual([id, tasks]);
  for (const [zone, tasks] of Object.entries(perAz)) expect([zone, added(({ instance }) => instance.zone === zone)]).toEqual([zone, tasks]);
  for (const answer of answers) {
    if (answer.fits && placedOn) expect(placedOn).toContain(answer.on.instance.id);
    if (answer.fits && placedOnAz) expect(placedOnAz).toContain(answer.on.instance.zone);
  }
  for (const instance of stopped) {
    if (stoppedOn) expect(stoppedOn).toContain(instance?.id);
    if (stoppedInAz) expect(stoppedInAz).toContain(instance?.zone);
  }
  expect(refusals).toHaveLength(unplaced);
  if (failure !== undefined && unplaced > 0) expect(refusals.some(({ counts }) => counts.some(({ reason, what }) => isFailure(failure, reason, what)))).toBe(true);
  if (withoutTrunking !== undefined) expect(given.instances.map(({ type }) => instanceType(String(type))).map(type => type && taskEnisOf(type).plain)).toContain(withoutTrunking);
}

/** ECS takes ten tasks a request, which a template can ask for by a schedule. */
function isRejected(count: number, failure: string | undefined): void {
  expect(failure).toMatch(/^request rejected/);
  expect(findingsOf('scheduled-task-limit', {
    Rule: resource('Events::Rule', { ScheduleExpression: 'rate(1 day)', Targets: [{ Id: 'task', Arn: 'arn:aws:ecs:us-east-1:111122223333:cluster/default', EcsParameters: { TaskDefinitionArn: { Ref: 'Task' }, TaskCount: count } }] }),
    Task: resource('ECS::TaskDefinition', { ContainerDefinitions: [{ Name: 'app', Image: 'app', Memory: 128 }] }),
  })).not.toEqual([]);
}

/** What a case calls its failure, and ECS's word for it. */
function isFailure(failure: string, reason: FailureReason, what: string | undefined): boolean {
  if (failure === 'port in use') return reason === 'RESOURCE:PORTS' && what !== undefined;
  if (failure === 'reserved port limit 100') return reason === 'RESOURCE:PORTS' && what === undefined;
  return reason === ({
    'insufficient memory': 'RESOURCE:MEMORY', 'insufficient CPU': 'RESOURCE:CPU', 'memberOf constraint unsatisfied': 'MEMBER_OF', 'distinctInstance constraint unsatisfied': 'DISTINCT_INSTANCE',
  }[failure] ?? failure);
}

function query({ expression, instances, running = [], ...rest }: GivenPlacement & { expression: string }, { matches, problemAt, ...unread }: { matches?: readonly string[]; problemAt?: number }): void {
  nothingElse('given', rest);
  nothingElse('expect', unread);
  const parsed = parseQuery(expression);
  if (isProblem(parsed)) return expect(parsed.position).toBe(problemAt);
  expect(problemAt).toBeUndefined();
  expect(fleetOf({ instances, running }).states.filter(state => evaluateQuery(parsed, state) === 'yes').map(({ instance }) => instance.id)).toEqual(matches);
}

function daemon({ instances, running = [], task = {}, constraints = [], ...rest }: GivenPlacement, { perInstance = {}, unplaced = 0, ...unread }: PlacementExpected): void {
  nothingElse('given', rest);
  nothingElse('expect', unread);
  const fleet = fleetOf({ instances, running }), count = (id: string) => fleet.states.find(({ instance }) => instance.id === id)?.taskCount ?? 0;
  const before = new Map(Object.keys(perInstance).map(id => [id, count(id)]));
  const { wanted, placed } = placeDaemon(fleet, taskIn({ instances, task, constraints, service: true }), 'for');
  for (const [id, tasks] of Object.entries(perInstance)) expect([id, count(id) - (before.get(id) ?? 0)]).toEqual([id, tasks]);
  expect(wanted - placed).toBe(unplaced);
}

interface Rebalancing {
  readonly desired?: number;
  readonly azs?: readonly string[];
  readonly perAz?: Readonly<Record<string, number>>;
  readonly launchType?: string;
  readonly schedulingStrategy?: string;
  readonly maximumPercent?: number;
  readonly classicLoadBalancer?: boolean;
  readonly constraints?: readonly string[];
  readonly strategy?: readonly GivenRule[];
}

function zoneRebalancing({ desired = 0, azs = [], perAz, ...given }: Rebalancing, { balanced, eligible, why, moves, ...unread }: { balanced?: readonly number[]; eligible?: boolean; why?: string; moves?: number }): void {
  nothingElse('expect', unread);
  if (eligible !== undefined) {
    const hindrances = hindrancesOf(given);
    expect(hindrances.length === 0).toBe(eligible);
    const [, words] = [[/daemon/i, /DAEMON/], [/external/i, /EXTERNAL/], [/percent/i, /MaximumPercent/], [/classic/i, /Classic/], [/constraint/i, /constraint/], [/strategy/i, /strategy/]]
      .find(([of]) => of?.test(why ?? '')) ?? [];
    if (!eligible && why !== undefined) expect(hindrances).toContainEqual(expect.stringMatching(words ?? why));
  }
  if (!balanced) return;
  const fleet = new Fleet(azs.map(zone => anInstance(zone, { zone }))), task = aTask();
  for (const [zone, tasks] of Object.entries(perAz ?? { [azs[0] ?? '']: desired })) {
    for (const state of fleet.states) if (state.instance.zone === zone) for (let i = 0; i < tasks; i++) fleet.start(task, state);
  }
  const moved = rebalance(fleet, task, { doubt: 'for', random: randomStream(1, 'placement') });
  expect(fleet.states.map(({ taskCount }) => taskCount).sort()).toEqual([...balanced].sort());
  if (moves !== undefined) expect(moved).toBe(moves);
}

function hindrancesOf({ launchType, schedulingStrategy, maximumPercent, classicLoadBalancer, constraints = [], strategy = [], ...rest }: Rebalancing): readonly string[] {
  nothingElse('given', rest);
  return findingsOf('zone-rebalancing', { Service: resource('ECS::Service', {
    AvailabilityZoneRebalancing: 'ENABLED', LaunchType: launchType ?? 'EC2', SchedulingStrategy: schedulingStrategy,
    ...(maximumPercent === undefined ? {} : { DeploymentConfiguration: { MaximumPercent: maximumPercent } }),
    ...(classicLoadBalancer ? { LoadBalancers: [{ LoadBalancerName: 'classic', ContainerName: 'app', ContainerPort: 80 }] } : {}),
    PlacementConstraints: constraints.map(expression => ({ Type: 'memberOf', Expression: expression })),
    PlacementStrategies: strategy.map(({ type, field }) => ({ Type: type, Field: field })),
  }) });
}

interface GivenShare {
  readonly cp: string;
  readonly base?: number;
  readonly weight?: number;
}

function providerStrategy({ strategy, count, ...rest }: { strategy: readonly GivenShare[]; count: number }, { failure, ...expected }: { failure?: string }): void {
  nothingElse('given', rest);
  const own = strategy.map(({ cp }) => cp).filter(cp => !cp.startsWith('FARGATE'));
  expect(findingsOf('capacity-provider-strategy', {
    Group: resource('AutoScaling::AutoScalingGroup', { MinSize: 1, MaxSize: 1 }),
    ...Object.fromEntries(own.map((cp, i) => [`Provider${i}`, resource('ECS::CapacityProvider', { Name: cp, AutoScalingGroupProvider: { AutoScalingGroupArn: { Ref: 'Group' } } })])),
    Service: resource('ECS::Service', { Cluster: 'c', CapacityProviderStrategy: strategy.map(({ cp, base, weight }) =>
      ({ CapacityProvider: own.includes(cp) ? { Ref: `Provider${own.indexOf(cp)}` } : cp, Base: base, Weight: weight })) }),
  }).length > 0).toBe(failure !== undefined);
  if (failure !== undefined) return;
  const counts = groupBy(distribute(strategy.map(({ cp, base = 0, weight = 0 }) => ({ provider: cp, base, weight })), count), cp => cp);
  expect(Object.fromEntries(strategy.map(({ cp }) => [cp, counts.get(cp)?.length ?? 0]))).toEqual(expected);
}

interface Sized {
  readonly taskCpuUnits?: number;
  readonly taskMemory?: number;
  readonly taskMemoryMiB?: number;
  readonly containers?: readonly { cpu?: number | null; memory?: number | null; memoryReservation?: number | null; gpus?: number | null }[];
  readonly os?: string;
  readonly osTotalMemoryBytes?: number;
  readonly reservedMemory?: number;
}

function taskSize({ taskCpuUnits, taskMemory, taskMemoryMiB = taskMemory, containers, os, osTotalMemoryBytes, reservedMemory = 0, ...rest }: Sized, { cpu, memory, gpus, registeredMemory, ...unread }: { cpu?: number; memory?: number; gpus?: number; registeredMemory?: number }): void {
  nothingElse('given', rest);
  nothingElse('expect', unread);
  if (registeredMemory !== undefined) expect(memoryForTasks(Number(osTotalMemoryBytes) / 2 ** 20, reservedMemory)).toBe(registeredMemory);
  if (!containers) return;
  const given = (name: string, value: unknown): object => (value === undefined || value === null ? {} : { [name]: value });
  const definition = resource('ECS::TaskDefinition', {
    ...given('Cpu', taskCpuUnits), ...given('Memory', taskMemoryMiB), ...(os === undefined ? {} : { RuntimePlatform: { OperatingSystemFamily: osFamily(os) } }),
    ContainerDefinitions: containers.map(({ cpu, memory = cpu === undefined ? undefined : 8, memoryReservation, gpus, ...rest }, i) => {
      nothingElse('container', rest);
      return { Name: `c${i}`, Image: 'i', ...given('Cpu', cpu), ...given('Memory', memory), ...given('MemoryReservation', memoryReservation), ...(gpus ? { ResourceRequirements: [{ Type: 'GPU', Value: String(gpus) }] } : {}) };
    }),
  });
  const [task] = modelOf(JSON.stringify({ Resources: { Task: definition } })).taskDefinitions;
  expect(task && taskNeed(task)).toMatchObject({ value: { ...given('cpuUnits', cpu), ...given('memoryMiB', memory), ...given('gpus', gpus) } });
}

function osFamily(os: string): string {
  return os === 'WINDOWS' ? 'WINDOWS_SERVER_2022_CORE' : os;
}

function fargateSize({ cpu, memoryMiB, os = 'LINUX', ...rest }: { cpu: number; memoryMiB: number; os?: string }, { valid, ...unread }: { valid: boolean }): void {
  nothingElse('given', rest);
  nothingElse('expect', unread);
  expect(findingsOf('fargate-task-size', { Task: resource('ECS::TaskDefinition', {
    RequiresCompatibilities: ['FARGATE'], NetworkMode: 'awsvpc', Cpu: cpu, Memory: memoryMiB, RuntimePlatform: { OperatingSystemFamily: osFamily(os) },
    ContainerDefinitions: [{ Name: 'app', Image: 'app' }],
  }) }).length === 0).toBe(valid);
}

interface Rolling {
  readonly desired?: number;
  readonly minimumHealthyPercent?: number;
  readonly maximumPercent?: number;
  readonly schedulingStrategy?: string;
  readonly deploymentConfiguration?: { readonly minimumHealthyPercent?: number; readonly maximumPercent?: number };
}

function rollingDeployment({ desired = 0, minimumHealthyPercent, maximumPercent, schedulingStrategy, deploymentConfiguration = {}, ...rest }: Rolling, expected: object): void {
  nothingElse('given', rest);
  const given = { minimumHealthyPercent, maximumPercent, ...deploymentConfiguration };
  const [service] = modelOf(JSON.stringify({ Resources: { Service: resource('ECS::Service', {
    SchedulingStrategy: schedulingStrategy, DeploymentConfiguration: { MinimumHealthyPercent: given.minimumHealthyPercent, MaximumPercent: given.maximumPercent },
  }) } })).services;
  if (service?.minimumHealthyPercent.state !== 'known' || service.maximumPercent.state !== 'known') throw new Error('percentages are not known');
  const percents = { minimumHealthyPercent: service.minimumHealthyPercent.value, maximumPercent: service.maximumPercent.value };
  const bounds = rollingBounds(desired, percents.minimumHealthyPercent, percents.maximumPercent);
  expect({ ...percents, min: bounds.minimum, max: bounds.maximum, canStopFirst: stoppable(bounds), canStartFirst: startable(bounds), deadlock: isLocked(bounds) }).toMatchObject(expected);
}

test('every kind of case is asked, or is about time', () => {
  const known = new Set([...Object.keys(kinds), ...later]);
  expect(cases.map(({ kind }) => kind).filter(kind => !known.has(kind))).toEqual([]);
});

test.each(cases.filter(({ kind }) => kinds[kind]).map(one => [one.id, one.kind, one] as const))('%s (%s)', (_id, kind, { given, expect: expected, ...rest }) => {
  nothingElse('the case', rest, ['id', 'kind', 'source', 'basis', 'note']);
  kinds[kind]?.(given as never, expected as never);
});

for (const [kind, { length }] of groupBy(cases.filter(({ kind }) => later.includes(kind)), ({ kind }) => kind)) test.todo(`${length} cases of kind ${kind}`);
