import { execFileSync } from 'node:child_process';
import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { drydock } from '../support/command';
import { folderOf } from '../support/folder';
import { floating } from '../support/templates';

const deep = 100_000;
const bomb = Array.from({ length: 9 }, (_, i) => `a${i}: &a${i} [${Array(9).fill(i === 0 ? 'x' : `*a${i - 1}`).join(', ')}]`).join('\n');
const openQuotes = Array.from({ length: 2_000 }, (_, i) => `  a${i}: "\n`).join('');

const topics = (count: number) => `{"Resources":{${Array.from({ length: count }, (_, i) => `"T${i}":{"Type":"AWS::SNS::Topic"}`).join(',')}}}`;

test.each<[string, string, string, RegExp]>([
  ['aliases that multiply', 'a.yaml', `${bomb}\nResources: *a8`, /holds more than 500000 values/],
  ['brackets in JSON', 'a.json', `{"Resources":${'['.repeat(deep)}${']'.repeat(deep)}}`, /nests deeper than 200 levels/],
  ['brackets in YAML', 'a.yaml', `Resources: ${'['.repeat(deep)}${']'.repeat(deep)}`, /nests too deep/],
  ['quotes that stay open', 'a.yaml', `Resources:\n${openQuotes}`, /is not YAML/],
  ['far more resources than a stack may have', 'a.json', topics(10_001), /has 10001 resources. CloudFormation takes 500, and Drydock reads up to 10000/],
  ['bytes of zero', 'a.yaml', 'Resources: \0', /is no text/],
])('%s are refused in words', (_, name, text, says) => {
  const { status, stderr } = drydock(folderOf({ [name]: text }), ['check', name]);
  expect(stderr).toMatch(says);
  expect(status).toBe(2);
}, 60_000);

test('more resources than a stack may have are read, with a note', () => {
  const { status, stderr } = drydock(folderOf({ 'a.json': topics(501) }), ['check', 'a.json']);
  expect(stderr).toContain('a.json has 501 resources. CloudFormation takes 500 in one template.');
  expect(status).toBe(0);
});

const count = (n: number, of: (i: number) => string): string => Array.from({ length: n }, (_, i) => of(i)).join();
const taskDefinition = (containers: string): string => `{"Resources":{"Task":{"Type":"AWS::ECS::TaskDefinition","Properties":{"ContainerDefinitions":[${containers}]}}}}`;

test.each<[string, string, number, RegExp]>([
  ['a thousand containers that wait for each other', taskDefinition(count(1_000, i => `{"Name":"c${i}","Image":"a","Memory":4,"DependsOn":[${count(40, k => `{"ContainerName":"c${(i + k + 1) % 1_000}","Condition":"START"}`)}]}`)), 1, /wait for each other in a circle/],
  ['a hundred ranges of all ports', taskDefinition(`{"Name":"c","Image":"a","Memory":4,"PortMappings":[${count(100, () => '{"ContainerPortRange":"1-65535"}')}]}`), 0, /It floats/],
  ['a list of four hundred thousand elements', `{"Resources":{"Service":{"Type":"AWS::ECS::Service","Properties":{"TaskDefinition":"a","LaunchType":"FARGATE","NetworkConfiguration":{"AwsvpcConfiguration":{"Subnets":{"Fn::Split":[",","${'a,'.repeat(400_000)}"]}}}}}}}`, 0, /It floats, as far as can be told/],
  ['loops of a thousand times a thousand', `{"Transform":"AWS::LanguageExtensions","Resources":{"Fn::ForEach::A":["A",[${count(1_000, i => `"a${i}"`)}],{"Fn::ForEach::B":["B",[${count(1_000, i => `"b${i}"`)}],{"R\${A}\${B}":{"Type":"AWS::ECS::TaskDefinition"}}]}],"Service":{"Type":"AWS::ECS::Service","Properties":{"TaskDefinition":{"Ref":"Ra1b1"}}}}}`, 0, /need a loop that makes no more than a template may hold/],
  ['keys that are special in JavaScript', '{"__proto__":{"a":1},"Resources":{"__proto__":{"Type":"AWS::ECS::Service","Properties":{"__proto__":{"LaunchType":"x"},"constructor":1}},"constructor":{"Type":"AWS::ECS::Cluster"}}}', 1, /__proto__/],
  ['a log driver and a volume type that are called as what every object has', `{"Resources":{"Task":{"Type":"AWS::ECS::TaskDefinition","Properties":{"ContainerDefinitions":[{"Name":"c","Image":"a","Memory":4,"LogConfiguration":{"LogDriver":"constructor"}}]}},"Service":{"Type":"AWS::ECS::Service","Properties":{"TaskDefinition":{"Ref":"Task"},"VolumeConfigurations":[{"Name":"v","ManagedEBSVolume":{"VolumeType":"__proto__","SizeInGiB":1,"RoleArn":"arn:aws:iam::123456789012:role/r"}}]}}}}`, 1, /constructor/],
  ['numbers that nearly are', `{"Resources":{"Task":{"Type":"AWS::ECS::TaskDefinition","Properties":{"Cpu":"${'1'.repeat(200_000)}x","Memory":"1${' '.repeat(200_000)}x","ContainerDefinitions":[]}}}}`, 1, /Cpu/],
])('%s are judged in a moment', (_, text, exit, says) => {
  const { status, stdout } = drydock(folderOf({ 'a.json': text }), ['check', 'a.json']);
  expect(stdout).toMatch(says);
  expect(status).toBe(exit);
}, 60_000);

test('no nested stack leads out of the folder, and none waits for a pipe', () => {
  const nested = (url: string) => `{ Type: AWS::CloudFormation::Stack, Properties: { TemplateURL: "${url}" } }`;
  const folder = folderOf({ 'in/a.yaml': `Resources:\n${['../secret.yaml', '/etc/passwd', 'link.yaml'].map((url, i) => `  N${i}: ${nested(url)}\n`).join('')}`, 'secret.yaml': 'Resources: {}\n' });
  symlinkSync(join(folder, 'secret.yaml'), join(folder, 'in/link.yaml'));
  const { status, stderr } = drydock(folder, ['check', 'in/a.yaml']);
  expect(stderr.match(/outside of in/g)).toHaveLength(3);
  expect(status).toBe(0);
  execFileSync('mkfifo', [join(folder, 'in/pipe.yaml')]);
  expect(drydock(folder, ['check', 'in/pipe.yaml']).status).toBe(2);
  expect(drydock(folderOf({ 'a.yaml': floating }), ['check', 'a.yaml']).status).toBe(0);
});

test('a name cannot move the cursor, in an error either', () => {
  const { stderr } = drydock(folderOf({ 'a.yaml': floating }), ['check', 'a\u001b[31m\u202e.yaml']);
  expect(stderr).toContain('a\\u001b[31m\\u202e.yaml');
});
