import { join } from 'node:path';
import { App, Stack } from 'aws-cdk-lib';
import { expectGolden } from '../support/golden';
import { builds } from '../support/builds';

function templatesOf(build: (stack: Stack) => void): readonly { stack: string; template: { Resources: Record<string, { Type: string }> } }[] {
  const app = new App();
  build(new Stack(app, 'Shop'));
  return app.synth().stacks.map(({ stackName, template }) => ({ stack: stackName, template: template as { Resources: Record<string, { Type: string }> } }));
}

// CloudFormation replaces what gets another logical id: whoever changes these replaces resources of everybody who updates.
test('logical ids stay as they are written down', () => {
  const text = builds.map(([name, build]) => {
    const lines = templatesOf(build).flatMap(({ stack, template }) => Object.entries(template.Resources)
      .filter(([, { Type }]) => /^AWS::(ECS|ElasticLoadBalancingV2|Scheduler|AutoScaling|ApplicationAutoScaling|EFS|IAM|Logs|CodeDeploy)::/.test(Type)).map(([id, { Type }]) => `  ${stack} ${id} ${Type}`));
    return [name, ...lines].join('\n');
  }).join('\n');
  expectGolden(join(__dirname, 'logical-ids.txt'), `${text}\n`);
});

test.each(builds)('%s is the same each time, in any region and partition, and knows nothing of this machine', (_, build) => {
  const [once, again] = [templatesOf(build), templatesOf(build)].map(templates => JSON.stringify(templates)), known = once?.replaceAll(/[a-f0-9]{64}/g, '') ?? '';
  expect(once).toBe(again);
  expect(known).not.toContain(process.cwd());
  expect(known).not.toMatch(/arn:aws:|[a-z]{2}-(east|west|north|south|central)-\d/);
});
