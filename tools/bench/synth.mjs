// How much longer a synthesis takes with our constructs than with the L2s that make the same resources: the programs of test/comparison, in one process, in turn, without plugin and validator.
// node tools/bench.mjs synth [ROUNDS]
import { createRequire } from 'node:module';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

process.env.CDK_VALIDATION = 'false';
const require = createRequire(import.meta.url), rounds = Number(process.argv[2] ?? 40), root = join(import.meta.dirname, '..', '..');
require('ts-node/register/transpile-only');
const { App, Stack } = require('aws-cdk-lib');
const names = ['web', 'shared', 'canary', 'night', 'instances', 'files'], cases = names.map(name => require(join(root, 'test', 'comparison', `${name}.ts`)));
const outdir = mkdtempSync(join(tmpdir(), 'drydock-'));

/** CPU milliseconds of a synthesis. */
function time(build) {
  global.gc?.();
  const began = process.cpuUsage(), app = new App({ outdir });
  build(new Stack(app, 'Shop'));
  app.synth();
  const { user, system } = process.cpuUsage(began);
  return (user + system) / 1000;
}

/** What a list is in the middle. */
function median(list) {
  const sorted = list.toSorted((a, b) => a - b);
  return (sorted[Math.floor((sorted.length - 1) / 2)] + sorted[Math.ceil((sorted.length - 1) / 2)]) / 2;
}

/** The interval in which the median lies with 95 %: by the order of the values, whatever they are distributed like. */
function interval(list) {
  const sorted = list.toSorted((a, b) => a - b), half = 0.98 * Math.sqrt(list.length);
  return [sorted[Math.max(0, Math.floor(list.length / 2 - half))], sorted[Math.min(list.length - 1, Math.ceil(list.length / 2 + half))]];
}

for (let i = 0; i < 5; i++) for (const { ours, l2 } of cases) time(ours), time(l2);
const ratios = [];
cases.forEach(({ ours, l2 }, which) => {
  const pairs = Array.from({ length: rounds }, (_, i) => {
    // Who is first changes, since the first pays for what the other finds done.
    const first = time(i % 2 === 0 ? ours : l2), second = time(i % 2 === 0 ? l2 : ours);
    return i % 2 === 0 ? [first, second] : [second, first];
  });
  const own = pairs.map(([a, b]) => a / b);
  ratios.push(...own);
  console.log(`${names[which].padEnd(10)} ${median(pairs.map(([a]) => a)).toFixed(1).padStart(6)} ms  L2s ${median(pairs.map(([, b]) => b)).toFixed(1).padStart(6)} ms  ratio ${median(own).toFixed(2)}`);
});
console.log(`all        ratio ${median(ratios).toFixed(3)}, with 95 % between ${interval(ratios).map(value => value.toFixed(3)).join(' and ')}, of ${ratios.length} pairs`);
rmSync(outdir, { recursive: true });
