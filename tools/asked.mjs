// Measures how much of what a dry run asks of templates is known, and prints the tables of docs/reading.md.
//
//   node tools/asked.mjs PATH...      templates, or folders of them; each is read for itself, with the region us-east-1
//
// A property counts, once for each resource and path, when a rule or the simulation looks at what the model holds of it, or reads it there and then. It is known, left out,
// known by what it is (the resource, the zone, the account, whatever they will be called), or unknown. Whatever it reads, it is unknown where a rule could not decide for want
// of what stands there, as the cluster of a name that is in no template.
import { readdirSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const require = createRequire(import.meta.url), root = join(import.meta.dirname, '..');
require('ts-node').register({ swc: true, transpileOnly: true, cwd: root });
const { readInputs } = require('../lib/assembly/read-inputs.ts');
const { extractModel } = require('../lib/model/extract.ts');
const { rules } = require('../lib/rules/registry.ts');
const { runRules } = require('../lib/rules/run.ts');
const { playScenarios } = require('../lib/simulation/play.ts');
const { Deployment } = require('../lib/template/deployment.ts');
const { Property } = require('../lib/template/property.ts');

const region = 'us-east-1';

/** What is recorded of the deployment that is being read: the answer of each property, and which of them rules and simulation asked for. */
let answers, asked, isJudging, depth = 0;

const keyOf = ({ stack, path }) => JSON.stringify([stack, ...path]);
const isProperty = ({ path: [section, , part, name] }) => section === 'Resources' && part === 'Properties' && name !== undefined;

const states = ['known', 'absent', 'identified', 'unknown'];

function record(at, { state, why }) {
  if (!isProperty(at)) return;
  const key = keyOf(at), before = answers.get(key), isMore = states.indexOf(state) < states.indexOf(before?.state);
  // Whoever reads a list as a text has not asked what stands there: what any reader knows is known.
  if (!before || isMore || before.why?.kind === 'form') answers.set(key, { state, why });
  if (isJudging) asked.add(key);
}

/** What a reader was told. Which number it is, or what a list holds, nobody can tell by what it is. */
function answerOf(value, isText) {
  return { why: value.why, state: value.state === 'unknown' && isText && isIdentified(value) ? 'identified' : value.state };
}

/** Records what is read of properties, but not what functions read of their arguments on the way. */
function recordReaders() {
  const wrapped = (read, isText) => function (...words) {
    depth++;
    let value;
    try {
      value = read.apply(this, words);
    } finally {
      depth--;
    }
    if (depth === 0 && value?.state) record(this.at, answerOf(value, isText));
    return value;
  };
  for (const name of ['get', 'text', 'number', 'integer', 'flag', 'list', 'listOrOne', 'texts', 'map', 'value']) {
    Property.prototype[name] = wrapped(Property.prototype[name], ['text', 'listOrOne', 'texts', 'value'].includes(name));
  }
  const { get: given } = Object.getOwnPropertyDescriptor(Property.prototype, 'given');
  Object.defineProperty(Property.prototype, 'given', { get() {
    this.value();
    return wrapped(given, false).call(this);
  } });
}

/** Has every value that the model holds tell when it is looked at. */
function watch(model) {
  const seen = new Set(), open = [model];
  while (open.length > 0) {
    const thing = open.pop();
    if (typeof thing !== 'object' || thing === null || thing instanceof Property || seen.has(thing)) continue;
    seen.add(thing);
    if (thing instanceof Map || thing instanceof Set) open.push(...[...thing].flat());
    open.push(...Object.values(Object.getOwnPropertyDescriptors(thing)).map(({ value }) => value));
    const { state, at } = thing;
    if (typeof state !== 'string' || !at?.path || !isProperty(at)) continue;
    const key = keyOf(at);
    Object.defineProperty(thing, 'state', { get: () => (isJudging && asked.add(key), state) });
  }
}

/** Whether it is known what it is, if not what it reads: a resource of these templates, a zone of the region, a parameter that AWS publishes, the account. */
function isIdentified({ is, text }) {
  const isKnown = is => is !== undefined && (['attribute', 'pseudo', 'zones'].includes(is.kind) || (is.kind === 'element' && isKnown(is.of))
    || (is.kind === 'dynamic' && is.reference.startsWith('resolve:ssm:/aws/service/')));
  return isKnown(is) || text?.every(part => typeof part === 'string' || isIdentified(part)) === true;
}

/** The rules, made to tell of what they could not decide. */
function listening(note) {
  const to = say => ({
    need: value => (note(value), say.need(value)),
    undecided: value => (note(value), say.undecided(value)),
    violated: (...words) => say.violated(...words),
  });
  return rules.map(rule => ({ ...rule, check: (subject, say, model) => rule.check(subject, to(say), model) }));
}

/** Reads one deployment as the dry run does, and gives what it asked for. */
function examine(inputs) {
  [answers, asked, isJudging] = [new Map(), new Set(), false];
  const deployment = new Deployment(inputs), model = extractModel(deployment), open = new Map();
  watch(model);
  isJudging = true;
  runRules(listening(value => value.state === 'unknown' && isProperty(value.at) && open.set(keyOf(value.at), value)), model, playScenarios(model));
  isJudging = false;
  return [...new Map([...answers, ...open])].map(([key, { state, why }]) => {
    const [stack, , id, , ...path] = JSON.parse(key), type = deployment.stacks.get(stack).resource(id).type;
    return {
      isAsked: asked.has(key) || open.has(key),
      state, why: innermost(why), where: `${type} ${path.map(step => (typeof step === 'number' ? '*' : step)).join('.')}`,
    };
  });
}

/** What a condition or a function is not known for. */
function innermost(why) {
  return why?.because ? innermost(why.because) : why;
}

const reasons = {
  parameter: 'a parameter has no value', pseudo: 'the account and the name of the stack are not given', created: 'CloudFormation makes it up on creation',
  import: 'another stack exports it', dynamic: '`{{resolve:…}}` is read at deployment', zones: 'the zones of a region differ by account',
  elsewhere: 'it is in no template given', function: 'a function is not computed', form: 'another kind of value stands there', circular: 'it depends on itself',
  condition: 'a condition is open', request: 'IAM learns it from the request', fact: 'AWS does not publish it', chance: 'AWS may decide either way',
};

function show(title, deployments) {
  const read = deployments.flat(), all = read.filter(({ isAsked }) => isAsked);
  const count = (state, from = all) => from.filter(one => one.state === state).length;
  const share = (part, whole = all.length) => `${(100 * part / Math.max(whole, 1)).toFixed(1)} %`;
  console.log(`### ${title}: ${deployments.length}\n\n| properties asked for | | |\n|---|--:|--:|`);
  for (const [words, state] of [['known', 'known'], ['left out, so that the default holds', 'absent'], ['known by what it is', 'identified'], ['unknown', 'unknown']]) {
    console.log(`| ${words} | ${count(state)} | ${share(count(state))} |`);
  }
  console.log(`| together | ${all.length} | |\n`);
  const given = all.length - count('absent');
  console.log(`Unknown are ${share(count('unknown'))} of all, ${share(count('unknown'), given)} of those that are given; with what is known by what it is, ${share(count('unknown') + count('identified'))} and ${share(count('unknown') + count('identified'), given)}.`);
  console.log(`Of all ${read.length} properties that the model reads, asked for or not, ${share(count('unknown', read), read.length)} are unknown.\n`);
  console.log('| why it is not known | known by what it is | unknown | of all asked for | most often |\n|---|--:|--:|--:|---|');
  const open = all.filter(({ state }) => state === 'identified' || state === 'unknown');
  const rows = [...new Set(open.map(({ why }) => why.kind))].map(kind => open.filter(({ why }) => why.kind === kind)).map(here => ({ here, unknown: count('unknown', here) }));
  for (const { here, unknown } of rows.sort((a, b) => b.unknown - a.unknown || b.here.length - a.here.length)) {
    const { kind } = here[0].why, of = unknown > 0 ? here.filter(({ state }) => state === 'unknown') : here;
    console.log(`| ${reasons[kind] ?? kind} | ${here.length - unknown} | ${unknown} | ${share(unknown)} | ${mostOften(of).map(where => `\`${where}\``).join(', ')} |`);
  }
  console.log();
}

function mostOften(properties) {
  const counts = new Map();
  for (const { where } of properties) counts.set(where, (counts.get(where) ?? 0) + 1);
  return [...counts].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1)).slice(0, 2).map(([where]) => where);
}

recordReaders();
const files = process.argv.slice(2).flatMap(path => (statSync(path).isDirectory() ? readdirSync(path).sort().map(name => join(path, name)) : [path]));
const complete = [], lacking = [], unread = [];
for (const file of files) {
  try {
    for (const inputs of readInputs([file], { workingDirectory: process.cwd(), region }).deployments) {
      const isComplete = inputs.every(({ document, nestedIn }) => nestedIn || Object.values(document.root.Parameters ?? {}).every(({ Default }) => Default !== undefined));
      (isComplete ? complete : lacking).push(examine(inputs));
    }
  } catch (error) {
    unread.push(error.message);
  }
}
show('Templates whose parameters all have defaults', complete);
show('Templates with a parameter that has none', lacking);
if (unread.length > 0) console.log(`Not read: ${unread.length}\n${unread.map(line => `- ${line}`).join('\n')}`);
