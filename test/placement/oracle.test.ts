import * as fc from 'fast-check';
import { randomStream, type Random } from '../../lib/core/random';
import { Fleet } from '../../lib/placement/fleet';
import type { Instance } from '../../lib/placement/instance';
import { placeFor } from '../../lib/placement/place';
import { serviceDefaults, type Task } from '../../lib/placement/task';
import { constraints, plainPlace, strategies, type Running } from '../support/oracle';
import { aTask, anInstance, tcp } from '../support/placement';

/** A fleet and the plain reference: whatever happens, happens to both. */
class Both {
  running: Running[] = [];
  private fleet: Fleet;
  private readonly random: { readonly engine: Random; readonly plain: Random };

  constructor(public instances: readonly Instance[], seed = 1) {
    this.fleet = new Fleet(instances);
    this.random = { engine: randomStream(seed, 'placement'), plain: randomStream(seed, 'placement') };
  }

  place(task: Task): void {
    const on = placeFor(this.fleet, task, { doubt: 'for', random: this.random.engine }), expected = plainPlace(this, task, this.random.plain);
    if (on?.instance.id !== expected?.id) {
      const { instances, running } = this;
      throw new Error(`${on?.instance.id} instead of ${expected?.id}: ${JSON.stringify({ instances, running: running.map(({ task: { group, need }, on: { id } }) => ({ group, need, id })), task })}`);
    }
    if (on) this.fleet.start(task, on);
    if (expected) this.running.push({ task, on: expected });
  }

  stop(which: number): void {
    const [{ task, on } = {}] = this.running.splice(which % Math.max(1, this.running.length), 1), state = this.fleet.states.find(({ instance }) => instance === on);
    if (task && state) this.fleet.stop(task, state);
  }

  join(instance: Instance): void {
    this.fleet.join(instance);
    this.instances = [...this.instances, instance];
  }

  lose(zone: string): void {
    this.fleet.leave(instance => instance.zone === zone);
    this.instances = this.instances.filter(instance => instance.zone !== zone);
    this.running = this.running.filter(({ on }) => on.zone !== zone);
  }

  /** Goes on with a copy, while something happens to the one that is left behind. */
  fork(): void {
    const left = this.fleet, [state] = left.states;
    this.fleet = left.fork();
    if (state) left.start(aTask({ memoryMiB: 1 }), state);
  }
}

/** Every list of `length` out of the choices. */
function* every<T>(choices: readonly T[], length: number): Generator<T[]> {
  if (length === 0) yield [];
  else for (const rest of every(choices, length - 1)) for (const choice of choices) yield [...rest, choice];
}

describe('every fleet of three and every row of four tasks is placed as the plain reference places it', () => {
  const chains = [[], ...strategies.map(one => [one]), ...[...every(strategies.slice(0, 5), 2)].filter(([first, second]) => first !== second)];

  test.each(chains.map(chain => [chain.map(({ name }) => name).join(', then ') || 'without strategies', chain.map(({ strategy }) => strategy)] as const))('%s', (_, strategies) => {
    const [distinct] = constraints;
    const tasks = [
      aTask({ memoryMiB: 1 }, { strategies }), aTask({ memoryMiB: 2, cpuUnits: 1 }, { strategies, group: 'service:t' }),
      aTask({ memoryMiB: 1, ports: [tcp(80)] }, { strategies, constraints: distinct ? [distinct.constraint] : [] }),
    ];
    for (const sizes of every([1, 2, 3], 3)) {
      const instances = sizes.map((memoryMiB, i) => anInstance(`i-${i}`, { zone: i === 0 ? 'a' : 'b', registered: { memoryMiB, cpuUnits: 3 }, attributes: new Map(i < 2 ? [['rack', `${i}`]] : []) }));
      for (const row of every(tasks, 4)) {
        const both = new Both(instances);
        for (const task of row) both.place(task);
      }
    }
    expect.assertions(0);
  });
});

const zones = ['a', 'b', 'c'], ports = [tcp(80), tcp(443), { port: 80, protocol: 'udp' } as const];

const anyInstance = (id: number): fc.Arbitrary<Instance> => fc.record({
  zone: fc.constantFrom(...zones), capacityProvider: fc.constantFrom('p', 'q'), reservedPorts: fc.subarray([tcp(22), tcp(80)]),
  attributes: fc.record({ size: fc.constantFrom('big', 'small'), rack: fc.constantFrom('1', '2', '3', '4') }, { requiredKeys: ['size'] }).map(all => new Map(Object.entries(all))),
  registered: fc.record({ cpuUnits: fc.constantFrom(1024, 2048), memoryMiB: fc.constantFrom(500, 2000, 4000, 8000), gpus: fc.constantFrom(0, 1, 4), taskEnis: fc.integer({ min: 0, max: 3 }) }),
}).map(changes => anInstance(`i-${id}`, changes));

const anyTask: fc.Arbitrary<Task> = fc.record({
  need: fc.record({
    cpuUnits: fc.constantFrom(0, 256, 512), memoryMiB: fc.constantFrom(1, 200, 700), gpus: fc.constantFrom(0, 0, 0, 1, 2), eni: fc.boolean(), ports: fc.oneof(fc.constant([]), fc.subarray(ports)),
    attributes: fc.constantFrom([], [], [{ name: 'rack' }], [{ name: 'size', value: 'big' }]),
  }),
  group: fc.constantFrom('service:s', 'service:t', 'service:u'),
  constraints: fc.oneof(fc.constant([]), fc.subarray(constraints.map(({ constraint }) => constraint), { maxLength: 2 })),
  strategies: fc.oneof(fc.constant(serviceDefaults.map((_, i) => strategies[i === 0 ? 0 : 2]?.strategy).filter(one => one !== undefined)), fc.array(fc.constantFrom(...strategies.map(({ strategy }) => strategy)), { maxLength: 5 })),
  place: fc.constantFrom({}, {}, { zones: ['a', 'b'] }, { capacityProvider: 'p' }),
}).map(({ place, ...task }) => ({ ...task, ...place }));

/** Callers make another object of a task each time, and of one task several that differ in something. */
const variations = fc.constantFrom({}, {}, {}, { zones: ['b'] }, { capacityProvider: 'q' }, { strategies: [] }, { constraints: [] });

const anyEvent = fc.oneof(
  { weight: 20, arbitrary: fc.record({ place: fc.nat(), count: fc.constantFrom(1, 1, 3, 8), but: variations }) }, { weight: 5, arbitrary: fc.record({ stop: fc.nat() }) },
  { weight: 1, arbitrary: fc.nat(100).chain(number => fc.record({ join: anyInstance(number + 100) })) }, { weight: 1, arbitrary: fc.constantFrom(...zones).map(lose => ({ lose })) }, { weight: 1, arbitrary: fc.constant({ fork: true }) },
);

test('whatever tasks start and stop, and instances join and leave, each task is placed as the plain reference places it', () => {
  const fleets = fc.integer({ min: 0, max: 12 }).chain(size => fc.tuple(...Array.from({ length: size }, (_, i) => anyInstance(i))));
  fc.assert(fc.property(fleets, fc.array(anyTask, { minLength: 1, maxLength: 5 }), fc.array(anyEvent, { maxLength: 60 }), fc.integer(), (instances, tasks, events, seed) => {
    const both = new Both(instances, seed);
    for (const event of events) {
      const task = 'place' in event ? tasks[event.place % tasks.length] : undefined;
      if (task && 'place' in event) for (let i = 0; i < event.count; i++) both.place({ ...task, strategies: [...task.strategies], ...event.but });
      else if ('stop' in event) both.stop(event.stop);
      else if ('join' in event) both.join(event.join);
      else if ('lose' in event) both.lose(event.lose);
      else both.fork();
    }
  }), { seed: 1, numRuns: 500 });
});
