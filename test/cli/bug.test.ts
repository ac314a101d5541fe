import { main } from '../../lib/cli/main';
import type { Rule } from '../../lib/rules/rule';
import { folderOf } from '../support/folder';
import { floating } from '../support/templates';

jest.mock('../../lib/rules/registry', () => {
  const { rules } = jest.requireActual<{ rules: readonly Rule[] }>('../../lib/rules/registry');
  const [first] = rules;
  return { rules: [...rules, { ...first, id: 'zz-broken', subject: 'service', check: () => { throw new TypeError('not today'); } }] };
});

/** Runs the command as if these words stood behind it. */
function run(words: readonly string[]): { readonly status: number; readonly stdout: string; readonly stderr: string } {
  const written = { stdout: '', stderr: '' };
  const spies = (['stdout', 'stderr'] as const).map(stream => jest.spyOn(process[stream], 'write').mockImplementation(text => {
    written[stream] += String(text);
    return true;
  }));
  const before = process.argv;
  process.argv = ['node', 'drydock', ...words];
  const status = main(words);
  process.argv = before;
  spies.forEach(spy => { spy.mockRestore(); });
  return { status, ...written };
}

test('a rule that breaks is owned up to with exit code 70, and the others still report', () => {
  const { status, stdout, stderr } = run(['check', `${folderOf({ 'shop.yaml': floating })}/shop.yaml`, '--seed', '3']);
  expect(status).toBe(70);
  expect(stdout).toContain('It floats');
  expect(stderr).toMatch(/^This is a bug in Drydock, in rule zz-broken at Service, not in what you gave it:\n {2}TypeError: not today$/m);
  expect(stderr).toMatch(/^ {2}version {2}\d+\.\d+\.\d+ on Node\.js/m);
  expect(stderr).toMatch(/^ {2}seed {5}3$/m);
  expect(stderr).toMatch(/^ {2}command {2}drydock check .*shop\.yaml --seed 3$/m);
});
