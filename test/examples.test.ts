import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { App } from 'aws-cdk-lib';
import { parse } from 'yaml';
import { ModuleKind, ScriptTarget, transpileModule } from 'typescript';
import { context } from '../cdk.json';
import { dryRunApp } from '../lib/constructs/plugin/dry-run-app';
import { renderText, type Report } from '../lib/engine';
import { Drydock } from '../lib/index';
import { expectGolden } from './support/golden';

const root = join(__dirname, '..');
const examples = readdirSync(join(root, 'examples'), { withFileTypes: true }).filter(entry => entry.isDirectory()).map(({ name }) => name);

// What the CDK's command tells an app, so that the templates, and the lines in them, are those that it would write.
beforeAll(() => {
  process.env.CDK_CONTEXT_JSON = JSON.stringify({ ...context, 'aws:cdk:enable-path-metadata': true, 'aws:cdk:enable-asset-metadata': true, 'aws:cdk:version-reporting': true });
  Error.stackTraceLimit = 10;
});

/** Runs an app, as far as the moment at which it is dry-run. */
function appOf(run: () => void): App {
  const attach = jest.spyOn(Drydock, 'attach').mockImplementation();
  run();
  const [call] = attach.mock.calls;
  attach.mockRestore();
  return call?.[0] as App;
}

function read(example: string, file: string): string {
  return readFileSync(join(root, 'examples', example, file), 'utf8');
}

/** What `npx cdk synth` would print in this folder, where its templates lie in `cdk.out`. */
function reportOn(app: App): Report {
  const { directory } = app.synth();
  const { report, broken } = dryRunApp(app, [directory]);
  expect(broken).toEqual([]);
  return JSON.parse(JSON.stringify(report).replaceAll(relative(process.cwd(), directory), 'cdk.out')) as Report;
}

test.each(examples)('%s gives the report that is written down beside it', example => {
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- an app is a program, which runs when it is loaded
  const report = reportOn(appOf(() => { require(join(root, 'examples', example, 'app.ts')); }));
  expectGolden(join(root, 'examples', example, 'expected.txt'), renderText(report));
  expect(report.summary.errors > 0).toBe(!example.includes('floats'));
});

test('the gallery shows all of them, and each tells how to run it', () => {
  const gallery = readFileSync(join(root, 'examples', 'README.md'), 'utf8');
  for (const example of examples) {
    expect(gallery).toContain(`](${example})`);
    expect(read(example, 'README.md')).toContain(`examples/${example}/app.ts`);
  }
});

test('what was made of a compose file runs what the file says', () => {
  const { services } = parse(read('16-from-compose-floats', 'docker-compose.yml')) as { services: Record<string, { image: string; command?: string[] }> };
  const program = read('16-from-compose-floats', 'app.ts');
  for (const [name, { image, command }] of Object.entries(services).filter(([name]) => name !== 'database')) {
    expect(program).toContain(`// ${name}:`);
    expect(program).toContain(`image: '${image}'`);
    if (command) expect(program).toContain(`command: [${command.map(word => `'${word}'`).join(', ')}]`);
  }
});

// The repair that an example's README gives, and what it replaces.
test.each([
  ['02-no-place', "memory: '4 GB',", "memory: '3.5 GB',", "memory: '3.5 GB',"],
  ['03-role', 'executionRole,', '', 'leave `executionRole` out'],
  ['04-network', 'desiredCount: 2,', 'desiredCount: 2, vpcSubnets: { subnetType: ec2.SubnetType.PUBLIC },', 'vpcSubnets: { subnetType: ec2.SubnetType.PUBLIC },'],
])('%s floats once it is repaired as its README says', (example, before, after, repair) => {
  const mistaken = read(example, 'app.ts'), repaired = mistaken.replaceAll(before, after);
  expect(repaired).not.toBe(mistaken);
  expect(read(example, 'README.md')).toContain(repair);
  const { outputText } = transpileModule(repaired, { compilerOptions: { module: ModuleKind.CommonJS, target: ScriptTarget.ES2022, esModuleInterop: true } });
  const app = appOf(() => { (new Function('require', 'exports', outputText) as (require: NodeJS.Require, exports: object) => void)(require, {}); });
  expect(reportOn(app).findings).toEqual([]);
});
