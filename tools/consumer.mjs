// Uses the package as strangers do: packs it, installs it into a fresh CDK app and into a project without the CDK, and tries there what the README shows.
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

/** The programs that the README shows in a language, by the file that each names in its first line. */
function programs(language) {
  const readme = readFileSync(join(root, 'README.md'), 'utf8');
  return Object.fromEntries([...readme.matchAll(new RegExp(`^\`\`\`${language}\n// (\\S+)\n(.*?)^\`\`\`$`, 'gms'))].map(([, file, text]) => [file, text]));
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
  ...programs('ts'),
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
  ...programs('js'),
  'shop.yaml': template('4096'),
});
run(bare, install);
run(bare, 'npm ls aws-cdk-lib constructs', { exits: 1, says: '(empty)' });
run(bare, 'npx drydock check template.json', { says: 'It floats.' });
run(bare, 'npx drydock check sinking.json', { exits: 1, says: 'fargate-task-size' });
run(bare, 'node engine.cjs', { says: '1 error, 0 files of the CDK' });
run(bare, 'node check.mjs', { says: 'fargate-task-size at Task' });

console.log('\nThe package works for those who install it.');
