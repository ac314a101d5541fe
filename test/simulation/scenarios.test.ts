import type { Model } from '../../lib/model/model';
import { playScenarios } from '../../lib/simulation/play';
import type { ScenarioName, ScenarioResult } from '../../lib/simulation/scenario';
import { aCluster, type GivenGroup, type GivenService } from '../support/deployment';

const unknown = { Ref: 'Unknown' };
const within4To8GiB = { InstanceRequirements: { VCpuCount: { Min: 2 }, MemoryMiB: { Min: 4096, Max: 8192 } } };

function play(model: Model, name: ScenarioName): ScenarioResult {
  const result = playScenarios(model).find(scenario => scenario.name === name);
  if (!result) throw new Error(`no scenario ${name}`);
  return result;
}

/** How each service fared, as `fails 1/2`. */
function fared(model: Model, name: ScenarioName): Record<string, string> {
  return Object.fromEntries(play(model, name).services.map(({ service, outcome, wanted, placed }) => [service.id, `${outcome} ${placed}/${wanted}`]));
}

type Row = readonly [situation: string, groups: Readonly<Record<string, GivenGroup>>, services: Readonly<Record<string, GivenService>>, expected: Readonly<Record<string, string>>];

describe('at desired count', () => {
  test.each<Row>([
    ['tasks that fit find their places', { G: {} }, { Web: { count: 4, memory: 3000 } }, { Web: 'succeeds 4/4' }],
    ['one task too many is left over', { G: {} }, { Web: { count: 5, memory: 3000 } }, { Web: 'fails 4/5' }],
    ['of services that compete, one is left without, though it may be either', { G: { min: 1 } }, { A: { memory: 5000 }, B: { memory: 5000 } }, { A: 'undecided 1/1', B: 'fails 0/1' }],
    ['daemons come first', { G: {} }, { Agent: { daemon: true, memory: 2000 }, Web: { count: 4, memory: 3500 } }, { Agent: 'succeeds 2/2', Web: 'fails 2/4' }],
    ['a daemon too large for its instances starts nowhere', { G: {} }, { Agent: { daemon: true, memory: 9000 } }, { Agent: 'fails 0/2' }],
    ['a service that desires no task needs no place', { G: {} }, { Web: { count: 0, memory: 9000 } }, { Web: 'succeeds 0/0' }],
    ['a group without managed scaling stays as it begins', { G: { min: 1, max: 4 } }, { Web: { count: 2, memory: 5000 } }, { Web: 'fails 1/2' }],
    ['a group begins at its desired capacity', { G: { min: 1, max: 4, desired: 2 } }, { Web: { count: 2, memory: 5000 } }, { Web: 'succeeds 2/2' }],
    ['managed scaling lets a group grow from nothing', { G: { min: 0, max: 4, managed: true } }, { Web: { count: 4, memory: 5000, providers: { G: [0, 1] } } }, { Web: 'succeeds 4/4' }],
    ['but not beyond its maximum', { G: { min: 0, max: 3, managed: true } }, { Web: { count: 4, memory: 5000, providers: { G: [0, 1] } } }, { Web: 'fails 3/4' }],
    ['tasks of a launch type are invisible to managed scaling', { G: { min: 1, max: 4, managed: true } }, { Web: { count: 2, memory: 5000 } }, { Web: 'fails 1/2' }],
    ['also where it begins with none', { G: { min: 0, max: 4, managed: true } }, { Web: { count: 2 } }, { Web: 'fails 0/2' }],
    ['tasks go to the providers by base and weight', { G: { min: 2, managed: true }, H: { min: 2, managed: true } }, { Web: { count: 4, memory: 5000, providers: { G: [1, 0], H: [0, 1] } } }, { Web: 'fails 3/4' }],
    ['a daemon takes its part of an instance that is launched for others', { G: { min: 0, max: 2, managed: true } },
      { Agent: { daemon: true, memory: 2000 }, Web: { count: 2, memory: 5000, providers: { G: [0, 1] } } }, { Agent: 'succeeds 2/2', Web: 'succeeds 2/2' }],
    ['tasks with subnets in one zone use the instances of that zone', { G: {} }, { Web: { count: 3, awsvpcIn: ['a'] } }, { Web: 'undecided 3/3' }],
    ['what fits on all types that EC2 may choose finds its place', { G: { types: [within4To8GiB] } }, { Web: { count: 2, memory: 3000 } }, { Web: 'succeeds 2/2' }],
    ['what fits on some of them may not', { G: { types: [within4To8GiB] } }, { Web: { count: 2, memory: 5000 } }, { Web: 'undecided 0/2' }],
    ['what fits on none of them finds none', { G: { types: [within4To8GiB] } }, { Web: { count: 2, memory: 9000 } }, { Web: 'fails 0/2' }],
    ['a weight of 1 is none', { G: { types: [{ InstanceType: 'm5.large', WeightedCapacity: '1' }] } }, { Web: { count: 5, memory: 3000 } }, { Web: 'fails 4/5' }],
    ['of a group that is not counted in instances nobody knows how many there are', { G: { types: [{ InstanceType: 'm5.large', WeightedCapacity: 2 }] } }, { Web: {} }, { Web: 'undecided 0/1' }],
    ['a group grows until an instance comes up in the right zone', { G: { min: 0, max: 2, managed: true } }, { Web: { awsvpcIn: ['b'], providers: { G: [0, 1] } } }, { Web: 'succeeds 1/1' }],
  ])('%s', (_, groups, services, expected) => {
    expect(fared(aCluster(groups, services), 'desired-count')).toEqual(expected);
  });

  test('what is said of the one that is left without names the other, of which nothing more is said', () => {
    const [a, b] = play(aCluster({ G: { min: 1 } }, { A: { memory: 5000 }, B: { memory: 5000 } }), 'desired-count').services;
    expect(b?.obstacles).toMatchObject([{ orElse: [{ id: 'A' }] }]);
    expect(a).not.toHaveProperty('unknown');
  });
});

describe('what is not known', () => {
  test.each<Row>([
    ['of a service leaves the others open', { G: {} }, { Web: {}, Other: { memory: unknown } }, { Other: 'undecided 0/1', Web: 'undecided 1/1' }],
    ['of a service does not save another that fails without it', { G: {} }, { Web: { memory: 9000 }, Other: { memory: unknown } }, { Other: 'undecided 0/1', Web: 'fails 0/1' }],
    ['of a group leaves its tasks open', { G: { min: unknown, max: unknown } }, { Web: { count: 40, memory: 5000 } }, { Web: 'undecided 40/40' }],
    ['of a group does not save a task that no instance of its type takes', { G: { min: unknown, max: unknown } }, { Web: { memory: 9000 } }, { Web: 'fails 0/1' }],
    ['of a maximum leaves open how far it grows', { G: { min: 1, max: unknown, managed: true } }, { Web: { count: 3, memory: 5000, providers: { G: [0, 1] } } }, { Web: 'undecided 3/3' }],
    ['is not which of its types a group launches that launches the first as long as there is one', { G: { min: 1, types: ['m5.large', 'm5.xlarge'] } }, { Web: { memory: 12_000 } }, { Web: 'fails 0/1' }],
    ['is whether there is one', { G: { min: 1, types: ['m5.xlarge', 'm5.large'] } }, { Web: { memory: 12_000 } }, { Web: 'undecided 1/1' }],
    ['does not matter where no type of the group would do', { G: { min: 1, types: ['m5.large', 'm5.xlarge'] } }, { Web: { memory: 20_000 } }, { Web: 'fails 0/1' }],
    ['does not matter where all types of the group would do', { G: { min: 1, types: ['m5.large', 'm5.xlarge'] } }, { Web: { memory: 5000 } }, { Web: 'succeeds 1/1' }],
    ['is which service comes first, where only that decides', { G: { min: 2 } }, { Big: { memory: 7000 }, Small: { count: 2, memory: 2000 } }, { Big: 'undecided 1/1', Small: 'succeeds 2/2' }],
    ['is whether an instance registers the most or the least of its memory', { G: { min: 1 } }, { Web: { memory: 7900 } }, { Web: 'undecided 1/1' }],
    ['is how many tasks there are', { G: {} }, { Web: { count: unknown } }, { Web: 'undecided 0/0' }],
    ['is a cluster in which nothing brings instances', {}, { Web: {} }, { Web: 'undecided 0/1' }],
  ])('%s', (_, groups, services, expected) => {
    expect(fared(aCluster(groups, services), 'desired-count')).toEqual(expected);
  });

  test('is said with the type on which there is no room', () => {
    const obstacles = [['m5.xlarge', 'm5.large'], [within4To8GiB, { InstanceType: 'm5.xlarge' }]].map(types => play(aCluster({ G: { min: 1, types } }, { Web: { memory: 12_000 } }), 'desired-count').services[0]?.obstacles);
    expect(obstacles).toMatchObject([[{ certain: false, onlyOnType: 'm5.large' }], [{ certain: false, onlyOnType: expect.any(String) }]]);
  });

  test('is said with the value that would settle it', () => {
    const [outcome] = play(aCluster({ G: { min: unknown, max: unknown } }, { Web: {} }), 'desired-count').services;
    expect(outcome?.unknown).toMatchObject({ why: { kind: 'parameter', name: 'Unknown' }, at: { path: ['Resources', 'G', 'Properties', 'MinSize'] } });
  });

  test.each([
    ['more tasks than ECS gives a service', { count: 5001 }],
    ['a billion tasks', { count: 1_000_000_000 }],
  ])('is what becomes of %s', (_, service) => {
    expect(fared(aCluster({ G: {} }, { Web: service }), 'desired-count')).toEqual({ Web: 'undecided 0/0' });
  });

  test('a group that may grow without end is not played without end', () => {
    expect(fared(aCluster({ G: { min: 1_000_000_000, max: 1_000_000_000 } }, { Web: { memory: 9000 } }), 'desired-count')).toEqual({ Web: 'fails 0/1' });
  });
});

describe('while a service is updated', () => {
  test.each<Row>([
    ['a new task finds a place beside the old ones', { G: {} }, { Web: { count: 2 } }, { Web: 'succeeds 2/2' }],
    ['a fixed port on every instance leaves none', { G: {} }, { Web: { count: 2, hostPort: 80 } }, { Web: 'fails 0/2' }],
    ['an old task may stop first where the minimum allows', { G: {} }, { Web: { count: 2, hostPort: 80, percents: [50, 200] } }, { Web: 'succeeds 2/2' }],
    ['half of one task is one task', { G: { min: 1 } }, { Web: { memory: 5000, percents: [50, 200] } }, { Web: 'fails 0/1' }],
    ['bounds that leave no room lock it, whatever the cluster has', { G: { min: 8 } }, { Web: { percents: [50, 150] } }, { Web: 'fails 0/1' }],
    ['scaling lifts it to a count that its bounds can move', { G: { min: 8 } }, { Web: { percents: [50, 150], scaling: [2, 4] } }, { Web: 'succeeds 1/1' }],
    ['a group may grow for the new task', { G: { min: 1, max: 2, managed: true } }, { Web: { memory: 5000, providers: { G: [0, 1] } } }, { Web: 'succeeds 1/1' }],
    ['one of two providers with room is enough', { G: { min: 1, managed: true }, H: { min: 2, managed: true } }, { Web: { count: 2, memory: 5000, providers: { G: [0, 1], H: [0, 1] } } }, { Web: 'succeeds 2/2' }],
    ['the other services run on', { G: { min: 1 } }, { A: { memory: 3000 }, B: { memory: 3500 } }, { A: 'fails 0/1', B: 'fails 0/1' }],
    ['blue/green needs room for all tasks twice', { G: {} }, { Web: { count: 2, memory: 3000, more: { DeploymentController: { Type: 'CODE_DEPLOY' } } } }, { Web: 'succeeds 2/2' }],
    ['and fails without it', { G: {} }, { Web: { count: 3, memory: 3000, more: { DeploymentConfiguration: { Strategy: 'BLUE_GREEN' } } } }, { Web: 'fails 1/3' }],
    ['what has no place at desired count is not asked', { G: {} }, { Web: { memory: 9000 } }, {}],
    ['a service without tasks is not asked', { G: {} }, { Web: { count: 0 } }, {}],
  ])('%s', (_, groups, services, expected) => {
    expect(fared(aCluster(groups, services), 'rolling-update')).toEqual(expected);
  });
});

describe('at the most that scaling allows', () => {
  test.each<Row>([
    ['only services that are scaled are asked', { G: {} }, { Web: {} }, {}],
    ['there is room for all', { G: {} }, { Web: { scaling: [1, 8] } }, { Web: 'succeeds 8/8' }],
    ['a group of a fixed size is full', { G: {} }, { Web: { memory: 3000, scaling: [1, 8] } }, { Web: 'fails 4/8' }],
    ['a group grows to its maximum', { G: { min: 1, max: 3, managed: true } }, { Web: { memory: 3000, scaling: [1, 8], providers: { G: [0, 1] } } }, { Web: 'fails 6/8' }],
    ['two services together have less room than each alone', { G: {} }, { A: { memory: 3000, scaling: [1, 3] }, B: { memory: 3000, scaling: [1, 3] } }, { A: 'succeeds 3/3', B: 'fails 1/3' }],
  ])('%s', (_, groups, services, expected) => {
    expect(fared(aCluster(groups, services), 'scaling-maximum')).toEqual(expected);
  });
});

describe('with a zone lost', () => {
  const apart: Record<string, GivenGroup> = { A: { min: 1, zones: ['a'] }, B: { min: 1, zones: ['b'] } };

  test.each<Row>([
    ['a group that spans the others launches there what it lost', { G: {} }, { Web: { count: 4, memory: 3000 } }, { Web: 'succeeds 4/4' }],
    ['groups of one zone do not', apart, { Web: { count: 4, memory: 3000 } }, { Web: 'fails 2/4' }],
    ['there may be room in what is left', apart, { Web: { count: 2, memory: 3000 } }, { Web: 'succeeds 2/2' }],
    ['a cluster of one zone is gone', { A: { min: 2, zones: ['a'] } }, { Web: { count: 2 } }, { Web: 'fails 0/2' }],
    ['tasks with subnets in that zone alone have no other', { G: {} }, { Web: { count: 2, awsvpcIn: ['a'] } }, { Web: 'fails 0/2' }],
  ])('%s', (_, groups, services, expected) => {
    expect(fared(aCluster(groups, services), 'zone-lost')).toEqual(expected);
  });

  test('that zone is told whose loss hurts most', () => {
    const [outcome] = play(aCluster({ A: { min: 1, zones: ['a'] }, B: { min: 2, zones: ['b'] } }, { Web: { count: 5, memory: 2500 } }), 'zone-lost').services;
    expect(outcome).toMatchObject({ wanted: 5, placed: 3, obstacles: [{ kind: 'noPlace', zone: 'us-east-1b' }] });
  });
});

describe('with an instance lost', () => {
  test.each<Row>([
    ['its tasks go where there is room', { G: {} }, { Web: { count: 2, memory: 3000 } }, { Web: 'succeeds 2/2' }],
    ['and wait where there is none', { G: {} }, { Web: { count: 3, memory: 3000 } }, { Web: 'fails 2/3' }],
    ['a group that is managed may launch another already', { G: { min: 1, max: 3, managed: true } }, { Web: { count: 3, memory: 3000, providers: { G: [0, 1] } } }, { Web: 'succeeds 3/3' }],
    ['a fixed port has one instance fewer', { G: {} }, { Web: { count: 2, hostPort: 80, percents: [50, 200] } }, { Web: 'fails 1/2' }],
  ])('%s', (_, groups, services, expected) => {
    expect(fared(aCluster(groups, services), 'instance-lost')).toEqual(expected);
  });
});

test('scaled in, a service keeps its tasks even over the zones, and packed ones leave instances empty', () => {
  const scaledIn = (strategies: readonly object[]) => {
    const { services, clusters } = play(aCluster({ G: { min: 4 } }, { Web: { count: 2, memory: 2000, scaling: [2, 12], more: { PlacementStrategies: strategies } } }), 'scaling-minimum');
    expect(services).toMatchObject([{ outcome: 'succeeds', wanted: 2, placed: 2 }]);
    return clusters[0]?.instances.map(({ zone, tasks }) => `${zone.slice(-1)} ${tasks[0]?.count ?? 0}`);
  };
  expect(scaledIn([])?.filter(line => !line.endsWith('0')).sort()).toEqual(['a 1', 'b 1']);
  expect(scaledIn([{ Type: 'binpack', Field: 'memory' }])?.filter(line => !line.endsWith('0'))).toHaveLength(1);
});

describe('a failure comes with what would repair it', () => {
  test.each<readonly [string, Readonly<Record<string, GivenGroup>>, Readonly<Record<string, GivenService>>, ScenarioName, readonly object[]]>([
    ['less memory a task, or another instance', { G: { min: 1 } }, { Web: { count: 2, memory: 4096 } }, 'desired-count',
      [{ kind: 'memory', memoryMiB: 3840, lasts: false }, { kind: 'type', type: 'm5.xlarge', lasts: true }, { kind: 'instances', instances: 2, lasting: 3 }]],
    ['less CPU a task, or another instance', { G: { min: 1 } }, { Web: { count: 3, cpu: 1000 } }, 'desired-count',
      [{ kind: 'cpu', cpuUnits: 682, lasts: false }, { kind: 'type', type: 'm5.xlarge', lasts: true }, { kind: 'instances', instances: 2, lasting: 2 }]],
    ['no more where updates stop an old task first', { G: { min: 1 } }, { Web: { count: 2, memory: 4096, percents: [50, 200] } }, 'desired-count',
      [{ kind: 'memory', memoryMiB: 3840, lasts: true }, { kind: 'type', type: 'm5.xlarge', lasts: true }, { kind: 'instances', instances: 2, lasting: 2 }]],
    ['no number of instances for a task that fits on none', { G: {} }, { Web: { memory: 9000 } }, 'desired-count', [{ kind: 'memory', memoryMiB: 7680 }, { kind: 'type', type: 'm5.xlarge' }]],
    ['an instance for each task with a fixed port, or a dynamic one', { G: {} }, { Web: { count: 5, hostPort: 80, percents: [50, 200] } }, 'desired-count', [{ kind: 'ports', ports: [{ port: 80, protocol: 'tcp' }], lasts: true }, { kind: 'instances', instances: 5 }]],
    ['a first instance', { G: { min: 0, max: 4, managed: true } }, { Web: { count: 2 } }, 'desired-count', [{ kind: 'instances', grows: false, instances: 1 }]],
    ['a spare instance for an update', { G: {} }, { Web: { count: 2, hostPort: 80 } }, 'rolling-update', [{ kind: 'ports' }, { kind: 'instances', instances: 3 }]],
    ['as many instances as the most tasks need', { G: { min: 1, max: 3, managed: true } }, { Web: { memory: 3000, scaling: [1, 8], providers: { G: [0, 1] } } }, 'scaling-maximum',
      [{ kind: 'memory', memoryMiB: 2560 }, { kind: 'type', type: 'm5.xlarge' }, { kind: 'instances', grows: true, instances: 4 }]],
    ['a subnet where there is room', { A: { min: 1, zones: ['a'] }, B: { min: 1, zones: ['b'] } }, { Web: { count: 2, cpu: 2048, awsvpcIn: ['a'], percents: [50, 200] } }, 'desired-count',
      [{ kind: 'cpu', cpuUnits: 1024 }, { kind: 'zone', zone: 'us-east-1b', lasts: true }, { kind: 'type', type: 'm5.xlarge', group: { autoScalingGroup: { id: 'A' } } }, { kind: 'instances', instances: 2 }]],
  ])('%s', (_, groups, services, name, expected) => {
    const [obstacle] = play(aCluster(groups, services), name).services.flatMap(({ obstacles }) => obstacles);
    expect(obstacle).toMatchObject({ kind: 'noPlace', repairs: expected });
  });
});

test('where every task landed is told, by instance', () => {
  const { clusters } = play(aCluster({ G: { zones: ['a', 'b'] } }, { Agent: { daemon: true, memory: 100 }, Web: { count: 3, memory: 1000 } }), 'desired-count');
  expect(clusters).toMatchObject([{ cluster: { id: 'Cluster' }, fargate: [], unplaced: [], instances: [
    { id: 'G-1', zone: 'us-east-1a', type: 'm5.large', tasks: [{ service: { id: 'Agent' }, count: 1 }, { service: { id: 'Web' }, count: 2 }] },
    { id: 'G-2', zone: 'us-east-1b', type: 'm5.large', tasks: [{ service: { id: 'Agent' }, count: 1 }, { service: { id: 'Web' }, count: 1 }] },
  ] }]);
});

describe('what depends on luck', () => {
  const outcome = (services: Readonly<Record<string, GivenService>>, seeds: number) =>
    playScenarios(aCluster({ G: { min: 2 } }, services), { seed: 1, seeds })[0]?.services.map(({ service, outcome, luck }) => [service.id, outcome, luck]);

  test('is undecided, and told in seeds', () => {
    const [[, big, luck] = [], small] = outcome({ Big: { memory: 7000 }, Small: { count: 2, memory: 2000 } }, 100) ?? [];
    expect(big).toBe('undecided');
    expect(luck).toEqual({ seeds: 100, places: expect.any(Number) });
    expect(Number((luck as { places: number }).places)).toBeGreaterThan(20);
    expect(Number((luck as { places: number }).places)).toBeLessThan(80);
    expect(small).toEqual(['Small', 'succeeds', undefined]);
  });

  test.each<readonly [string, Readonly<Record<string, GivenService>>, string]>([
    ['whether a task that fits anywhere finds its place', { A: { memory: 1000 }, B: { memory: 1000 } }, 'succeeds'],
    ['whether one that fits nowhere does', { A: { memory: 9000 }, B: { memory: 9000 } }, 'fails'],
  ])('is never %s', (_, services, expected) => {
    expect(outcome(services, 20)).toEqual([['A', expected, undefined], ['B', expected, undefined]]);
  });
});

test('the same seed gives the same places, and what ECS leaves open is named once', () => {
  const random = aCluster({ G: { min: 5 } }, { Web: { count: 9, more: { PlacementStrategies: [{ Type: 'random' }] } } });
  const places = (seed: number) => JSON.stringify(playScenarios(random, { seed })[0]?.clusters.flatMap(({ instances }) => instances.map(({ tasks }) => tasks[0]?.count)));
  expect(places(1)).toBe(places(1));
  expect(new Set([1, 2, 3, 4, 5, 6].map(places)).size).toBeGreaterThan(1);
  expect(playScenarios(random)[0]?.assumptions.map(({ fact }) => fact)).toEqual(['placement-ties', 'least-registered-memory']);
});

describe('an assumption is named where a result rests on it', () => {
  const managed = { G: { managed: true }, H: { managed: true } } satisfies Record<string, GivenGroup>;
  const assumed = (groups: Readonly<Record<string, GivenGroup>>, service: GivenService) => playScenarios(aCluster(groups, { Web: service }))[0]?.assumptions.map(({ fact }) => fact);
  const always = ['placement-ties', 'least-registered-memory'];

  test.each<readonly [string, Readonly<Record<string, GivenGroup>>, GivenService, readonly string[]]>([
    ['not of one instance, which has no equal', { G: { min: 1 } }, {}, ['least-registered-memory']],
    ['of several', { G: {} }, {}, always],
    ['weights that do not divide the tasks', managed, { count: 5, providers: { G: [0, 1], H: [0, 1] } }, [...always, 'provider-remainder', 'spread-across-providers']],
    ['and not of those that do', managed, { count: 4, providers: { G: [0, 1], H: [0, 1] } }, [...always, 'spread-across-providers']],
    ['a base without a weight', managed, { count: 1, providers: { G: [1, 0], H: [0, 1] } }, [...always, 'provider-base', 'spread-across-providers']],
    ['and beside or', { G: {} }, { more: { PlacementConstraints: [{ Type: 'memberOf', Expression: 'attribute:a == 1 or attribute:b == 2 and runningTasksCount < 9' }] } }, [...always, 'query-precedence']],
    ['and not where parentheses tell', { G: {} }, { more: { PlacementConstraints: [{ Type: 'memberOf', Expression: "runningTasksCount < 9 or (attribute:b == 'x or y' and attribute:a == 1)" }] } }, always],
    ['a spread over what instances do not have', { G: {} }, { more: { PlacementStrategies: [{ Type: 'spread', Field: 'attribute:rack' }] } }, [...always, 'missing-attribute']],
  ])('%s', (_, groups, service, expected) => {
    expect(assumed(groups, service)).toEqual(expected);
  });
});
