// Times the reading of templates that the constructs synthesize, warm: the text parsed, resolved and modelled; YAML beside its parser alone: npm run bench -- reading
// Measured is the build in dist/. How cost grows is given as the exponent of resources between one size and the next: 1 is linear, 2 is quadratic.
import { createRequire } from 'node:module';
import { parseDocument, stringify } from 'yaml';
import { synthesize } from '../synthesized.mjs';
import { nodeAlone, timeOf, timesOf } from '../timing.mjs';

const require = createRequire(import.meta.url);
const { Deployment } = require('../../dist/lib/template/deployment.js');
const { extractModel } = require('../../dist/lib/model/extract.js');
const { parseTemplate } = require('../../dist/lib/template/parse.js');

console.log(`${'services'.padStart(8)}${'stacks'.padStart(8)}${'resources'.padStart(11)}${'kB'.padStart(8)}${'JSON'.padStart(11)}${'exponent'.padStart(10)}${'YAML'.padStart(11)}${'its parser'.padStart(12)}`);
let before;
for (const [services, stacks] of [[12, 1], [49, 1], [196, 1], [490, 1], [490, 20]]) {
  const templates = synthesize(services, stacks), resources = templates.reduce((sum, template) => sum + Object.keys(template.Resources).length, 0);
  const json = templates.map(template => JSON.stringify(template)), yaml = templates.map(template => stringify(template, { aliasDuplicateObjects: false }));
  const ofJson = timeOf(() => read('json', json)), large = services > 196;
  const exponent = before && Math.log(ofJson / before.ofJson) / Math.log(resources / before.resources);
  const ofYaml = large ? [] : [timeOf(() => read('yaml', yaml)), timeOf(() => yaml.forEach(text => parseDocument(text, { schema: 'failsafe', prettyErrors: false })))];
  console.log([String(services).padStart(8), String(stacks).padStart(8), String(resources).padStart(11), String(Math.round(json.join('').length / 1000)).padStart(8), show(ofJson).padStart(11),
    (stacks === 1 && exponent ? exponent.toFixed(2) : '').padStart(10), ...ofYaml.map((time, i) => show(time).padStart(11 + i))].join(''));
  before = { ofJson, resources };
}
console.log(`Node.js alone starts in ${timesOf([nodeAlone]).map(show).join('')}.`);

function read(ending, texts) {
  return extractModel(new Deployment(texts.map((text, i) => ({ name: `Stack${i}`, document: parseTemplate(`Stack${i}.${ending}`, text) }))));
}

function show(milliseconds) {
  return `${milliseconds.toFixed(1)} ms`;
}
