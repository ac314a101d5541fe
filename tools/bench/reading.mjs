// Times the reading of templates that the constructs synthesize, warm: the text parsed, resolved and modelled; YAML beside its parser alone: npm run bench -- reading [RUNS]
// Measured is the build in dist/. How cost grows is given as the exponent of resources between one size and the next: 1 is linear, 2 is quadratic.
import { readFileSync, rmSync, mkdtempSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App, Stack } from 'aws-cdk-lib';
import { ApplicationLoadBalancer, ListenerAction } from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import { parseDocument, stringify } from 'yaml';

const require = createRequire(import.meta.url);
const { CapacityProvider, Cluster, Ec2Service, FargateService } = require('../../dist/lib/index.js');
const { Deployment } = require('../../dist/lib/template/deployment.js'), { extractModel } = require('../../dist/lib/model/extract.js'), { parseTemplate } = require('../../dist/lib/template/parse.js');

const runs = Number(process.argv[2] ?? 15);

console.log(`${'services'.padStart(8)}${'stacks'.padStart(8)}${'resources'.padStart(11)}${'kB'.padStart(8)}${'JSON'.padStart(11)}${'exponent'.padStart(10)}${'YAML'.padStart(11)}${'its parser'.padStart(12)}`);
let before;
for (const [services, stacks] of [[12, 1], [49, 1], [196, 1], [490, 1], [490, 20]]) {
  const templates = synthesize(services, stacks), resources = templates.reduce((sum, template) => sum + Object.keys(template.Resources).length, 0);
  const json = templates.map(template => JSON.stringify(template)), yaml = templates.map(template => stringify(template, { aliasDuplicateObjects: false }));
  const ofJson = median(() => read('json', json)), large = services > 196;
  const exponent = before && Math.log(ofJson / before.ofJson) / Math.log(resources / before.resources);
  const ofYaml = large ? [] : [median(() => read('yaml', yaml)), median(() => yaml.forEach(text => parseDocument(text, { schema: 'failsafe', prettyErrors: false })))];
  console.log([String(services).padStart(8), String(stacks).padStart(8), String(resources).padStart(11), String(Math.round(json.join('').length / 1000)).padStart(8), show(ofJson).padStart(11),
    (stacks === 1 && exponent ? exponent.toFixed(2) : '').padStart(10), ...ofYaml.map((time, i) => show(time).padStart(11 + i))].join(''));
  before = { ofJson, resources };
}

function read(ending, texts) {
  return extractModel(new Deployment(texts.map((text, i) => ({ name: `Stack${i}`, document: parseTemplate(`Stack${i}.${ending}`, text) }))));
}

/** Of runs of which the first ones warm up, in milliseconds. */
function median(work) {
  const times = Array.from({ length: runs + 5 }, () => {
    const began = process.hrtime.bigint();
    work();
    return Number(process.hrtime.bigint() - began) / 1e6;
  });
  return times.slice(5).sort((a, b) => a - b)[Math.floor(runs / 2)];
}

function show(milliseconds) {
  return `${milliseconds.toFixed(1)} ms`;
}

/** A cluster in its VPC with so many services, in one stack or in several that import what is shared. */
function synthesize(services, stacks) {
  process.env.CDK_VALIDATION = 'false';
  const outdir = mkdtempSync(join(tmpdir(), 'drydock-bench-'));
  try {
    const app = new App({ outdir, context: { '@aws-cdk/core:stackResourceLimit': 0 }, analyticsReporting: false });
    const shared = new Stack(app, 'Stack0');
    const cluster = new Cluster(shared, 'Cluster', { capacityProviders: [CapacityProvider.ec2('general', { instanceTypes: ['m7g.2xlarge'], minCapacity: services, maxCapacity: services * 2 })] });
    const others = Array.from({ length: stacks - 1 }, (_, i) => new Stack(app, `Stack${i + 1}`));
    const all = others.length > 0 ? others : [shared];
    const listeners = all.map(stack => new ApplicationLoadBalancer(stack, 'Balancer', { vpc: cluster.vpc }).addListener('Http', { port: 80, defaultAction: ListenerAction.fixedResponse(404) }));
    for (let i = 0; i < services; i++) serve(all[i % all.length], i, cluster, listeners[i % all.length]);
    return app.synth().stacks.map(({ templateFullPath }) => JSON.parse(readFileSync(templateFullPath, 'utf8')));
  } finally {
    rmSync(outdir, { recursive: true });
  }
}

/** A web server, a worker on Fargate or one on container instances, in turn: ten resources each, more or less. */
function serve(stack, i, cluster, listener) {
  const container = { image: 'public.ecr.aws/nginx/nginx:stable', port: 80, environment: { STAGE: 'production' } }, scaling = { min: 2, max: 10, cpuPercent: 60 };
  if (i % 3 === 0) new FargateService(stack, `Web${i}`, { cluster, container, cpu: '0.5 vCPU', memory: '1 GB', loadBalancer: { listener, priority: i + 1, paths: [`/${i}/*`] } });
  if (i % 3 === 1) new FargateService(stack, `Worker${i}`, { cluster, container, cpu: '0.5 vCPU', memory: '1 GB', scaling });
  if (i % 3 === 2) new Ec2Service(stack, `Batch${i}`, { cluster, container, memory: 512, capacity: [{ provider: 'general' }], scaling });
}
