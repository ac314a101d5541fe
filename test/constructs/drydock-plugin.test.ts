import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { App, CfnParameter, NestedStack, Stack, Stage, Validations, type AppProps } from 'aws-cdk-lib';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import { Drydock, type DrydockOptions } from '../../lib/index';

const rule = 'Drydock::fargate-task-size';

/** What the CDK wrote down of a synthesis, which must not throw. */
function plugin(app: App): Record<string, unknown> & { violations: { violatingConstructs: { constructPath: string; stackTraces: string[] }[] }[] } {
  const { pluginReports } = JSON.parse(readFileSync(join(app.synth().directory, 'validation-report.json'), 'utf8')) as { pluginReports: { pluginName: string }[] };
  return pluginReports.find(({ pluginName }) => pluginName === 'Drydock') as never;
}

/** A task definition of a size that Fargate does not offer, 256 CPU units with 4 GB. */
function oversized(stack: Stack, memoryLimitMiB = 4096): ecs.FargateTaskDefinition {
  const task = new ecs.FargateTaskDefinition(stack, 'Task', { cpu: 256, memoryLimitMiB });
  task.addContainer('app', { image: ecs.ContainerImage.fromRegistry('busybox') });
  return task;
}

function attached(options?: DrydockOptions, props?: AppProps): App {
  const app = new App(props);
  Drydock.attach(app, options);
  return app;
}

// Where a synthesis has violations and goes on, the CDK prints them.
beforeEach(() => { jest.spyOn(console, 'error').mockImplementation(); });
afterEach(() => { jest.restoreAllMocks(); });

/** What the CDK says when it refuses to synthesize. Empty when it does not. */
function refusal(app: App): string {
  try {
    app.synth({ force: true });
    return '';
  } catch (error) {
    return (error as Error).message;
  }
}

test('an app that sinks does not synthesize, and the message says where, why, and what to change', () => {
  const app = attached();
  oversized(new Stack(app, 'Shop'));
  const text = refusal(app);
  expect(text).toContain('drydock-plugin.test.ts:');
  expect(text).toContain('Fargate offers no task of this size. With 256 CPU units Fargate offers 512, 1024, 2048 MiB, not 4096.');
  expect(text).toContain('Shop/Task/Resource (');
  expect(text).toContain("Suggested fix: Memory: '2048'");
  expect(text).toContain(`Acknowledge with '${rule}'`);
});

test('an app that floats synthesizes, as often as one likes', () => {
  const app = attached();
  oversized(new Stack(app, 'Shop'), 512);
  expect(app.synth().stacks).toHaveLength(1);
  expect(app.synth({ force: true }).stacks).toHaveLength(1);
});

test.each<[string, (app: App) => Stack]>([
  ['a stage', app => new Stack(new Stage(app, 'Prod'), 'Shop')],
  ['a stage in a stage', app => new Stack(new Stage(new Stage(app, 'Prod'), 'Eu'), 'Shop')],
  ['a nested stack', app => new NestedStack(new Stack(app, 'Shop'), 'Tasks')],
])('stacks in %s are dry-run too', (_, make) => {
  const app = attached();
  oversized(make(app));
  expect(refusal(app)).toContain('Task/Resource (');
});

test('a stage is dry-run for itself', () => {
  const app = new App(), good = new Stage(app, 'Good'), bad = new Stage(app, 'Bad');
  oversized(new Stack(good, 'Shop'), 512);
  oversized(new Stack(bad, 'Shop'));
  Drydock.attach(good);
  expect(refusal(app)).toBe('');
  Drydock.attach(bad);
  expect(refusal(app)).toContain('Bad/Shop/Task/Resource (');
});

test.each<[string, (task: ecs.FargateTaskDefinition) => Stack | Stage | ecs.FargateTaskDefinition]>([
  ['the construct', task => task],
  ['its stack', task => Stack.of(task)],
  ['its stage', task => Stage.of(task) as Stage],
  ['the app', task => task.node.root as App],
])('what is acknowledged at %s stays in the report, and stops nothing', (_, scopeOf) => {
  const app = attached();
  const task = oversized(new Stack(new Stage(app, 'Prod'), 'Shop'));
  Validations.of(scopeOf(task)).acknowledge({ id: 'CdkNag::Something', reason: 'not ours' }, { id: rule, reason: 'the sizes are set in June' });
  expect(plugin(app)).toMatchObject({ conclusion: 'success', violations: [], suppressedViolations: [{ ruleName: 'fargate-task-size', reason: 'the sizes are set in June' }] });
});

test('an acknowledgement that is one of several at a construct counts in the assembly as well', () => {
  const app = attached();
  const task = oversized(new Stack(app, 'Shop'));
  Validations.of(task).acknowledge({ id: 'Drydock::no-such-rule', reason: 'a slip' });
  Validations.of(task).acknowledge({ id: rule, reason: 'the sizes are set in June' });
  expect(plugin(app)).toMatchObject({ conclusion: 'success', violations: [{ ruleName: 'acknowledgement' }] });
});

test.each<[DrydockOptions, boolean]>([
  [{}, true],
  [{ failOn: 'warning' }, true],
  [{ failOn: 'never' }, false],
])('with %j an error stops the synthesis: %p', (options, stops) => {
  const app = attached(options);
  oversized(new Stack(app, 'Shop'));
  if (stops) expect(refusal(app)).toContain('ERROR Fargate offers no task of this size');
  else expect(plugin(app)).toMatchObject({ conclusion: 'success', violations: [{ severity: 'warning' }] });
});

test('a warning stops the synthesis where it is told to, whatever is acknowledged beside it', () => {
  const app = attached({ failOn: 'warning' });
  const task = oversized(new Stack(app, 'Shop'));
  Validations.of(task).acknowledge({ id: rule, reason: 'the sizes are set in June' }, { id: 'Drydock::no-such-rule', reason: 'a slip' });
  expect(refusal(app)).toContain("Acknowledge with 'Drydock::acknowledgement'");
});

test('parameters are given as on the command line', () => {
  const size = (parameters: Record<string, string>) => {
    const app = attached({ parameters }), stack = new Stack(app, 'Shop');
    const memory = new CfnParameter(stack, 'TaskMemory', { type: 'Number' });
    oversized(stack, memory.valueAsNumber);
    return app;
  };
  expect(refusal(size({ TaskMemory: '4096' }))).toContain('Fargate offers no task of this size');
  expect(refusal(size({ TaskMemory: '2048' }))).toBe('');
  expect(refusal(size({ TaskMemroy: '2048' }))).toContain('No template declares a parameter TaskMemroy. Did you mean TaskMemory?');
});

test('a configuration that is named has to be there', () => {
  const app = attached({ config: 'no-such-drydock.json' });
  oversized(new Stack(app, 'Shop'), 512);
  expect(refusal(app)).toContain('There is no no-such-drydock.json.');
});

test.each<[object, string]>([
  [{ scenarios: ['zone-lost'] }, 'Drydock: scenarios is no option. There is config, parameters, region and failOn.'],
  [{ region: 'Ireland' }, "Drydock: region is 'Ireland'."],
  [{ failOn: 'errors' }, "Drydock: failOn is \"errors\". Give 'error', 'warning' or 'never'."],
])('%j is refused where it is written', (options, message) => {
  expect(() => attached(options as DrydockOptions)).toThrow(message);
});

test('a plugin that breaks is a failure that cannot be acknowledged, and never a pass', () => {
  let reads = 0;
  const app = attached({ get config() { if (reads++ > 0) throw new Error('broken in the test'); return undefined; } });
  Validations.of(app).acknowledge({ id: 'Drydock::no-verdict', reason: 'we would like that' });
  oversized(new Stack(app, 'Shop'), 512);
  expect(refusal(app)).toMatch(/FATAL this is a bug in Drydock .*\nError: broken in the test/);
});
