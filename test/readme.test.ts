import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { check } from '../lib/cli/commands/check';
import { helpFor } from '../lib/cli/help';
import { parseConfig, rules } from '../lib/engine';

// Its programs are tried by tools/consumer.mjs, which installs the package as a reader of the README would.
const root = join(__dirname, '..');
const readme = readFileSync(join(root, 'README.md'), 'utf8');

function blocks(language: string): readonly string[] {
  return [...readme.matchAll(new RegExp(`^\`\`\`${language}\n(.*?)^\`\`\`$`, 'gms'))].map(([, text = '']) => text);
}

test('its report is the one that the example gives, and its picture of a cluster is in that of another', () => {
  const [report, picture, ...others] = blocks('text'), given = (example: string) => readFileSync(join(root, 'examples', example, 'expected.txt'), 'utf8');
  expect([report, others]).toEqual([given('03-role'), []]);
  expect(given('02-no-place')).toContain(`\n${picture}\n`);
});

test('its drydock.json is one, and its workflow is YAML', () => {
  expect(blocks('json').map(text => parseConfig('drydock.json', text).acknowledge.length)).toEqual([0, 1]);
  expect(blocks('yaml').map(text => parse(text) as object)).toEqual([expect.objectContaining({ jobs: expect.anything() as object })]);
});

test('what it names is there: options, rules, files, sections', () => {
  const help = helpFor(check), ids = rules.map(({ id }) => id);
  const options = [...readme.matchAll(/drydock check[^\n]*?(--[a-z-]+)|`(--[a-z-]+)/g)].map(([, behind, quoted]) => behind ?? quoted ?? '');
  expect(options.filter(option => !help.includes(`  ${option} `))).toEqual([]);
  const named = [...readme.matchAll(/"rule": "(.*?)"|Drydock::([a-z-]+)|toHaveFinding\('(.*?)'/g)].map(([, ...found]) => found.find(Boolean) ?? '');
  expect(named.filter(rule => !ids.includes(rule))).toEqual([]);
  const links = [...readme.matchAll(/\]\((.*?)\)/g)].map(([, target = '']) => target);
  const headingsOf = (text: string) => [...text.matchAll(/^#+ (.*)$/gm)].map(([, title = '']) => title.toLowerCase().replaceAll(' ', '-'));
  expect(links.filter(link => {
    const [file = '', heading] = link.split('#'), path = file === '' ? 'README.md' : file;
    return !existsSync(join(root, path)) || (heading !== undefined && !headingsOf(readFileSync(join(root, path), 'utf8')).includes(heading));
  })).toEqual([]);
});
