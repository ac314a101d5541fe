import { distinctInstance } from '../../lib/placement/constraints/distinct-instance';
import { Fleet } from '../../lib/placement/fleet';
import type { Instance } from '../../lib/placement/instance';
import { binpack } from '../../lib/placement/strategies/binpack';
import { spread } from '../../lib/placement/strategies/spread';
import type { Task } from '../../lib/placement/task';
import { aTask, anInstance, placeMany, tcp } from '../support/placement';

/** One task placed: what it was and where it went. */
type Placed = readonly [task: Task, on: Instance];

/** The reference: counts everything anew from the list of placed tasks, and orders the instances by the strategies' measures. */
function oracle(instances: readonly Instance[], placed: readonly Placed[], task: Task, measures: readonly Measure[]): string | undefined {
  const on = (instance: Instance) => placed.filter(([, other]) => other === instance).map(([other]) => other);
  const fits = (instance: Instance) =>
    on(instance).reduce((sum, { need }) => sum + need.memoryMiB, task.need.memoryMiB) <= instance.registered.memoryMiB
    && !on(instance).some(other => other.need.ports.some(({ port }) => task.need.ports.some(wanted => wanted.port === port)))
    && (task.constraints.length === 0 || on(instance).every(other => other.group !== task.group));
  const all = [...measures, ofGroup, total].map(measure => (instance: Instance) => measure(instance, placed, task));
  return instances.filter(fits).sort((a, b) => all.map(measure => measure(a) - measure(b)).find(difference => difference !== 0) ?? 0)[0]?.id;
}

type Measure = (instance: Instance, placed: readonly Placed[], task: Task) => number;
const ofGroup: Measure = (instance, placed, task) => placed.filter(([other, on]) => on === instance && other.group === task.group).length;
const inZone: Measure = (instance, placed, task) => placed.filter(([other, on]) => on.zone === instance.zone && other.group === task.group).length;
const left: Measure = (instance, placed) => instance.registered.memoryMiB - placed.filter(([, on]) => on === instance).reduce((sum, [{ need }]) => sum + need.memoryMiB, 0);
const total: Measure = (instance, placed) => placed.filter(([, on]) => on === instance).length;

const zoneSpread = spread('attribute:ecs.availability-zone');
const strategies = [
  { name: 'none at all', strategies: [], measures: [] },
  { name: 'binpack', strategies: [binpack('memory')], measures: [left] },
  { name: 'spread over instances', strategies: [spread('instanceId')], measures: [ofGroup] },
  { name: 'spread over zones, then binpack', strategies: [zoneSpread, binpack('memory')], measures: [inZone, left] },
  { name: 'binpack, then spread over zones', strategies: [binpack('memory'), zoneSpread], measures: [left, inZone] },
];

/** Every list of `length` out of the choices. */
function* every<T>(choices: readonly T[], length: number): Generator<T[]> {
  if (length === 0) yield [];
  else for (const rest of every(choices, length - 1)) for (const choice of choices) yield [...rest, choice];
}

test.each(strategies)('with $name, every fleet of three and every row of four tasks is placed as the plain reference places it', ({ strategies, measures }) => {
  const tasks = [
    aTask({ memoryMiB: 1 }, { strategies }), aTask({ memoryMiB: 2 }, { strategies, group: 'service:t' }),
    aTask({ memoryMiB: 1, ports: [tcp(80)] }, { strategies, group: 'service:u' }), aTask({ memoryMiB: 1 }, { strategies, group: 'service:v', constraints: [distinctInstance] }),
  ];
  let compared = 0;
  for (const sizes of every([1, 2, 3], 3)) {
    const instances = sizes.map((memoryMiB, i) => anInstance(`i-${i}`, { zone: i === 0 ? 'a' : 'b', registered: { memoryMiB } }));
    for (const row of every(tasks, 4)) {
      const fleet = new Fleet(instances), placed: Placed[] = [];
      for (const task of row) {
        const expected = oracle(instances, placed, task, measures);
        const [answer] = placeMany(fleet, task, 1), on = answer?.fits ? answer.on.instance : undefined;
        if (on?.id !== expected) throw new Error(`${on?.id} instead of ${expected}: ${JSON.stringify({ sizes, row: row.map(({ group }) => group) })}`);
        if (on) placed.push([task, on]);
        compared++;
      }
    }
  }
  expect(compared).toBe(27 * 256 * 4);
});
