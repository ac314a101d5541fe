// Mutates templates and dry-runs what comes of them: node tools/fuzz.mjs [--count N] [--seed S] [--rules ID,...] [--into FOLDER] [TEMPLATE...]
// Begins with the examples of all rules, or of those that are named, or with other templates. Whatever stands in a template, the dry run ends and breaks nothing, and says the same for another
// order of keys. With one value in doubt it finds no error that is not there for whatever the value may turn out to be. What is otherwise is made smaller, written into FOLDER, and fails the run.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { readings, sparesOf, withDoubt } from './doubts.mjs';
import { isMap, mutate, pick, smaller, turned } from './mutations.mjs';

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
  options: { count: { type: 'string', default: '1000' }, seed: { type: 'string', default: '1' }, rules: { type: 'string' }, into: { type: 'string', default: 'fuzz-failures' } },
});
const count = Number(values.count), seed = Number(values.seed), slowMs = 5_000, rules = values.rules?.split(',');
const templatesOf = ({ bad, good, unknown = [], spelled = [], defaulted = [] }) => [...bad, ...good, ...unknown, ...spelled, ...defaulted].map(templateOf);
const corpus = positionals.length > 0 ? positionals.map(file => parseTemplate(file, readFileSync(file, 'utf8')).root)
  : examples.filter(({ rule }) => rules?.includes(rule) ?? true).flatMap(templatesOf);
const spares = sparesOf(examples.flatMap(templatesOf));

const began = performance.now(), found = new Set();
let slowest = { ms: 0, i: 0 };
for (let i = 0; i < count; i++) {
  const random = randomStream(seed, `mutation ${i}`), template = mutate(corpus, random);
  tell(i, template, examine);
  tell(i, withDoubt(pick([template, pick(corpus, random)], random), spares, random), examineDoubt);
}
console.log(`${count} mutations of ${corpus.length} templates in ${((performance.now() - began) / 1000).toFixed(0)} s, seed ${seed}: ${found.size} found. The slowest, ${slowest.i}, took ${slowest.ms.toFixed(0)} ms.`);
process.exitCode = found.size > 0 ? 1 : 0;

/** Tells each fault once, by the smallest template that shows it. */
function tell(i, template, faultOf) {
  const fault = faultOf(template, i);
  if (fault === undefined || found.has(fault)) return;
  found.add(fault);
  const file = join(values.into, `${seed}-${i}.json`), least = smaller(template, less => faultOf(less, i) === fault);
  mkdirSync(values.into, { recursive: true });
  writeFileSync(file, `${JSON.stringify(least, null, 2)}\n`);
  console.log(`${fault}\n  ${file}`);
}

/** What is wrong with how a template is dry-run, in words that tell it from other faults. */
function examine(template, i) {
  const run = dryRunOf(template), other = dryRunOf(turned(template));
  if (run.ms > slowest.ms) slowest = { ms: run.ms, i };
  // What is slow once may be the machine.
  if (Math.min(run.ms, other.ms) > slowMs) return `more than ${slowMs} ms`;
  return run.fault ?? other.fault ?? (run.said === other.said ? undefined : 'another order of keys, another report');
}

/** Whether doubt is taken for an error: for one reading its rule has nothing to say, and no other errors are found. */
function examineDoubt(template) {
  const [{ fault, errors: all = [] }, ...settled] = readings(template).map(dryRunOf);
  if (fault !== undefined) return fault;
  for (const { errors, undecided } of settled.filter(({ errors }) => errors?.every(error => all.includes(error)))) {
    const more = all.filter(error => !errors.includes(error)).map(error => error.split(' ')[0]).find(rule => !undecided.includes(rule));
    if (more !== undefined) return `an error in doubt: ${more}`;
  }
  return undefined;
}

/** Dry-runs a template. Where things stand in the file is no part of what is said. */
function dryRunOf(template) {
  const start = performance.now();
  try {
    const document = { ...parseTemplate('template.json', JSON.stringify(template)), locate: () => ({ line: 1, column: 1 }) };
    const { report, broken: [broken] } = dryRun([[{ name: 'template', document }]]);
    const errors = [...report.findings, ...report.acknowledged].filter(({ severity }) => severity === 'error').map(({ rule, resource }) => `${rule} at ${resource}`);
    const undecided = report.undecided.map(({ rule }) => rule);
    return { fault: broken && `rule ${broken.rule} breaks: ${whereThrown(broken.error)}`, said: JSON.stringify(report, inOrder), errors, undecided, ms: performance.now() - start };
  } catch (error) {
    return error instanceof InputError ? { said: error.message, ms: 0 } : { fault: whereThrown(error), ms: 0 };
  }
}

/** A repair repeats what the template says, in its order. */
function inOrder(_key, value) {
  return isMap(value) ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))) : value;
}

function whereThrown(error) {
  return String(error?.stack ?? error).split('\n').slice(0, 3).map(line => line.trim().replace(/\(.*\/(lib\/[^)]*)\)/, '($1)')).join(' ');
}
