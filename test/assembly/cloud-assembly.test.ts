import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { App, NestedStack, Stack, Stage, Validations } from 'aws-cdk-lib';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { readInputs } from '../../lib/assembly/read-inputs';
import type { ReadOptions } from '../../lib/assembly/reading';
import { InputError } from '../../lib/finding/input-error';
import { folderOf } from '../support/folder';

const root = join(__dirname, '../..');

/** A `cdk.out` with a stack of known environment, one with a stack nested in it, and a stage with the same again. */
function synthesize(context: Record<string, unknown> = {}): string {
  const app = new App({ outdir: join(folderOf(), 'cdk.out'), context });
  const fill = (scope: App | Stage): void => {
    new Topic(new Stack(scope, 'Net', { env: { account: '123456789012', region: 'eu-west-1' }, stackName: 'company-net' }), 'Topic');
    const shop = new Stack(scope, 'Shop');
    new Topic(new NestedStack(shop, 'Web'), 'Topic');
    new Topic(shop, 'Topic');
    Validations.of(shop).acknowledge({ id: 'Drydock::fargate-task-size', reason: 'Fargate grew.' }, { id: 'Other::rule', reason: 'None of ours.' });
  };
  fill(app);
  fill(new Stage(app, 'Prod'));
  app.synth();
  return join(app.outdir);
}

function read(folder: string, options: Partial<ReadOptions> = {}) {
  return readInputs([folder], { workingDirectory: root, ...options }).deployments;
}

const nestedResource = /^WebNestedStackWebNestedStackResource/;

describe.each([
  ['a synthesis in a program', {}],
  ['cdk synth', { 'aws:cdk:enable-path-metadata': true, 'aws:cdk:enable-asset-metadata': true }],
])('of %s', (_, context) => {
  test('stacks are named by their construct paths, and each stage is a deployment', () => {
    const deployments = read(synthesize(context));
    expect(deployments.map(inputs => inputs.map(input => [input.name, input.deployedName]))).toEqual([
      [['Net', 'company-net'], ['Shop', 'Shop'], ['Shop/Web', undefined]],
      [['Prod/Net', 'company-net'], ['Prod/Shop', 'Prod-Shop'], ['Prod/Shop/Web', undefined]],
    ]);
    expect(deployments[1]?.[2]?.nestedIn).toEqual({ stack: 'Prod/Shop', resource: expect.stringMatching(nestedResource) as string });
  });

  test('each resource is known by its construct and the line that made it, also where two stacks have one logical id', () => {
    const [, shop, web] = read(synthesize(context))[0] ?? [];
    const topicOf = (input = shop): string => Object.keys(input?.document.root['Resources'] ?? {}).find(id => id.startsWith('Topic')) ?? '';
    expect(topicOf()).toBe(topicOf(web));
    expect([shop?.constructPath?.(topicOf()), web?.constructPath?.(topicOf())]).toEqual(['Shop/Topic/Resource', 'Shop/Web/Topic/Resource']);
    const lines = readFileSync(__filename, 'utf8').split('\n');
    const lineOf = (input = shop): string | undefined => lines[(input?.userCode?.(topicOf())?.line ?? 0) - 1]?.trim();
    expect([lineOf(), lineOf(web)]).toEqual(["new Topic(shop, 'Topic');", "new Topic(new NestedStack(shop, 'Web'), 'Topic');"]);
    expect(web?.userCode?.(topicOf())?.file).toBe('test/assembly/cloud-assembly.test.ts');
  });
});

test('what constructs acknowledge is read', () => {
  const [[, shop, web] = []] = read(synthesize());
  expect(shop?.acknowledged).toEqual([{ rule: 'fargate-task-size', reason: 'Fargate grew.', constructPath: 'Shop' }]);
  expect(web?.acknowledged).toEqual([]);
});

test('what the app acknowledges stands in the validation report, and is read once the synthesis is over', () => {
  const folder = synthesize(), ofStage = readdirSync(join(folder, 'assembly-Prod')).find(name => /^ProdNet.*template/.test(name)) ?? '';
  const takenOut = (constructPath: string, templatePath: string, acknowledgedAt: string) => ({
    ruleName: 'fargate-task-size', reason: 'Fargate grew.', acknowledgedAt, violatingConstructs: [{ constructPath, cloudFormationResource: { templatePath, logicalId: 'Topic' } }],
  });
  writeFileSync(join(folder, 'validation-report.json'), JSON.stringify({ pluginReports: [{ pluginName: 'Other', suppressedViolations: [takenOut('Net/Topic', 'Net.template.json', '')] }, {
    pluginName: 'Drydock',
    suppressedViolations: [takenOut('Net/Topic', 'Net.template.json', ''), takenOut('Shop/Topic', 'Shop.template.json', 'Shop'), takenOut('Prod/Net/Topic', `assembly-Prod/${ofStage}`, 'Prod')],
  }] }));
  const said = (finished: boolean): string[][] => read(folder, { finished }).map(stacks => stacks.flatMap(({ acknowledged = [] }) => acknowledged.map(({ constructPath }) => constructPath)));
  expect(said(false)).toEqual([['Shop'], ['Prod/Shop']]);
  expect(said(true)).toEqual([['Net/Topic', 'Shop'], ['Prod/Net/Topic', 'Prod/Shop']]);
});

test('a stack that brings its environment keeps it, the others take what is given', () => {
  const [inputs = []] = read(synthesize(), { region: 'us-east-1', account: '999999999999' });
  expect(inputs.map(({ region, account }) => [region, account])).toEqual([
    ['eu-west-1', '123456789012'], ['us-east-1', '999999999999'], ['us-east-1', '999999999999'],
  ]);
  expect(read(synthesize())[0]?.[1]).not.toHaveProperty('region');
});

test('without the file of records everything is read but construct paths and lines', () => {
  const folder = synthesize({ 'aws:cdk:enable-asset-metadata': true });
  rmSync(join(folder, 'Shop.metadata.json'));
  const [, shop, web] = read(folder)[0] ?? [];
  expect(web?.name).toMatch(/^Shop\/WebNestedStack/);
  expect(shop?.userCode?.('Topic')).toBeUndefined();
});

test('an assembly is named once however often it is named', () => {
  const folder = synthesize();
  expect(readInputs([folder, `${folder}/.`], { workingDirectory: root }).notes).toEqual([]);
});

test('an assembly of an older CDK has its records in the manifest, and calls beside the logical id', () => {
  const artifacts = { Shop: {
    type: 'aws:cloudformation:stack', environment: 'aws://unknown-account/eu-west-1',
    properties: { templateFile: 'Shop.template.json', parameters: { Bucket: 'assets' } },
    metadata: { '/Shop/Topic/Resource': [{ type: 'aws:cdk:logicalId', data: 'Topic', trace: ['new Topic (/app/node_modules/x.js:1:2)', 'new Shop (/app/lib/shop.ts:12:5)'] }] },
  } };
  const folder = folderOf({
    'manifest.json': JSON.stringify({ version: '36.0.0', artifacts }), 'cdk.out': '{"version":"36.0.0"}',
    'Shop.template.json': '{"Resources": {"Topic": {"Type": "AWS::SNS::Topic"}}}',
  });
  const [[shop] = []] = readInputs([folder], { workingDirectory: '/app' }).deployments;
  expect(shop).toMatchObject({ name: 'Shop', region: 'eu-west-1', parameters: new Map([['Bucket', 'assets']]) });
  expect([shop?.constructPath?.('Topic'), shop?.userCode?.('Topic')]).toEqual(['Shop/Topic/Resource', { file: 'lib/shop.ts', line: 12 }]);
});

test('what the CDK could not look up is noted', () => {
  const folder = synthesize(), manifest = join(folder, 'manifest.json');
  writeFileSync(manifest, JSON.stringify({ ...JSON.parse(readFileSync(manifest, 'utf8')) as object, missing: [{ key: 'a', provider: 'vpc-provider' }, { key: 'b', provider: 'vpc-provider' }] }));
  expect(readInputs([folder], { workingDirectory: folder }).notes)
    .toEqual(['. holds made-up values in place of what was not looked up (vpc-provider). Run cdk synth where it can reach the account.']);
});

test('an assembly that leads out of its folder, or is broken, is refused', () => {
  const folder = synthesize(), manifest = join(folder, 'manifest.json'), text = readFileSync(manifest, 'utf8');
  writeFileSync(manifest, text.replace('Net.template.json', '../../secret.json'));
  expect(() => read(folder)).toThrow(/manifest.json names no file of its own for Net\.$/);
  writeFileSync(manifest, text.replace('Net.template.json', 'gone.json'));
  expect(() => read(folder)).toThrow(/^There is no .*gone.json\.$/);
  writeFileSync(manifest, text.slice(0, 100));
  expect(() => read(folder)).toThrow(InputError);
  writeFileSync(manifest, '{"artifacts": {}}');
  expect(() => read(folder)).toThrow(/holds no stack\.$/);
});
