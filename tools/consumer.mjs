// Uses the package as strangers do: packs it, installs it into a fresh CDK app and into a project without the CDK, and goes through what the README promises.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const root = join(import.meta.dirname, '..');
const folder = mkdtempSync(join(tmpdir(), 'drydock-consumer-'));
const { devDependencies: ours } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

/** Runs a command line. Ends everything where its exit code is another than `exits`, or its output lacks what it is to `say`. */
function run(where, command, { exits = 0, says = '', environment = {} } = {}) {
  const began = Date.now();
  const { status, stdout, stderr } = spawnSync(command, { cwd: where, shell: true, encoding: 'utf8', env: { ...process.env, ...environment } });
  console.log(`  ${`${((Date.now() - began) / 1000).toFixed(1)} s`.padStart(7)}  ${command}`);
  if (status === exits && `${stdout}${stderr}`.includes(says)) return stdout;
  console.error(`\nIt exits with ${status} and should with ${exits}${says === '' ? '' : `, saying "${says}"`}.\n${stdout}${stderr}`);
  process.exit(1);
}

function write(where, files) {
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(where, name)), { recursive: true });
    writeFileSync(join(where, name), typeof content === 'string' ? content : JSON.stringify(content, null, 2));
  }
}

function project(name, files) {
  const where = join(folder, name);
  write(where, { ...files, 'package.json': { name, version: '0.1.0', private: true, ...files['package.json'] } });
  console.log(`\n${name}`);
  return where;
}

process.on('exit', () => { rmSync(folder, { recursive: true, force: true }); });

console.log('the package');
if (!existsSync(join(root, 'dist', 'bin'))) run(root, 'node tools/build.mjs');
const packed = JSON.parse(run(root, `npm pack --json --ignore-scripts --pack-destination "${folder}"`));
const tarball = join(folder, packed[0].filename);
console.log(`           ${packed[0].filename}: ${packed[0].files.length} files, ${Math.round(packed[0].unpackedSize / 1000)} kB`);

// As `cdk init app --language typescript` writes it, with the versions that this repository has at hand.
const install = 'npm install --no-audit --no-fund --prefer-offline --loglevel=error';
const shop = project('a fresh CDK app', {
  'package.json': {
    devDependencies: {
      '@swc/core': ours['@swc/core'], '@swc/jest': ours['@swc/jest'], '@types/jest': ours['@types/jest'], '@types/node': ours['@types/node'],
      'jest': ours.jest, 'tsx': '^4.23.0', 'typescript': '~7.0.2',
    },
    dependencies: { 'aws-cdk-lib': ours['aws-cdk-lib'], 'constructs': ours.constructs, 'ecs-drydock': `file:${tarball}` },
  },
  'tsconfig.json': {
    compilerOptions: {
      target: 'ES2022', module: 'NodeNext', moduleResolution: 'NodeNext', lib: ['es2022'], declaration: true, strict: true, noImplicitReturns: true,
      inlineSourceMap: true, inlineSources: true, strictPropertyInitialization: false, skipLibCheck: true, typeRoots: ['./node_modules/@types'],
      noEmit: true, isolatedModules: true, types: ['jest', 'node'],
    },
    exclude: ['node_modules', 'cdk.out'],
  },
  'jest.config.js': "module.exports = { testEnvironment: 'node', roots: ['<rootDir>/test'], transform: { '^.+\\\\.tsx?$': ['@swc/jest'] }, setupFilesAfterEnv: ['aws-cdk-lib/testhelpers/jest-autoclean'] };\n",
  'lib/shop-stack.ts': `
import * as cdk from 'aws-cdk-lib/core';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import { Construct } from 'constructs';
import { CapacityProvider, Cluster, Ec2Service, FargateService, TaskRole } from 'ecs-drydock';

export class ShopStack extends cdk.Stack {
  readonly worker: ecs.Ec2Service;

  constructor(scope: Construct, id: string, props?: cdk.StackProps) {
    super(scope, id, props);
    const cluster: ecs.ICluster = new Cluster(this, 'Cluster', { capacityProviders: [CapacityProvider.ec2('general', { instanceTypes: ['m7g.large'] })] });
    const container = { image: 'public.ecr.aws/nginx/nginx:stable', port: 80 };
    new FargateService(this, 'Web', { cluster, cpu: '0.5 vCPU', container, taskRole: new TaskRole(this, 'Role'), loadBalancer: {}, scaling: { max: 4 } });
    this.worker = new Ec2Service(this, 'Worker', { cluster, memory: 900, container, desiredCount: 2 });
  }
}
`,
  'bin/shop.ts': `
import * as cdk from 'aws-cdk-lib/core';
import { Drydock } from 'ecs-drydock';
import { ShopStack } from '../lib/shop-stack';

const app = new cdk.App();
new ShopStack(app, 'ShopStack');
Drydock.attach(app);
`,
  'test/shop.test.ts': `
import * as cdk from 'aws-cdk-lib/core';
import { Template } from 'aws-cdk-lib/assertions';
import 'ecs-drydock/jest';
import { ShopStack } from '../lib/shop-stack';

test('the shop floats', () => {
  const stack = new ShopStack(new cdk.App(), 'ShopStack');
  expect(stack).toFloat();
  expect(stack).toPlace(stack.worker, 2);
  expect(Template.fromStack(stack)).not.toHaveFinding('fargate-task-size');
});
`,
});
run(shop, install);
run(shop, 'npx tsc');
run(shop, 'npx tsx bin/shop.ts', { says: 'It floats.', environment: { CDK_OUTDIR: 'cdk.out', CDK_VALIDATION: 'false' } });
run(shop, 'npx jest', { environment: { CDK_VALIDATION: 'false' } });
run(shop, 'npx drydock --version', { says: packed[0].version });
run(shop, 'npx drydock check', { says: 'It floats.' });

const template = memory => ({
  Resources: { Task: { Type: 'AWS::ECS::TaskDefinition', Properties: {
    RequiresCompatibilities: ['FARGATE'], NetworkMode: 'awsvpc', Cpu: '256', Memory: memory, ContainerDefinitions: [{ Name: 'app', Image: 'public.ecr.aws/nginx/nginx:stable' }],
  } } },
});
const bare = project('a project without the CDK', {
  'package.json': { dependencies: { 'ecs-drydock': `file:${tarball}` } },
  'template.json': template('512'),
  'sinking.json': template('4096'),
  'engine.cjs': `
const { dryRun, parseTemplate } = require('ecs-drydock/engine');
const { report } = dryRun([[{ name: 'shop', document: parseTemplate('sinking.json', require('fs').readFileSync('sinking.json', 'utf8')) }]]);
const cdk = Object.keys(require.cache).filter(file => /node_modules.(aws-cdk-lib|constructs)./.test(file));
console.log(report.summary.errors + ' error, ' + cdk.length + ' files of the CDK');
`,
  'engine.mjs': "import { rules } from 'ecs-drydock/engine';\nconsole.log(rules.length > 0 ? 'has rules' : 'has none');\n",
});
run(bare, install);
run(bare, 'npm ls aws-cdk-lib constructs', { exits: 1, says: '(empty)' });
run(bare, 'npx drydock check template.json', { says: 'It floats.' });
run(bare, 'npx drydock check sinking.json', { exits: 1, says: 'fargate-task-size' });
run(bare, 'node engine.cjs', { says: '1 error, 0 files of the CDK' });
run(bare, 'node engine.mjs', { says: 'has rules' });

console.log('\nThe package works for those who install it.');
