// Times placements on fleets of growing size and on a trace of a production cluster, each beside a plain linear scan: npm run bench -- placement [FOLDER]
// FOLDER holds the trace, openb_node_list_all_node.csv and openb_pod_list_default.csv of hkust-adsl/kubernetes-scheduler-simulator; ../shared/workloads unless given.
// Times are processor time of all threads, the making of the fleet included. It uses the library in dist/: npm run build.
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { cpus } from 'node:os';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..', '..'), require = createRequire(import.meta.url);
const built = path => require(join(root, 'dist', 'lib', `${path}.js`));
const { Fleet } = built('placement/fleet'), { placeFor } = built('placement/place'), { randomStream } = built('core/random');
const { binpack, random, spread } = built('placement/strategy');

// Each strategy with what the linear scan keeps least for it. It cannot draw lots as the engine does.
const zones = { strategy: spread('attribute:ecs.availability-zone'), measure: (one, group) => one.sharing.get(group) ?? 0 }, models = { ...zones, strategy: spread('attribute:gpu-model') };
const instances = { strategy: spread('instanceId'), measure: (one, group) => one.groups.get(group) ?? 0 };
const memory = { strategy: binpack('memory'), measure: one => one.memory }, cpu = { strategy: binpack('cpu'), measure: one => one.cpu };

console.log(`node ${process.version}, ${cpus()[0]?.model.trim()}, ${new Date().toISOString().slice(0, 10)}`);
const exponents = [growth('binpack', [memory]), growth('spread', [instances]), growth('zone spread, binpack', [zones, memory])];
console.log(`\n* reckoned from the first 5,000 placements. Exponents of time over tasks: ${exponents.join(', ')}. Memory: at most ${Math.round(process.resourceUsage().maxRSS / 1024)} MiB.`);
trace(process.argv[2] ?? join(root, '..', 'shared', 'workloads'));

/** Ten services, each with as many tasks as there are instances, on growing fleets. Gives the exponent by which time grows with tasks. */
function growth(name, chain) {
  show(`\n${name}`, ['instances', 'tasks', 'first', 'median', 'a second', 'scan', 'ratio', 'the same']);
  const points = [1250, 5000, 20_000, 100_000].map(size => {
    const make = () => new Fleet(Array.from({ length: size }, (_, i) => instance(`i-${i}`, 'abc'[i % 3], i % 2 === 0 ? [4096, 16_000, 0] : [2048, 8000, 0])));
    const tasks = Array.from({ length: 10 }, (_, k) => Array(size).fill(task([64 + 32 * (k % 4), 256 + 160 * k, 0], `service:${k}`, chain))).flat();
    const { first, median, places } = timed(size > 50_000 ? 3 : 7, make, tasks), compared = size > 5000 ? 5000 : tasks.length;
    const began = process.cpuUsage(), expected = scan(make(), tasks.slice(0, compared), chain, ({ zone }) => zone), time = since(began) * tasks.length / compared;
    const same = expected.every((position, i) => position === places[i]) && places.every(position => position !== undefined);
    show('', [size, tasks.length, ms(first), ms(median), perSecond(tasks, median), `${ms(time)}${compared < tasks.length ? '*' : ''}`, Math.round(time / median), same ? compared : fail()]);
    return [Math.log(tasks.length), Math.log(median)];
  });
  const mean = k => points.reduce((sum, point) => sum + point[k], 0) / points.length;
  return (points.reduce((sum, [x, y]) => sum + (x - mean(0)) * (y - mean(1)), 0) / points.reduce((sum, [x]) => sum + (x - mean(0)) ** 2, 0)).toFixed(2);
}

/** Each row of the trace a task, in the order in which they came and all to stay. Those that ask for the same are of one family; what asks for a part of a GPU gets a whole one. */
function trace(folder) {
  const [machines, pods] = ['openb_node_list_all_node.csv', 'openb_pod_list_default.csv'].map(name => read(join(folder, name)));
  if (!machines || !pods) return console.log(`\nThe trace is not in ${folder}.`);
  const units = milli => Math.round(milli * 1.024);
  const make = () => new Fleet(machines.map(({ sn, cpu_milli, memory_mib, gpu, model }) => instance(sn, 'a', [units(cpu_milli), Number(memory_mib), Number(gpu)], model)));
  const needs = pods.map(({ cpu_milli, memory_mib, num_gpu }) => [units(cpu_milli), Number(memory_mib), Number(num_gpu)]), best = bestFit(make(), needs);
  show(`\ntrace of ${machines.length} machines`, ['tasks', 'placed', 'best fit', 'median', 'a second', 'scan', 'ratio', 'the same']);
  for (const [name, chain] of Object.entries({
    'random': [{ strategy: random }], 'spread': [instances], 'binpack cpu': [cpu], 'binpack memory': [memory], 'GPU model spread': [models], 'GPU models, binpack': [models, cpu], 'binpack cpu, memory': [cpu, memory],
  })) {
    const families = new Map(needs.map(need => [String(need), task(need, `family:${need}`, chain)])), tasks = needs.map(need => families.get(String(need)));
    const { median, places } = timed(5, make, tasks);
    const placed = places.filter(position => position !== undefined).length;
    const cells = [tasks.length, percent(placed / tasks.length), percent(best / tasks.length), ms(median), perSecond(tasks, median)];
    if (!chain.every(({ measure }) => measure)) { show(name, cells); continue; }
    const began = process.cpuUsage(), expected = scan(make(), tasks, chain, ({ attributes }) => attributes.get('gpu-model')), time = since(began);
    show(name, [...cells, ms(time), (time / median).toFixed(1), expected.every((position, i) => position === places[i]) ? tasks.length : fail()]);
  }
}

function instance(id, zone, [cpuUnits, memoryMiB, gpus], model) {
  return {
    id, zone, type: 'm5.large', capacityProvider: undefined, registered: { cpuUnits, memoryMiB, gpus, taskEnis: 0 }, reservedPorts: [],
    attributes: new Map([['ecs.os-type', 'linux'], ...(model ? [['gpu-model', model]] : [])]), attributesComplete: true,
  };
}

function task([cpuUnits, memoryMiB, gpus], group, chain) {
  return { need: { cpuUnits, memoryMiB, gpus, ports: [], eni: false, attributes: [{ name: 'ecs.os-type', value: 'linux' }] }, group, constraints: [], strategies: chain.map(({ strategy }) => strategy) };
}

/** Places the tasks several times, each time on a new fleet; gives how long the first time and the median take, and where each task went. */
function timed(runs, make, tasks) {
  let places;
  const times = Array.from({ length: runs }, () => {
    const began = process.cpuUsage(), fleet = make(), chance = { doubt: 'for', random: randomStream(1, 'placement') };
    places = tasks.map(task => {
      const on = placeFor(fleet, task, chance);
      if (on) fleet.start(task, on);
      return on?.position;
    });
    const time = since(began);
    check(fleet, tasks, places);
    return time;
  });
  return { first: times[0], median: times.toSorted((a, b) => a - b)[runs >> 1], places };
}

/** What holds of every placement: each instance has left what its tasks leave, and that is not less than nothing. */
function check(fleet, tasks, places) {
  const left = fleet.states.map(({ instance: { registered: { cpuUnits, memoryMiB, gpus } } }) => [cpuUnits, memoryMiB, gpus]);
  tasks.forEach(({ need: { cpuUnits, memoryMiB, gpus } }, i) => {
    const of = left[places[i]];
    if (of) [of[0], of[1], of[2]] = [of[0] - cpuUnits, of[1] - memoryMiB, of[2] - gpus];
  });
  fleet.states.forEach(({ free: { cpuUnits, memoryMiB, gpus } }, i) => {
    if (Math.min(cpuUnits, memoryMiB, gpus) < 0 || left[i][0] !== cpuUnits || left[i][1] !== memoryMiB || left[i][2] !== gpus) throw new Error(`Instance ${i} holds more than it has`);
  });
}

/** The plain reference: looks at every instance for every task, and takes the first of those for which the measures are least. */
function scan(fleet, tasks, chain, valueOf) {
  const counts = new Map(), places = [], measures = [...chain.map(({ measure }) => measure), instances.measure, one => one.tasks];
  const all = fleet.states.map(({ position, instance, free: { cpuUnits, memoryMiB, gpus } }) => {
    const sharing = counts.get(valueOf(instance)) ?? new Map();
    counts.set(valueOf(instance), sharing);
    return { position, cpu: cpuUnits, memory: memoryMiB, gpus, tasks: 0, groups: new Map(), sharing };
  });
  const isBetter = (a, b, group) => {
    for (const measure of measures) {
      const difference = measure(a, group) - measure(b, group);
      if (difference !== 0) return difference < 0;
    }
    return false;
  };
  for (const { group, need } of tasks) {
    let best;
    for (const one of all) if (one.cpu >= need.cpuUnits && one.memory >= need.memoryMiB && one.gpus >= need.gpus && (!best || isBetter(one, best, group))) best = one;
    places.push(best?.position);
    if (!best) continue;
    Object.assign(best, { cpu: best.cpu - need.cpuUnits, memory: best.memory - need.memoryMiB, gpus: best.gpus - need.gpus, tasks: best.tasks + 1 });
    for (const counted of [best.groups, best.sharing]) counted.set(group, (counted.get(group) ?? 0) + 1);
  }
  return places;
}

/** How many find a place where each goes to the instance of which it leaves least, over all that an instance has. */
function bestFit(fleet, needs) {
  const all = fleet.states.map(({ instance: { registered: { cpuUnits, memoryMiB, gpus } } }) => ({ has: [cpuUnits, memoryMiB, gpus], left: [cpuUnits, memoryMiB, gpus] }));
  let placed = 0;
  for (const need of needs) {
    let best, least = Infinity;
    for (const one of all) {
      if (!need.every((amount, k) => amount <= one.left[k])) continue;
      const leaves = need.reduce((sum, amount, k) => sum + (one.left[k] - amount) / Math.max(1, one.has[k]), 0);
      if (leaves < least) [best, least] = [one, leaves];
    }
    if (!best) continue;
    best.left = best.left.map((amount, k) => amount - need[k]);
    placed++;
  }
  return placed;
}

/** The rows of a table with a head; undefined where there is no such file. */
function read(file) {
  if (!existsSync(file)) return undefined;
  const [head, ...rows] = readFileSync(file, 'utf8').trim().split('\n').map(line => line.split(','));
  return rows.map(cells => Object.fromEntries(head.map((name, i) => [name, cells[i]])));
}

function show(name, cells) {
  console.log(name.padEnd(26) + cells.map(cell => String(cell).padStart(11)).join(''));
}

/** Milliseconds of the processor. */
function since(began) {
  const { user, system } = process.cpuUsage(began);
  return (user + system) / 1000;
}

function ms(time) {
  return `${Math.round(time)} ms`;
}

function perSecond(tasks, time) {
  return Math.round(tasks.length / time * 1000);
}

function percent(share) {
  return `${(100 * share).toFixed(2)} %`;
}

function fail() {
  process.exitCode = 1;
  return 'NO';
}
