// How much longer a synthesis takes with our constructs than with the L2s that make the same resources (test/comparison holds that): node tools/bench.mjs synth [ROUNDS]
//
// Both run in one process, warm, without plugin and validator, and ours as they are installed: the build in dist/, by the name of the package.
// - Processor time, of all threads: what others do on the machine is not in it.
// - In pairs, one right after the other, and each first in every other pair: what slows the machine slows both, and the first pays for what the other finds done.
// - Young objects are collected before each, so that nobody pays for the garbage of another. (Collecting all would throw away compiled code with it, and measure cold runs.)
// - The ratio is that of a pair. Of each program the median counts, which single bad pairs do not move; of all programs the geometric mean, each with the same weight.
// - The interval is that of this mean when the pairs of each program are drawn anew, as a bootstrap does: programs differ, and how much they do is no doubt about their mean.
import { createRequire } from 'node:module';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

process.env.CDK_VALIDATION = 'false';
setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc'), require = createRequire(import.meta.url), rounds = Number(process.argv[2] ?? 100), root = join(import.meta.dirname, '..', '..');
require('ts-node/register/transpile-only');
const { App, Stack } = require('aws-cdk-lib');
const names = ['web', 'shared', 'canary', 'night', 'instances', 'files'], programs = names.map(name => require(join(root, 'test', 'comparison', `${name}.ts`)));
const outdir = mkdtempSync(join(tmpdir(), 'drydock-'));
process.on('exit', () => { rmSync(outdir, { recursive: true }); });

/** CPU milliseconds of a synthesis. */
function time(build) {
  collect({ type: 'minor' });
  const began = process.cpuUsage(), app = new App({ outdir });
  build(new Stack(app, 'Shop'));
  app.synth();
  const { user, system } = process.cpuUsage(began);
  return (user + system) / 1000;
}

/** Ours and the L2s', in turn. */
function pair({ ours, l2 }, isOursFirst) {
  const first = time(isOursFirst ? ours : l2), second = time(isOursFirst ? l2 : ours);
  return isOursFirst ? [first, second] : [second, first];
}

/** What a list is in the middle. */
function median(list) {
  const sorted = list.toSorted((a, b) => a - b);
  return (sorted[Math.floor((sorted.length - 1) / 2)] + sorted[Math.ceil((sorted.length - 1) / 2)]) / 2;
}

/** The geometric mean of the programs' ratios. */
function ratioOf(ratios) {
  return Math.exp(ratios.reduce((sum, list) => sum + Math.log(median(list)), 0) / ratios.length);
}

/** The interval in which 95 % of the means of pairs drawn anew lie. */
function interval(ratios) {
  const drawn = Array.from({ length: 2000 }, () => ratioOf(ratios.map(list => list.map(() => list[Math.floor(Math.random() * list.length)])))).sort((a, b) => a - b);
  return [drawn[50], drawn[1949]];
}

for (let i = 0; i < 5; i++) for (const program of programs) pair(program, i % 2 === 0);
const pairs = programs.map(() => []);
for (let i = 0; i < rounds; i++) programs.forEach((program, which) => { pairs[which].push(pair(program, (i + which) % 2 === 0)); });
const ratios = pairs.map(list => list.map(([ours, l2]) => ours / l2));
names.forEach((name, which) => {
  const [ours, l2] = [0, 1].map(side => median(pairs[which].map(both => both[side])).toFixed(1).padStart(6));
  console.log(`${name.padEnd(10)} ${ours} ms  L2s ${l2} ms  ratio ${median(ratios[which]).toFixed(2)}`);
});
console.log(`all        ratio ${ratioOf(ratios).toFixed(3)}, with 95 % between ${interval(ratios).map(value => value.toFixed(3)).join(' and ')}, of ${rounds * names.length} pairs`);
