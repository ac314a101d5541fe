// Times how much longer an app takes to start with our constructs than with the modules of aws-cdk-lib that they use: whole processes, in turn: npm run bench -- import [RUNS]
// Measured is the build in dist/, by the name of the package.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { nodeAlone, timesOf } from '../timing.mjs';

const constructs = join(import.meta.dirname, '..', '..', 'dist', 'lib', 'constructs');
const files = readdirSync(constructs, { recursive: true }).filter(file => file.endsWith('.js')).map(file => readFileSync(join(constructs, file), 'utf8'));
const modules = [...new Set(files.flatMap(text => [...text.matchAll(/require\("(aws-cdk-lib[^"]*)"\)/g)].map(([, name]) => name)))].sort();
/** A class has to be there for others to extend it: the modules alone load what is in them when they are first asked for it. */
const extended = ['FargateService', 'Ec2Service', 'ExternalService', 'Cluster', 'ContainerImage'].map(name => `ecs.${name}`).join(', ');
const cdk = `${modules.map(name => `require(${JSON.stringify(name)});`).join('')} const ecs = require('aws-cdk-lib/aws-ecs'); void [${extended}];`;

const [alone, without, engine, ours] = timesOf([nodeAlone, ['-e', cdk], ['-e', `${cdk} require('ecs-drydock/engine');`], ['-e', `${cdk} require('ecs-drydock');`]], Number(process.argv[2] ?? 15));
console.log(`Node.js alone ${alone.toFixed(0)} ms, with the ${modules.length} modules of aws-cdk-lib ${without.toFixed(0)} ms, with the engine too ${engine.toFixed(0)} ms, and with the constructs ${ours.toFixed(0)} ms`);
