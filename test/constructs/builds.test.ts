import { join } from 'node:path';
import { App, Stack } from 'aws-cdk-lib';
import type { CloudAssembly } from 'aws-cdk-lib/cx-api';
import { context } from '../../cdk.json';
import { dryRunApp } from '../../lib/constructs/plugin/dry-run-app';
import { onceFor } from '../../lib/core/once-for';
import { expectGolden } from '../support/golden';
import { builds } from '../support/builds';

type Build = (stack: Stack) => void;

function synth(build: Build, flags: object = {}): { app: App; assembly: CloudAssembly } {
  const app = new App({ context: { ...flags } });
  build(new Stack(app, 'Shop'));
  return { app, assembly: app.synth() };
}

/** Without feature flags, once for all tests. */
const plain = onceFor((build: Build) => synth(build));

/** Our defaults float: a construct of ours with its defaults yields no finding, of whatever level. */
function expectToFloat({ app, assembly }: ReturnType<typeof synth>): void {
  const { report, broken } = dryRunApp(app, [assembly.directory]);
  expect(broken).toEqual([]);
  expect(report.findings).toEqual([]);
}

test.each(builds)('%s floats, is the same each time, in any region and partition, and knows nothing of this machine', (_, build) => {
  const made = plain(build);
  expectToFloat(made);
  const [once, again] = [made, synth(build)].map(({ assembly }) => JSON.stringify(assembly.stacks.map(({ template }) => template as unknown)));
  const known = once?.replaceAll(/[a-f0-9]{64}/g, '') ?? '';
  expect(once).toBe(again);
  expect(known).not.toContain(process.cwd());
  expect(known).not.toMatch(/arn:aws:|[a-z]{2}-(east|west|north|south|central)-\d/);
});

// CloudFormation replaces what gets another logical id: whoever changes these replaces resources of everybody who updates.
test('logical ids stay as they are written down', () => {
  const lines = builds.flatMap(([name, build]) => [name, ...plain(build).assembly.stacks.flatMap(idsIn)]);
  expectGolden(join(__dirname, 'logical-ids.txt'), `${lines.join('\n')}\n`);
});

test.each(builds)('%s floats with the feature flags of cdk init, and the validator of aws-cdk-lib has nothing against it', (_, build) => {
  process.env.CDK_VALIDATION = 'true';
  const printed = jest.spyOn(console, 'error').mockImplementation();
  const made = synth(build, context), { calls } = printed.mock;
  printed.mockRestore();
  expect(calls).toEqual([]);
  expectToFloat(made);
}, 30_000);

function idsIn({ stackName, template }: CloudAssembly['stacks'][number]): readonly string[] {
  const { Resources: resources } = template as { Resources: Record<string, { Type: string }> };
  return Object.entries(resources).filter(([, { Type }]) => /^AWS::(ECS|ElasticLoadBalancingV2|Scheduler|AutoScaling|ApplicationAutoScaling|EFS|IAM|Logs|CodeDeploy)::/.test(Type))
    .map(([id, { Type }]) => `  ${stackName} ${id} ${Type}`);
}
