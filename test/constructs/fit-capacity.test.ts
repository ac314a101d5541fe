import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { App, CfnParameter, NestedStack, Stack, type Environment } from 'aws-cdk-lib';
import { Annotations, Match, Template } from 'aws-cdk-lib/assertions';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import { Cluster, DaemonService, Ec2Service, ScheduledTask, type Ec2ServiceProps, type FitCapacityProps } from '../../lib/index';
import type { KeptChoice } from '../../lib/constructs/capacity/fleet-file';
import { dryRunApp } from '../../lib/constructs/plugin/dry-run-app';
import { folderOf } from '../support/folder';
import { nginx, only } from '../support/shop';

const m6i = { allowedInstanceTypes: ['m6i.*'] }, env: Environment = { region: 'us-east-1' };

/** A file for choices, with what it holds to begin with. */
function fleetFile(kept?: Readonly<Record<string, unknown>>): string {
  const file = join(folderOf({}), 'drydock.fleet.json');
  if (kept) writeFileSync(file, JSON.stringify(kept));
  return file;
}

function choicesIn(file: string): Record<string, KeptChoice> {
  return JSON.parse(readFileSync(file, 'utf8')) as Record<string, KeptChoice>;
}

/** A stack with four tasks of 3 GB on a group `fleet` that is fitted to them. */
function fitted(props: FitCapacityProps = m6i, service: Partial<Ec2ServiceProps> = {}, context: Readonly<Record<string, unknown>> = {}): Stack {
  const stack = new Stack(new App({ context }), 'Shop', { env }), cluster = new Cluster(stack, 'Cluster');
  new Ec2Service(stack, 'Web', { cluster, capacity: [{ provider: cluster.fitCapacity('fleet', props) }], memory: 3000, desiredCount: 4, container: nginx, ...service });
  return stack;
}

/** As `2–3 m6i.large`. */
function launched(stack: Stack): string {
  const { Properties: { MinSize, MaxSize } } = only(stack, 'AWS::AutoScaling::AutoScalingGroup'), { Properties: { LaunchTemplateData } } = only(stack, 'AWS::EC2::LaunchTemplate');
  return `${MinSize as string}–${MaxSize as string} ${(LaunchTemplateData as { InstanceType: string }).InstanceType}`;
}

const path = 'Shop/Cluster/fleet';

test('types and number are those that all tasks have a place on, and what comes of it floats', () => {
  const stack = fitted(), app = stack.node.root as App;
  expect(launched(stack)).toBe('2–3 m6i.large');
  expect(dryRunApp(app, [app.synth().directory]).report.findings).toEqual([]);
});

test('why is told, and kept with the choice', () => {
  const file = fleetFile(), stack = fitted(m6i, {}, { 'drydock:fleet-file': file });
  Template.fromStack(stack);
  expect(choicesIn(file)[path]).toEqual({
    instanceTypes: ['m6i.large'], minCapacity: 2, maxCapacity: 3,
    why: '2 × m6i.large for 140.16 USD a month is the least of 9 types (on-demand prices of us-east-1, 2026-07-20). With 1, 2 tasks of Shop/Web would find no place for want of memory. '
      + 'Up to 3 may be launched: with 2, an update of Shop/Web could not go on for want of memory. Next would be 2 × m6i.xlarge for 280.32 USD.',
    asked: { region: 'us-east-1', ...m6i },
  });
  Annotations.fromStack(stack).hasInfo(`/${path}`, Match.stringLikeRegexp('^2 × m6i.large for 140.16 USD a month .* until asked anew\\.$'));
});

describe('a choice that is kept', () => {
  const asked = { region: 'us-east-1', ...m6i };
  const larger = { [path]: { instanceTypes: ['m6i.xlarge'], minCapacity: 3, maxCapacity: 9, why: 'once the cheapest', asked } };

  test('stays, whatever would be chosen now', () => {
    const file = fleetFile(larger), stack = fitted(m6i, {}, { 'drydock:fleet-file': file });
    expect(launched(stack)).toBe('3–9 m6i.xlarge');
    expect(choicesIn(file)).toEqual(larger);
    Annotations.fromStack(stack).hasNoWarning('*', Match.anyValue());
  });

  test('stays when it does not hold any more; then the app is told so, and how to choose anew, and the dry run finds what is missing', () => {
    const stack = fitted(m6i, { memory: 12_000, desiredCount: 10 }, { 'drydock:fleet-file': fleetFile(larger) }), app = stack.node.root as App;
    expect(launched(stack)).toBe('3–9 m6i.xlarge');
    Annotations.fromStack(stack).hasWarning(`/${path}`, Match.stringLikeRegexp(`^What was chosen for ${path} \\(3 to 9 of m6i.xlarge\\) does not hold any more: 1 task of Shop/Web would find no place for want of memory. `
      + `It stays until asked anew: synthesize with --context drydock:refit=true, or delete '${path}' in `));
    expect(dryRunApp(app, [app.synth().directory]).report.findings.map(({ rule }) => rule)).toContain('task-placement');
  });

  test.each([['asked of all', 'true'], ['asked of this one', path]])('goes when another is asked for: %s', (_, refit) => {
    const file = fleetFile({ ...larger, 'Another/Fleet': larger[path] });
    expect(launched(fitted(m6i, {}, { 'drydock:fleet-file': file, 'drydock:refit': refit }))).toBe('2–3 m6i.large');
    expect(choicesIn(file)).toEqual({ 'Another/Fleet': larger[path], [path]: expect.objectContaining({ instanceTypes: ['m6i.large'] }) as KeptChoice });
  });

  test('goes when something else is asked for', () => {
    expect(launched(fitted({ allowedInstanceTypes: ['m7i.*'] }, {}, { 'drydock:fleet-file': fleetFile(larger) }))).toBe('2–3 m7i.large');
  });

  test.each([['no JSON', '{'], ['no object', '[]'], ['no choice', JSON.stringify({ [path]: { instanceTypes: [] } })]])('in a file that holds %s is refused', (_, text) => {
    const file = fleetFile();
    writeFileSync(file, text);
    expect(() => launched(fitted(m6i, {}, { 'drydock:fleet-file': file }))).toThrow(/drydock\.fleet\.json cannot be read: .* Repair it, or delete it to choose anew\./);
  });
});

test('a program that is no command writes no file', () => {
  expect(launched(fitted())).toBe('2–3 m6i.large');
  expect(existsSync('drydock.fleet.json')).toBe(false);
});

test('on Spot EC2 chooses among several types, and only among those that there are', () => {
  const typesOf = (props: FitCapacityProps) => JSON.stringify((only(fitted(props), 'AWS::AutoScaling::AutoScalingGroup').Properties['MixedInstancesPolicy'] as { LaunchTemplate: { Overrides: unknown } }).LaunchTemplate.Overrides);
  expect(typesOf({ spot: true, allowedInstanceTypes: ['m6i.*', 'm5.*'] })).toBe('[{"InstanceType":"m6i.large"},{"InstanceType":"m5.large"},{"InstanceType":"m6i.xlarge"},{"InstanceType":"m5.xlarge"}]');
  expect(typesOf({ typeCount: 3, allowedInstanceTypes: ['m6i.large'] })).toBe('[{"InstanceType":"m6i.large"}]');
});

test('processor, GPUs and what is kept free are as they are asked for', () => {
  expect(launched(fitted({ architecture: ec2.InstanceArchitecture.ARM_64, allowedInstanceTypes: ['m7g.large', 'm7i.large'] }))).toBe('2–3 m7g.large');
  expect(launched(fitted({ gpu: true, allowedInstanceTypes: ['g5.*'] }, { memory: 3000, container: { ...nginx, gpuCount: 1 }, minHealthyPercent: 50, maxHealthyPercent: 100 }))).toBe('4–4 g5.xlarge');
  expect(launched(fitted({ ...m6i, targetCapacityPercent: 50 }))).toBe('4–4 m6i.large');
});

test('services in stacks of their own, also nested ones, and daemons are counted', () => {
  const app = new App(), stack = new Stack(app, 'Shop', { env }), cluster = new Cluster(stack, 'Cluster'), fleet = cluster.fitCapacity('fleet', { allowedInstanceTypes: ['m6i.large'] });
  new DaemonService(stack, 'Agent', { cluster, memory: 2000, container: nginx });
  for (const [i, scope] of [new Stack(app, 'Other', { env }), new NestedStack(stack, 'Nested')].entries()) new Ec2Service(scope, `Web${i}`, { cluster, capacity: [{ provider: fleet }], memory: 3000, desiredCount: 2, container: nginx });
  expect(launched(stack)).toBe('4–5 m6i.large');
});

test('a task that is started by the clock has a place too', () => {
  const stack = fitted({ allowedInstanceTypes: ['m6i.*'] }, { memory: 300 });
  expect(launched(stack)).toBe('2–2 m6i.large');
  const other = fitted({ allowedInstanceTypes: ['m6i.*'] }, { memory: 300 }), cluster = other.node.findChild('Cluster') as Cluster;
  new ScheduledTask(other, 'Report', { cluster, capacity: [{ provider: 'fleet' }], memory: 20_000, container: { image: nginx.image }, schedule: 'rate(1 day)' });
  expect(launched(other)).toBe('2–2 m6i.2xlarge');
});

test('two groups are fitted each to what runs on it', () => {
  const stack = new Stack(new App(), 'Shop', { env }), cluster = new Cluster(stack, 'Cluster');
  for (const [id, memory] of [['small', 3000], ['large', 14_000]] as const) {
    new Ec2Service(stack, `On${id}`, { cluster, capacity: [{ provider: cluster.fitCapacity(id, m6i) }], memory, container: { image: nginx.image } });
  }
  const templates = Object.values(Template.fromStack(stack).findResources('AWS::EC2::LaunchTemplate')) as { Properties: { LaunchTemplateData: { InstanceType: string } } }[];
  expect(templates.map(({ Properties: { LaunchTemplateData } }) => LaunchTemplateData.InstanceType)).toEqual(['m6i.large', 'm6i.xlarge']);
});

test.each<[string, FitCapacityProps, Partial<Ec2ServiceProps>, string]>([
  ['room for no task', m6i, { memory: 900_000 }, 'Shop/Cluster/fleet: no instance type takes all that runs on it. A task of Shop/Web asks for 900000 MiB of memory, and 9 types have at most '],
  ['no driver for GPUs', { allowedInstanceTypes: ['g5.*'] }, { container: { ...nginx, gpuCount: 1 } }, 'A task of Shop/Web asks for 1 GPU, and 8 types have at most 0 GPUs. Give gpu: true, so that the image has drivers.'],
  ['no type that is allowed', { allowedInstanceTypes: ['m7g.*'] }, {}, 'Shop/Cluster/fleet: us-east-1 has no instance type for x86_64 that is allowed by m7g.*. Allow others.'],
])('where there is %s the app fails, and says why', (_, props, service, message) => {
  expect(() => launched(fitted(props, service))).toThrow(message);
});

test('what nobody can count is named', () => {
  const stack = new Stack(new App(), 'Shop', { env }), cluster = new Cluster(stack, 'Cluster'), desiredCount = new CfnParameter(stack, 'Tasks', { type: 'Number' }).valueAsNumber;
  new Ec2Service(stack, 'Web', { cluster, capacity: [{ provider: cluster.fitCapacity('fleet') }], memory: 300, desiredCount, container: nginx });
  expect(() => Template.fromStack(stack)).toThrow("Shop/Cluster/fleet: the tasks of Shop/Web cannot be counted: parameter Tasks has no value here and no default. Give what is known when the app is synthesized, or make CapacityProvider.ec2('fleet', …).");
});

test('a group on which nothing runs is refused', () => {
  const stack = new Stack(new App(), 'Shop', { env });
  new Cluster(stack, 'Cluster').fitCapacity('fleet');
  expect(() => Template.fromStack(stack)).toThrow("Shop/Cluster/fleet: nothing runs on it, so that nothing can be chosen for it. Let a service of the cluster run on it: capacity: [{ provider: 'fleet' }].");
});

test.each<[string, FitCapacityProps, string]>([
  ['types', { region: 'us-east-1', instanceTypes: ['m6i.large'] }, "Shop/Cluster/fleet: fitCapacity chooses types and number of the instances by what runs on them, so that instanceTypes has nothing to say. Leave it out, or make CapacityProvider.ec2('fleet', …)."],
  ['half a type', { region: 'us-east-1', typeCount: 1.5 }, 'Shop/Cluster/fleet: typeCount is 1.5. Give a whole number from 1.'],
  ['Windows', { region: 'us-east-1', operatingSystem: 'windows-2022-core' }, "Shop/Cluster/fleet: operatingSystem is windows-2022-core, and prices are known for Linux alone. Make CapacityProvider.ec2('fleet', …)."],
  ['no region', {}, "Shop/Cluster/fleet: types and prices differ from region to region, and the stack does not say its own. Give the stack an env with a region, or fitCapacity the region of which they are compared: { region: 'eu-west-1' }."],
  ['a region that is none', { region: 'mars-north-1' }, "Shop/Cluster/fleet: nothing is known of the instance types of region 'mars-north-1'. Give the region of which types and prices are compared, as { region: 'eu-west-1' }."],
])('%s is refused at once', (_, props, message) => {
  expect(() => new Cluster(new Stack(new App(), 'Shop'), 'Cluster').fitCapacity('fleet', props)).toThrow(message);
});
