import { readInputs } from '../../lib/assembly/read-inputs';
import type { ReadOptions } from '../../lib/assembly/reading';
import { InputError } from '../../lib/finding/input-error';
import { Deployment } from '../../lib/template/deployment';
import { folderOf } from '../support/folder';

const topic = 'Resources: { Topic: { Type: AWS::SNS::Topic } }';

function read(files: Readonly<Record<string, string | Uint8Array>>, paths: readonly string[], options: Partial<ReadOptions> = {}) {
  return readInputs(paths, { workingDirectory: folderOf(files), ...options });
}

/** Names of the stacks, deployment by deployment. */
function stacks({ deployments }: ReturnType<typeof readInputs>): string[][] {
  return deployments.map(inputs => inputs.map(input => input.name));
}

test('templates that are named together are one deployment, each stack named by the stem of its file', () => {
  const inputs = read({ 'shop.yaml': topic, 'infra/net.template.json': '{"Resources": {}}', 'web.template': topic }, ['shop.yaml', 'infra/net.template.json', 'web.template']);
  expect(stacks(inputs)).toEqual([['shop', 'net', 'web']]);
  expect(inputs.deployments[0]?.map(input => input.document.file)).toEqual(['shop.yaml', 'infra/net.template.json', 'web.template']);
  expect(inputs.notes).toEqual([]);
});

test.each<[string, string, readonly string[]]>([
  ['a.yaml', 'Resources:\n  Topic: { Type: AWS::SNS::Topic }\n  Other: { Type: AWS::SNS::Topic, Type: AWS::SQS::Queue }\n  Topic: { Type: AWS::SQS::Queue }\n', [
    'a.yaml:3:35 Type stands in the same map on line 3 already. CloudFormation takes the last.',
    'a.yaml:4:3 Topic stands in the same map on line 2 already. CloudFormation takes the last.',
  ]],
  ['a.json', '{"Resources": {\n"Topic": {"Type": "AWS::SNS::Topic"},\n"T\\u006fpic": {"Type": "AWS::SQS::Queue", "Properties": {"a": ["\\"a\\": {", ":", {"a": 1}]}}}}', [
    'a.json:3:1 Topic stands in the same map on line 2 already. CloudFormation takes the last.',
  ]],
  ['b.yaml', `Resources:\n  Topic: { Type: AWS::SNS::Topic }\n${'  Queue: { Type: AWS::SQS::Queue }\n'.repeat(14)}`, [
    ...Array.from({ length: 10 }, (_, i) => `b.yaml:${i + 4}:3 Queue stands in the same map on line ${i + 3} already. CloudFormation takes the last.`),
    'In b.yaml 3 more keys stand in a map that has them already.',
  ]],
  ['c.yaml', 'Base: &base { Type: AWS::SNS::Topic }\nResources: { Topic: { <<: *base, <<: *base, Type: AWS::SQS::Queue }, Again: *base }', []],
])('a key that stands twice in a map of %s is noted with both its lines, and the last counts', (file, text, notes) => {
  const inputs = read({ [file]: text }, [file]);
  expect(inputs.notes).toEqual(notes);
  expect(Object.values(inputs.deployments[0]?.[0]?.document.root['Resources'] ?? {}).map(resource => (resource as { Type: string }).Type)).toContain(notes.length > 0 ? 'AWS::SQS::Queue' : 'AWS::SNS::Topic');
});

test('a template that is named twice is read once', () => {
  expect(stacks(read({ 'shop.yaml': topic }, ['shop.yaml', '.', './shop.yaml']))).toEqual([['shop']]);
});

test('of a folder the templates are read; what is no template is skipped with a note, and folders within are left alone', () => {
  const inputs = read({
    'templates/b.yaml': topic, 'templates/a.json': '{"Resources": {}}', 'templates/deeper/c.yaml': topic,
    'templates/package.json': '{"name": "shop"}', 'templates/readme.md': 'Resources', 'templates/.hidden.yaml': topic,
  }, ['templates']);
  expect(stacks(inputs)).toEqual([['a', 'b']]);
  expect(inputs.notes).toEqual(['Skipped: templates/package.json is not a CloudFormation template: it has no Resources.']);
});

test('an AppSpec file in a folder is no template', () => {
  const inputs = read({ 'a.yaml': topic, 'appspec.yaml': 'version: 0.0\nResources:\n  - TargetService: { Type: AWS::ECS::Service }' }, ['.']);
  expect(stacks(inputs)).toEqual([['a']]);
  expect(inputs.notes).toEqual(['Skipped: appspec.yaml is not a CloudFormation template: its Resources are a list, not a map.']);
});

test('a template in a folder that is broken is not skipped', () => {
  expect(() => read({ 'a.yaml': topic, 'b.json': '{"Resources": {"T": {"Type": "AWS::SNS::Topic"}' }, ['.'])).toThrow(InputError);
});

test('region and account hold for all stacks, parameters for those that declare them', () => {
  const options = { region: 'eu-west-1', account: '123456789012', parameters: new Map([['Size', '512']]) };
  const [inputs = []] = read({ 'a.yaml': `Parameters: { Size: { Type: Number } }\n${topic}`, 'b.yaml': topic }, ['a.yaml', 'b.yaml'], options).deployments;
  expect(inputs).toMatchObject([options, options]);
});

test('a parameter that no template declares is refused, with the one that was most likely meant', () => {
  const files = { 'a.yaml': `Parameters: { TaskMemory: { Type: Number } }\n${topic}` };
  expect(() => read(files, ['a.yaml'], { parameters: new Map([['TaskMemry', '512']]) }))
    .toThrow(new InputError('No template declares a parameter TaskMemry. Did you mean TaskMemory?'));
});

describe('stacks that are in each other\'s way', () => {
  const exporting = 'Resources: {}\nOutputs: { Vpc: { Value: vpc-1, Export: { Name: shop-vpc } } }';

  test('two of one name are checked alone', () => {
    const inputs = read({ 'a/web.yaml': topic, 'b/web.yaml': topic, 'c.yaml': topic }, ['a/web.yaml', 'b/web.yaml', 'c.yaml']);
    expect(stacks(inputs)).toEqual([['web'], ['web'], ['c']]);
    expect(inputs.notes).toEqual(['a/web.yaml and b/web.yaml are both stack web, so each is checked alone.']);
  });

  test('two that export one name are checked alone, also in a folder', () => {
    const inputs = read({ 'a.yaml': exporting, 'b.yaml': exporting }, ['.']);
    expect(stacks(inputs)).toEqual([['a'], ['b']]);
    expect(inputs.notes).toEqual(['a.yaml and b.yaml both export shop-vpc, so each is checked alone.']);
  });

  test('folders that are in each other\'s way are taken apart, and stay together within', () => {
    const inputs = read({ 'dev/net.yaml': exporting, 'dev/web.yaml': topic, 'prod/net.yaml': exporting, 'prod/web.yaml': topic }, ['dev', 'prod']);
    expect(stacks(inputs)).toEqual([['net', 'web'], ['net', 'web']]);
  });
});

describe('nested stacks of hand-written templates', () => {
  const nesting = (url: string): string => `Resources: { Net: { Type: AWS::CloudFormation::Stack, Properties: { TemplateURL: ${url} } } }`;

  test('hang where a relative TemplateURL leads, and are not deployed for themselves', () => {
    const inputs = read({ 'app.yaml': nesting('./modules/net.yaml'), 'modules/net.yaml': nesting('deeper.yaml'), 'modules/deeper.yaml': topic }, ['app.yaml'],
      { region: 'eu-west-1', parameters: new Map() });
    expect(stacks(inputs)).toEqual([['app', 'app/Net', 'app/Net/Net']]);
    expect(inputs.deployments[0]?.[1]).toMatchObject({ nestedIn: { stack: 'app', resource: 'Net' }, region: 'eu-west-1', document: { file: 'modules/net.yaml' } });
    expect(stacks(read({ 'a.yaml': topic, 'b.yaml': nesting('a.yaml') }, ['.']))).toEqual([['b', 'b/Net']]);
  });

  test('hang by the end of their URL when one named template has it', () => {
    const files = { 'app.yaml': nesting('!Sub "https://${Bucket}.s3.amazonaws.com/v1/net.yaml"'), 'infra/net.yaml': topic };
    expect(stacks(read(files, ['app.yaml', 'infra/net.yaml']))).toEqual([['app', 'app/Net']]);
    expect(stacks(read(files, ['app.yaml']))).toEqual([['app']]);
  });

  const nested = 'Parameters: { Zone: { Type: String } }\nResources: {}', url = "'https://s3.amazonaws.com/bucket/v1/modules/net.yaml'";
  const passing = (parameters: string, templateUrl = url): string =>
    `Resources: { Net: { Type: AWS::CloudFormation::Stack, Properties: { TemplateURL: ${templateUrl}, Parameters: ${parameters} } } }`;

  test.each<[string, Record<string, string>, string[], string]>([
    ['where a copy of it lies beside', { 'app.yaml': passing('{ Zone: a }'), 'net.yaml': nested }, ['app', 'app/Net'], 'Net in app.yaml is taken to have its template from net.yaml.'],
    ['where most of the URL leads', { 'app.yaml': passing('{ Zone: a }'), 'net.yaml': nested, 'modules/net.yaml': nested }, ['app', 'app/Net'], 'Net in app.yaml is taken to have its template from modules/net.yaml.'],
    ['not where it does not take what is passed', { 'app.yaml': passing('{ Zone: a, Size: 1 }'), 'net.yaml': nested }, ['app'], ''],
    ['not where it is no template', { 'app.yaml': passing('{ Zone: a }'), 'net.yaml': 'none' }, ['app'], ''],
    ['not where the name is open', { 'app.yaml': passing('{ Zone: a }', "!Sub 'https://s3.amazonaws.com/${AWS::AccountId}net.yaml'"), 'net.yaml': nested }, ['app'], ''],
  ])('hang by the end of their URL %s', (_, files, expected, note) => {
    const inputs = read(files, ['app.yaml']);
    expect(stacks(inputs)).toEqual([expected]);
    expect(inputs.notes.join()).toBe(note);
  });

  test('hang by no URL that leads to two', () => {
    const inputs = read({ 'app.yaml': passing('{ Zone: a }'), 'one/net.yaml': nested, 'two/net.yaml': nested }, ['app.yaml', 'one/net.yaml', 'two/net.yaml']);
    expect(inputs.notes[0]).toBe('Net in app.yaml may take its template from one/net.yaml or two/net.yaml, so from neither.');
  });

  test('hang by what the stacks around pass', () => {
    const inner = "Parameters: { Base: { Type: String } }\nResources: { Net: { Type: AWS::CloudFormation::Stack, Properties: { TemplateURL: !Sub '${Base}/net.yaml' } } }";
    const inputs = read({ 'app.yaml': "Resources: { In: { Type: AWS::CloudFormation::Stack, Properties: { TemplateURL: inner.yaml, Parameters: { Base: ./modules } } } }", 'inner.yaml': inner, 'modules/net.yaml': topic }, ['app.yaml']);
    expect(stacks(inputs)).toEqual([['app', 'app/In', 'app/In/Net']]);
  });

  test('are as many as resources create them, also of one template', () => {
    const inputs = read({ 'app.yaml': "Resources:\n" + ['A', 'B'].map(id => `  ${id}: { Type: AWS::CloudFormation::Stack, Properties: { TemplateURL: net.yaml, Parameters: { Zone: ${id} } } }`).join('\n'), 'net.yaml': nested }, ['.']);
    expect(stacks(inputs)).toEqual([['app', 'app/A', 'app/B']]);
  });

  test('are not looked for outside of what was named', () => {
    const inputs = read({ 'a/app.yaml': nesting('../b/net.yaml'), 'b/net.yaml': topic }, ['a/app.yaml']);
    expect(stacks(inputs)).toEqual([['app']]);
    expect(inputs.notes).toEqual(['Net in a/app.yaml takes its template from ../b/net.yaml, outside of a. Name that template too, to have it read.']);
    expect(stacks(read({ 'a/app.yaml': nesting('../b/net.yaml'), 'b/net.yaml': topic }, ['a/app.yaml', 'b/net.yaml']))).toEqual([['app', 'app/Net']]);
    expect(stacks(read({ 'app.yaml': nesting('/etc/passwd') }, ['app.yaml']))).toEqual([['app']]);
  });

  test('that are not there are noted', () => {
    expect(read({ 'app.yaml': nesting('net.yaml') }, ['app.yaml']).notes).toEqual(['Net in app.yaml takes its template from net.yaml, which is not there.']);
  });

  test('end where they would nest themselves', () => {
    const inputs = read({ 'a.yaml': nesting('b.yaml'), 'b.yaml': nesting('a.yaml') }, ['.']);
    expect(stacks(inputs)).toEqual([['a', 'a/Net']]);
    expect(inputs.notes).toEqual(['Net in b.yaml nests a stack in itself; that is not followed.']);
  });
});

test.each<[string, string | Uint8Array, string]>([
  ['a file without content', ' \n', 'a.yaml is empty.'],
  ['UTF-16', Buffer.from('\ufeffResources: {}', 'utf16le'), 'a.yaml is UTF-16 text. Save it as UTF-8.'],
  ['Latin-1', Buffer.from('# caf\xe9', 'latin1'), 'a.yaml is not UTF-8 text. Save it as UTF-8.'],
  ['bytes that are no text', Uint8Array.of(0x7f, 0x45, 0x4c, 0x46, 0, 0), 'a.yaml is no text.'],
  ['50 MB', Buffer.alloc(50_000_000, 'a'), 'a.yaml is no template: it has 50 MB. CloudFormation takes 1 MB, and Drydock reads up to 5.'],
])('%s is refused in words', (_, content, message) => {
  expect(() => read({ 'a.yaml': content }, ['a.yaml'])).toThrow(new InputError(message));
});

test('what is not there, and a folder without templates, are refused in words', () => {
  expect(() => read({}, ['nowhere.yaml'])).toThrow(new InputError('There is no nowhere.yaml.'));
  expect(() => read({ 'empty/readme.md': '' }, ['empty'])).toThrow(new InputError('The folder empty holds no template.'));
  expect(() => read({ 'app/cdk.json': '{}', 'app/cdk.out/manifest.json': '{}' }, ['app'])).toThrow(new InputError('The folder app holds no template. Did you mean app/cdk.out?'));
});

test('a byte order mark and carriage returns are no trouble', () => {
  const inputs = read({ 'a.yaml': '\ufeffResources:\r\n  Topic:\r\n    Type: AWS::SNS::Topic\r\n' }, ['a.yaml']);
  const [input] = inputs.deployments[0] ?? [];
  expect(new Deployment(inputs.deployments[0] ?? []).resources().map(({ type }) => type)).toEqual(['AWS::SNS::Topic']);
  expect(input?.document.locate(['Resources', 'Topic', 'Type'])).toEqual({ line: 3, column: 11 });
});
