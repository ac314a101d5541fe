import { randomStream } from '../../lib/core/random';
import { distinctInstance, memberOf } from '../../lib/placement/constraint';
import { Fleet } from '../../lib/placement/fleet';
import { refusalsOf } from '../../lib/placement/fit';
import { placeFor } from '../../lib/placement/place';
import { parseQuery } from '../../lib/placement/query/parse';
import type { Expression } from '../../lib/placement/query/expression';
import { binpack, random, spread } from '../../lib/placement/strategy';
import { aTask, anInstance, placeMany, tasksPerInstance, tcp } from '../support/placement';

const query = (text: string) => memberOf(parseQuery(text) as Expression, text);

describe('an instance refuses a task', () => {
  const [state] = new Fleet([anInstance('i-1', {
    registered: { cpuUnits: 1024, memoryMiB: 2000, gpus: 1, taskEnis: 0 }, reservedPorts: [tcp(22)],
    attributes: new Map([['ecs.cpu-architecture', 'arm64']]),
  })]).states;

  test.each([
    ['that asks for more CPU than is free', aTask({ cpuUnits: 1025 }), [{ reason: 'RESOURCE:CPU', needed: 1025, free: 1024 }]],
    ['that asks for more memory than is free', aTask({ memoryMiB: 2001 }), [{ reason: 'RESOURCE:MEMORY', needed: 2001, free: 2000 }]],
    ['that asks for more GPUs than are free', aTask({ gpus: 2 }), [{ reason: 'RESOURCE:GPU', needed: 2, free: 1 }]],
    ['that needs a network interface when none is left', aTask({ eni: true }), [{ reason: 'RESOURCE:ENI', needed: 1, free: 0 }]],
    ['that wants a port of the agent', aTask({ ports: [tcp(22)] }), [{ reason: 'RESOURCE:PORTS', what: 'tcp 22' }]],
    ['that wants more ports than an instance may reserve', aTask({ ports: Array.from({ length: 100 }, (_, i) => tcp(8000 + i)) }), [{ reason: 'RESOURCE:PORTS', needed: 100, free: 99 }]],
    ['of another architecture', aTask({ attributes: [{ name: 'ecs.cpu-architecture', value: 'x86_64' }] }), [{ reason: 'ATTRIBUTE', what: 'ecs.cpu-architecture x86_64' }]],
    ['whose capability it lacks', aTask({ attributes: [{ name: 'ecs.capability.efs' }] }), [{ reason: 'ATTRIBUTE', what: 'ecs.capability.efs' }]],
    ['whose subnets are in other zones', aTask({}, { zones: ['b'] }), [{ reason: 'LOCATION', what: 'a' }]],
    ['whose constraint it does not meet', aTask({}, { constraints: [query('attribute:stack == prod')] }), [{ reason: 'MEMBER_OF', what: 'attribute:stack == prod' }]],
    ['for all reasons at once', aTask({ cpuUnits: 4096, gpus: 2 }, { zones: ['b'] }), [
      { reason: 'RESOURCE:CPU', needed: 4096, free: 1024 }, { reason: 'RESOURCE:GPU', needed: 2, free: 1 }, { reason: 'LOCATION', what: 'a' },
    ]],
  ])('%s', (_, task, refusals) => {
    expect(state && refusalsOf(state, task, 'for')).toEqual(refusals);
  });

  test.each([
    ['that fills it to the last unit', aTask({ cpuUnits: 1024, memoryMiB: 2000, gpus: 1 })],
    ['that wants the same port of the other protocol', aTask({ ports: [{ port: 22, protocol: 'udp' }] })],
  ])('not one %s', (_, task) => {
    expect(state && refusalsOf(state, task, 'against')).toEqual([]);
  });
});

describe('what is not known of an instance', () => {
  const [state] = new Fleet([anInstance('i-1', { zone: undefined, attributesComplete: false })]).states;

  test.each([
    ['an attribute that it may have', aTask({ attributes: [{ name: 'gpu-driver' }] })],
    ['the value of an attribute that every instance has', aTask({ attributes: [{ name: 'ecs.os-type', value: 'linux' }] })],
    ['its zone', aTask({}, { zones: ['a'] })],
    ['a query about it', aTask({}, { constraints: [query('attribute:ecs.subnet-id == subnet-1')] })],
  ])('can be taken for the task or against it: %s', (_, task) => {
    expect(state && refusalsOf(state, task, 'for')).toHaveLength(0);
    expect(state && refusalsOf(state, task, 'against')).toHaveLength(1);
  });
});

test('a task is placed with what is not known taken for it and against it, each time it is asked', () => {
  const fleet = new Fleet([anInstance('i-1', { zone: undefined })]), task = aTask({}, { zones: ['a'] }), random = randomStream(1, 'placement');
  const places = (['for', 'against', 'for'] as const).map(doubt => placeFor(fleet, task, { doubt, random })?.instance.id);
  expect(places).toEqual(['i-1', undefined, 'i-1']);
});

describe('a service of six tasks', () => {
  const instances = [anInstance('a-1'), anInstance('a-2'), anInstance('b-1', { zone: 'b' }), anInstance('c-1', { zone: 'c', type: 'm5.xlarge', registered: { memoryMiB: 16_000 } })];

  test.each([
    ['without strategies goes over the zones, and within one where the fewest of its tasks are', aTask(), { 'a-1': 1, 'a-2': 1, 'b-1': 2, 'c-1': 2 }],
    ['spread over instances', aTask({}, { strategies: [spread('instanceId')] }), { 'a-1': 2, 'a-2': 2, 'b-1': 1, 'c-1': 1 }],
    ['spread over hosts, which are instances', aTask({}, { strategies: [spread('host')] }), { 'a-1': 2, 'a-2': 2, 'b-1': 1, 'c-1': 1 }],
    ['packed by memory fills the fullest first', aTask({ memoryMiB: 2000 }, { strategies: [binpack('memory')] }), { 'a-1': 4, 'a-2': 2, 'b-1': 0, 'c-1': 0 }],
    ['packed within zones', aTask({ memoryMiB: 2000 }, { strategies: [spread('attribute:ecs.availability-zone'), binpack('memory')] }), { 'a-1': 2, 'a-2': 0, 'b-1': 2, 'c-1': 2 }],
    ['packed by CPU where zones are full', aTask({ cpuUnits: 1024 }, { strategies: [spread('attribute:ecs.availability-zone'), binpack('cpu')] }), { 'a-1': 2, 'a-2': 0, 'b-1': 2, 'c-1': 2 }],
    ['spread over an attribute that some instances lack', aTask({}, { strategies: [spread('attribute:rack')] }), { 'a-1': 2, 'a-2': 2, 'b-1': 1, 'c-1': 1 }],
  ])('%s', (_, task, expected) => {
    const fleet = new Fleet(instances);
    expect(placeMany(fleet, task, 6).every(({ fits }) => fits)).toBe(true);
    expect(tasksPerInstance(fleet)).toEqual(expected);
  });

  test('placed at random follows the seed, and other seeds place otherwise', () => {
    const placed = (seed: number) => {
      const fleet = new Fleet(instances);
      placeMany(fleet, aTask({}, { strategies: [random] }), 20, { seed });
      return JSON.stringify(tasksPerInstance(fleet));
    };
    expect(placed(1)).toBe(placed(1));
    expect(new Set([1, 2, 3, 4, 5].map(placed)).size).toBeGreaterThan(1);
  });
});

describe('a task that finds no place', () => {
  const on = (provider: string, id: string, memoryMiB: number) => anInstance(id, { capacityProvider: provider, registered: { memoryMiB } });

  test('hears how many instances failed on what, which never could, and which was closest', () => {
    const fleet = new Fleet([on('p', 'i-1', 1000), on('p', 'i-2', 3000), on('p', 'i-3', 3000), on('q', 'i-4', 9000)]);
    const task = aTask({ memoryMiB: 2000 }, { capacityProvider: 'p' });
    const answers = placeMany(fleet, task, 3);
    expect(answers[2]).toEqual({ fits: false, noPlace: {
      asked: 3,
      counts: [{ reason: 'RESOURCE:MEMORY', instances: 3, never: 1 }],
      answers: [
        {
          instances: 2, instance: 'i-2', type: 'm5.large', registered: { cpuUnits: 2048, memoryMiB: 3000, gpus: 0, taskEnis: 2 }, free: { cpuUnits: 2048, memoryMiB: 1000, gpus: 0, taskEnis: 2 },
          refusals: [{ reason: 'RESOURCE:MEMORY', needed: 2000, free: 1000, forever: false }],
        },
        expect.objectContaining({ instances: 1, instance: 'i-1', refusals: [{ reason: 'RESOURCE:MEMORY', needed: 2000, free: 1000, forever: true }] }),
      ],
    } });
  });

  test('of a distinctInstance service counts the instances that run one already', () => {
    const fleet = new Fleet([anInstance('i-1'), anInstance('i-2')]);
    const [, , third] = placeMany(fleet, aTask({}, { constraints: [distinctInstance] }), 3);
    expect(third).toMatchObject({ noPlace: { counts: [{ reason: 'DISTINCT_INSTANCE', instances: 2, never: 0 }] } });
  });

  test('was asked of nobody when there are no instances', () => {
    expect(placeMany(new Fleet([]), aTask(), 1)).toEqual([{ fits: false, noPlace: { asked: 0, counts: [], answers: [] } }]);
  });
});

test('a fork changes without the fleet that it was taken from', () => {
  const fleet = new Fleet([anInstance('i-1')]);
  placeMany(fleet, aTask({ memoryMiB: 2000, ports: [tcp(80)] }), 1);
  const fork = fleet.fork(), [state] = fork.states;
  if (state) fork.stop(aTask({ memoryMiB: 2000, ports: [tcp(80)] }), state);
  expect(fork.states[0]).toMatchObject({ free: { memoryMiB: 8000 }, taskCount: 0, ports: new Set() });
  expect(fleet.states[0]).toMatchObject({ free: { memoryMiB: 6000 }, taskCount: 1, ports: new Set(['tcp 80']) });
});

test('instances come in the order of their numbers', () => {
  expect(new Fleet([anInstance('i-10'), anInstance('i-9'), anInstance('g-2')]).states.map(({ instance }) => instance.id)).toEqual(['g-2', 'i-9', 'i-10']);
});
