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
