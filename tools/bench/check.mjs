// Times the whole check of a template of 49 services that the constructs synthesize, all scenarios included, and on the same template the validator that aws-cdk-lib
// runs in `synth`: within one process, warm, and each as a process of its own beside Node.js alone: npm run bench -- check [OTHER_DIST]
// Measured is the build in dist/, and beside it another one where a folder is given. The first process of each keeps what V8 compiled, and is not timed.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { synthesize } from '../synthesized.mjs';
import { nodeAlone, timesOf, timesWarm } from '../timing.mjs';

const require = createRequire(import.meta.url), ofCdk = createRequire(require.resolve('aws-cdk-lib/package.json'));
const { CompositeEngine, TemplateContent } = ofCdk('@aws/cloudformation-validate');

const folder = mkdtempSync(join(tmpdir(), 'drydock-bench-')), file = join(folder, 'Stack0.template.json');
process.on('exit', () => { rmSync(folder, { recursive: true, force: true }); });
const builds = [resolve(import.meta.dirname, '../../dist'), ...process.argv.slice(2, 3).map(given => resolve(given))];

const [template] = synthesize(49, 1), text = JSON.stringify(template), engine = new CompositeEngine();
writeFileSync(file, text);
/** What the plugin of aws-cdk-lib asks. */
const asked = { detailLevel: 'STANDARD', severityLevel: 'WARN' };
const validating = `
  const { CompositeEngine, TemplateFile } = require(${JSON.stringify(ofCdk.resolve('@aws/cloudformation-validate'))});
  new CompositeEngine().validateTemplate(new TemplateFile(${JSON.stringify(file)}), ${JSON.stringify(asked)});`;

const [alone, validator, ...commands] = timesOf([nodeAlone, ['-e', validating], ...builds.map(build => [join(build, 'bin/drydock.js'), 'check', file, '--format', 'json'])]);
const [validatorWarm, ...warm] = timesWarm([() => engine.validateTemplate(new TemplateContent(text, 'Stack0.json'), asked), ...builds.map(checking)]);
console.log(`${Object.keys(template.Resources).length} resources${''.padStart(14)}warm   as a process   times Node.js alone`);
builds.forEach((_, i) => { row(i === 0 ? 'drydock check' : 'the other build', warm[i], commands[i]); });
row('validator in synth', validatorWarm, validator);
row('Node.js alone', undefined, alone);

/** From the text of the template to the text of the report. */
function checking(build) {
  const { dryRun } = require(join(build, 'lib/dry-run.js')), { parseTemplate } = require(join(build, 'lib/template/parse.js'));
  return () => JSON.stringify(dryRun([[{ name: 'Stack0', document: parseTemplate('Stack0.json', text) }]]).report);
}

function row(name, warm, process) {
  console.log(`${name.padEnd(20)}${(warm === undefined ? '' : `${warm.toFixed(1)} ms`).padStart(12)}${`${Math.round(process)} ms`.padStart(15)}${(process / alone).toFixed(1).padStart(21)}`);
}
