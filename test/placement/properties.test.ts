import * as fc from 'fast-check';
import { distinctInstance, memberOf } from '../../lib/placement/constraint';
import { Fleet, portKey } from '../../lib/placement/fleet';
import type { Instance } from '../../lib/placement/instance';
import type { Expression } from '../../lib/placement/query/expression';
import { parseQuery } from '../../lib/placement/query/parse';
import { binpack, random, spread } from '../../lib/placement/strategy';
import { serviceDefaults, type Task } from '../../lib/placement/task';
import { aTask, anInstance, placeMany, tasksPerInstance, tcp } from '../support/placement';

const zones = ['a', 'b', 'c'];
const onlyBig = memberOf(parseQuery('attribute:size == big') as Expression, '');

const fleets: fc.Arbitrary<Instance[]> = fc.array(fc.record({
  zone: fc.constantFrom(...zones), big: fc.boolean(), cpuUnits: fc.constantFrom(1024, 2048), memoryMiB: fc.integer({ min: 0, max: 8000 }), taskEnis: fc.integer({ min: 0, max: 3 }), gpus: fc.constantFrom(0, 1, 4),
}), { maxLength: 8 }).map(all => all.map(({ zone, big, ...registered }, i) =>
  anInstance(`i-${i}`, { zone, registered, attributes: new Map([['size', big ? 'big' : 'small']]), reservedPorts: [tcp(22)] })));

const tasks: fc.Arbitrary<Task> = fc.record({
  group: fc.constantFrom('service:s', 'service:t'),
  cpuUnits: fc.constantFrom(0, 256, 512), memoryMiB: fc.integer({ min: 1, max: 4000 }), eni: fc.boolean(), gpus: fc.constantFrom(0, 0, 1, 2),
  ports: fc.subarray([tcp(22), tcp(80), tcp(443), { port: 80, protocol: 'udp' } as const]),
  constraints: fc.subarray([distinctInstance, onlyBig]),
  strategies: fc.constantFrom(serviceDefaults, [binpack('memory')], [binpack('cpu')], [random], [spread('attribute:size'), binpack('cpu')]),
}).map(({ group, constraints, strategies, ...need }) => aTask(need, { group, constraints, strategies }));

const rows = fc.array(tasks, { maxLength: 25 });

test('whatever is placed, no instance holds more than it has, no port twice, and constraints hold', () => {
  fc.assert(fc.property(fleets, rows, (instances, row) => {
    const fleet = new Fleet(instances), on = new Map<Instance, Task[]>();
    for (const task of row) {
      const [answer] = placeMany(fleet, task, 1);
      if (!answer?.fits) continue;
      const { instance } = answer.on, before = on.get(instance) ?? [];
      if (task.constraints.includes(distinctInstance)) expect(before.some(({ group }) => group === task.group)).toBe(false);
      if (task.constraints.includes(onlyBig)) expect(instance.attributes.get('size')).toBe('big');
      on.set(instance, [...before, task]);
    }
    for (const { instance, free } of fleet.states) {
      const running = on.get(instance) ?? [], ports = running.flatMap(({ need }) => need.ports.map(portKey));
      expect(Math.min(...Object.values(free))).toBeGreaterThanOrEqual(0);
      for (const resource of ['cpuUnits', 'memoryMiB', 'gpus'] as const) expect(free[resource]).toBe(running.reduce((left, { need }) => left - need[resource], instance.registered[resource]));
      expect(new Set([...ports, 'tcp 22']).size).toBe(ports.length + 1);
    }
  }), { seed: 1 });
});

test('a task that finds no place hears of every instance that was asked', () => {
  fc.assert(fc.property(fleets, rows, tasks, (instances, row, last) => {
    const fleet = new Fleet(instances);
    for (const task of row) placeMany(fleet, task, 1);
    const [answer] = placeMany(fleet, last, 1);
    if (!answer || answer.fits) return;
    expect(answer.noPlace.asked).toBe(instances.length);
    expect(answer.noPlace.counts.reduce((sum, { instances: failed }) => sum + failed, 0)).toBeGreaterThanOrEqual(instances.length);
    for (const { instances: failed, never } of answer.noPlace.counts) expect(never <= failed && failed <= instances.length).toBe(true);
  }), { seed: 1 });
});

test('spread stays within one of even when resources allow', () => {
  fc.assert(fc.property(fc.array(fc.constantFrom(...zones), { minLength: 1, maxLength: 8 }), fc.integer({ min: 0, max: 30 }), (where, count) => {
    const fleet = new Fleet(where.map((zone, i) => anInstance(`i-${i}`, { zone })));
    placeMany(fleet, aTask(), count);
    const perZone = new Map(where.map(zone => [zone, 0]));
    for (const { instance, taskCount } of fleet.states) perZone.set(instance.zone ?? '', (perZone.get(instance.zone ?? '') ?? 0) + taskCount);
    expect(Math.max(...perZone.values()) - Math.min(...perZone.values())).toBeLessThanOrEqual(1);
    for (const zone of perZone.keys()) {
      const counts = fleet.states.filter(({ instance }) => instance.zone === zone).map(({ taskCount }) => taskCount);
      expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(1);
    }
  }), { seed: 1 });
});

test('binpack never opens a second instance while one that is in use takes the task', () => {
  const resources = fc.constantFrom(['cpu', 'cpuUnits'] as const, ['memory', 'memoryMiB'] as const);
  fc.assert(fc.property(resources, fc.integer({ min: 1, max: 6 }), fc.array(fc.integer({ min: 1, max: 1500 }), { maxLength: 20 }), ([field, resource], instances, sizes) => {
    const fleet = new Fleet(Array.from({ length: instances }, (_, i) => anInstance(`i-${i}`)));
    for (const amount of sizes) {
      const inUse = fleet.states.filter(({ taskCount }) => taskCount > 0), couldTake = inUse.some(({ free }) => free[resource] >= amount);
      placeMany(fleet, aTask({ [resource]: amount }, { strategies: [binpack(field)] }), 1);
      if (couldTake) expect(fleet.states.filter(({ taskCount }) => taskCount > 0)).toHaveLength(inUse.length);
    }
  }), { seed: 1 });
});

test('the order in which instances are given does not matter', () => {
  const shuffled = fleets.chain(instances => fc.tuple(fc.constant(instances), fc.shuffledSubarray(instances, { minLength: instances.length })));
  fc.assert(fc.property(shuffled, rows, ([instances, others], row) => {
    const [one, other] = [new Fleet(instances), new Fleet(others)];
    for (const task of row) for (const fleet of [one, other]) placeMany(fleet, task, 1);
    expect(tasksPerInstance(other)).toEqual(tasksPerInstance(one));
  }), { seed: 1 });
});

test('what is stopped leaves no trace', () => {
  fc.assert(fc.property(fleets, rows, tasks, (instances, row, last) => {
    const fleet = new Fleet(instances);
    for (const task of row) placeMany(fleet, task, 1);
    const before = JSON.stringify(fleet.states.map(({ free, taskCount, tasks, ports }) => [free, taskCount, [...tasks].sort(), [...ports].sort()]));
    const [answer] = placeMany(fleet, last, 1);
    if (!answer?.fits) return;
    fleet.stop(last, answer.on);
    expect(JSON.stringify(fleet.states.map(({ free, taskCount, tasks, ports }) => [free, taskCount, [...tasks].sort(), [...ports].sort()]))).toBe(before);
  }), { seed: 1 });
});
