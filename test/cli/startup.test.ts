import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { dirname, join } from 'node:path';
import { command, drydock } from '../support/command';
import { folderOf } from '../support/folder';
import { sinking } from '../support/templates';
import { parseYaml } from '../../lib/template/parse-yaml';
import { version } from '../../lib/version';

interface Coverage {
  readonly result: readonly { readonly url: string; readonly functions: readonly { readonly functionName: string; readonly ranges: readonly { readonly count: number }[] }[] }[];
}

/** The names of the functions of the command that a run called, as V8 counted them. */
function called(folder: string, words: readonly string[]): ReadonlySet<string> {
  const counts = join(folder, 'counts');
  mkdirSync(counts);
  spawnSync(process.execPath, [command, ...words], { cwd: folder, env: { ...process.env, NODE_V8_COVERAGE: counts } });
  const scripts = readdirSync(counts).flatMap(name => (JSON.parse(readFileSync(join(counts, name), 'utf8')) as Coverage).result).filter(({ url }) => url.endsWith('command.js'));
  return new Set(scripts.flatMap(({ functions }) => functions.filter(({ ranges: [whole] }) => whole !== undefined && whole.count > 0).map(({ functionName }) => functionName)));
}

const json = { 'shop.json': JSON.stringify(parseYaml('shop.yaml', sinking).root) };

test.each<[string, Readonly<Record<string, string>>, readonly string[], readonly string[], readonly string[]]>([
  ['JSON read and printed', json, ['check', 'shop.json', '--format', 'json'], ['parseJson', 'dryRun'], ['parseYaml', 'parseConfig', 'renderText', 'rulePage']],
  ['JSON read, text printed', json, ['check', 'shop.json'], ['parseJson', 'renderText'], ['parseYaml', 'parseConfig', 'rulePage']],
  ['YAML read', { 'shop.yaml': sinking }, ['check', 'shop.yaml', '--format', 'json'], ['parseYaml'], ['parseConfig', 'renderText', 'rulePage']],
  ['with drydock.json', { ...json, 'drydock.json': '{}' }, ['check', 'shop.json', '--format', 'json'], ['parseConfig'], ['parseYaml', 'renderText', 'rulePage']],
  ['a rule explained', {}, ['explain', 'fargate-task-size'], ['rulePage', 'parseYaml'], ['renderText', 'parseConfig']],
])('%s: the command runs the code that it needs, and no other', (_, files, words, needed, unneeded) => {
  const names = called(folderOf(files), words);
  expect([...needed, ...unneeded].filter(name => names.has(name))).toEqual(needed);
});

test.each([
  ['the command', join(dirname(command), 'command.js'), ['examples-registry', 'jsonschema', 'yaml']],
  ['the engine', join(dirname(command), '..', 'lib', 'engine.js'), ['jsonschema', 'yaml']],
])('%s stands alone: it loads nothing but Node.js, itself, and what lies apart for the runs that need it', (_, file, late) => {
  const loadedBy = (loading: string): string[] => [...readFileSync(loading, 'utf8').matchAll(/\brequire\("([^"]+)"\)/g)].map(([, name = '']) => name);
  const apart = [...new Set(loadedBy(file).filter(name => !isBuiltin(name)))].sort();
  expect(loadedBy(file)).toContain('node:fs');
  expect(apart).toEqual(late.map(name => `../late/${name}.js`));
  expect(apart.flatMap(name => loadedBy(join(dirname(file), name))).filter(name => !isBuiltin(name))).toEqual([]);
});

test('the command says nothing that it was not asked, whichever options this Node.js has for V8', () => {
  const { stdout, stderr } = spawnSync(process.execPath, [command, '--version'], { encoding: 'utf8' });
  expect([stdout.trim(), stderr]).toEqual([version, '']);
});

/** The files that hold what V8 compiled, for each Node.js one. */
function kept(): readonly string[] {
  return readdirSync(dirname(command)).filter(name => name.includes('.cache')).map(name => join(dirname(command), name));
}

test('what V8 compiled in a check is kept beside the command; later runs take it where it is good, and say the same', () => {
  const folder = folderOf(json), check = (): unknown => drydock(folder, ['check', 'shop.json']), first = check(), [file = ''] = kept();
  const written = statSync(file);
  expect([check(), kept(), statSync(file).mtimeMs]).toEqual([first, [file], written.mtimeMs]);
  writeFileSync(file, 'what no V8 has written');
  expect([check(), kept()]).toEqual([first, [file]]);
  expect(statSync(file).size).toBeGreaterThan(written.size / 2);
});

test('where nothing can be kept, the command runs without', () => {
  const folder = folderOf(json), check = (): unknown => drydock(folder, ['check', 'shop.json']), first = check(), [file = ''] = kept();
  rmSync(file);
  mkdirSync(file);
  expect([check(), kept()]).toEqual([first, [file]]);
  rmSync(file, { recursive: true });
});

test('nothing is kept by other commands, which compile little, nor where Node.js is told not to', () => {
  kept().forEach(file => { rmSync(file); });
  drydock(folderOf({}), ['--version']);
  drydock(folderOf(json), ['check', 'shop.json'], { NODE_DISABLE_COMPILE_CACHE: '1' });
  drydock(folderOf({}), ['check', 'missing.json']);
  expect(kept()).toEqual([]);
});
