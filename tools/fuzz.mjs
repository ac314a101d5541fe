// Mutates templates and dry-runs what comes of them: node tools/fuzz.mjs [--count N] [--seed S] [--into FOLDER] [TEMPLATE...]
// Begins with the examples of all rules, or with the templates that are named. Whatever stands in a template, the dry run ends and breaks nothing, says the same for
// another order of keys, and finds no error where it is open whether a value is the one that had none. What is otherwise is made smaller, written into FOLDER, and fails the run.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { mutate, smaller, turned, withDoubt } from './mutations.mjs';

const require = createRequire(import.meta.url);
require('ts-node').register({ swc: true, transpileOnly: true, cwd: join(import.meta.dirname, '..') });
const { randomStream } = require('../lib/core/random.ts');
const { dryRun } = require('../lib/dry-run.ts');
const { InputError } = require('../lib/finding/input-error.ts');
const { templateOf } = require('../lib/pages/example-template.ts');
const { examples } = require('../lib/rules/examples-registry.ts');
const { parseTemplate } = require('../lib/template/parse.ts');

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { count: { type: 'string', default: '1000' }, seed: { type: 'string', default: '1' }, into: { type: 'string', default: 'fuzz-failures' } },
});
const count = Number(values.count), seed = Number(values.seed), slowMs = 5_000;
const corpus = positionals.length > 0
  ? positionals.map(file => parseTemplate(file, readFileSync(file, 'utf8')).root)
  : examples.flatMap(({ bad, good, unknown = [], spelled = [], defaulted = [] }) => [...bad, ...good, ...unknown, ...spelled, ...defaulted].map(templateOf));

const began = performance.now(), found = new Set();
let slowest = { ms: 0, i: 0 };
for (let i = 0; i < count; i++) {
  const template = mutate(corpus, randomStream(seed, `mutation ${i}`)), { fault, ms } = examine(template, i);
  if (ms > slowest.ms) slowest = { ms, i };
  if (fault === undefined || found.has(fault)) continue;
  found.add(fault);
  const file = join(values.into, `${seed}-${i}.json`);
  mkdirSync(values.into, { recursive: true });
  const least = smaller(template, less => examine(less, i).fault === fault);
  writeFileSync(file, `${JSON.stringify(examine(least, i).template, null, 2)}\n`);
  console.log(`${fault}\n  ${file}`);
}
console.log(`${count} mutations of ${corpus.length} templates in ${((performance.now() - began) / 1000).toFixed(0)} s, seed ${seed}: ${found.size} found. The slowest, ${slowest.i}, took ${slowest.ms.toFixed(0)} ms.`);
process.exitCode = found.size > 0 ? 1 : 0;

/** What is wrong with how a template is dry-run, in words that tell it from other faults, and the template that shows it; no fault where nothing is. */
function examine(template, i) {
  const run = dryRunOf(template), other = dryRunOf(turned(template));
  const open = run.errors?.length === 0 ? withDoubt(template, randomStream(seed, `doubt ${i}`)) : undefined, doubtful = open && dryRunOf(open);
  // What is slow once may be the machine.
  const isSlow = Math.min(run.ms, other.ms) > slowMs, fault = run.fault ?? other.fault ?? doubtful?.fault ?? (isSlow ? `more than ${slowMs} ms` : undefined);
  if (fault !== undefined) return { fault, template, ms: run.ms };
  if (run.said !== other.said) return { fault: 'another order of keys, another report', template, ms: run.ms };
  const error = doubtful?.errors?.[0];
  return error ? { fault: `an error where a condition leaves it open: ${error.rule}`, template: open, ms: run.ms } : { template, ms: run.ms };
}

/** Dry-runs a template. Where things stand in the file is no part of what is said. */
function dryRunOf(template) {
  const start = performance.now();
  try {
    const document = { ...parseTemplate('template.json', JSON.stringify(template)), locate: () => ({ line: 1, column: 1 }) };
    const { report, broken: [broken] } = dryRun([[{ name: 'template', document }]]);
    const errors = report.findings.filter(({ severity }) => severity === 'error');
    return { fault: broken && `rule ${broken.rule} breaks: ${whereThrown(broken.error)}`, said: JSON.stringify(report), errors, ms: performance.now() - start };
  } catch (error) {
    return error instanceof InputError ? { said: error.message, ms: 0 } : { fault: whereThrown(error), ms: 0 };
  }
}

function whereThrown(error) {
  return String(error?.stack ?? error).split('\n').slice(0, 3).map(line => line.trim().replace(/\(.*\/(lib\/[^)]*)\)/, '($1)')).join(' ');
}
