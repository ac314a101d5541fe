import type { Report } from '../../lib/report/report';
import { drydock } from '../support/command';
import { folderOf } from '../support/folder';
import { floating, open } from '../support/templates';

function check(files: Readonly<Record<string, string>>, ...words: readonly string[]): { readonly status: number | null; readonly report: Report } {
  const { status, stdout } = drydock(folderOf(files), ['check', ...words, '--format', 'json']);
  return { status, report: JSON.parse(stdout) as Report };
}

const drydockJson = (config: object): Record<string, string> => ({ 'drydock.json': JSON.stringify(config) });

test.each<[string, object, readonly string[], number]>([
  ['for every stack', { TaskMemory: '4096' }, [], 1],
  ['for one stack', { shop: { TaskMemory: 4096 } }, [], 1],
  ['for one stack before those for every stack', { TaskMemory: 4096, shop: { TaskMemory: 512 } }, [], 0],
  ['for another stack', { other: { TaskMemory: 4096 } }, [], 0],
  ['for a parameter that the template does not have', { Other: 4096 }, [], 0],
  ['after those on the command line', { TaskMemory: '4096' }, ['--parameter', 'TaskMemory=512'], 0],
])('drydock.json gives parameters %s', (_, parameters, words, status) => {
  expect(check({ 'shop.yaml': open, ...drydockJson({ parameters }) }, 'shop.yaml', ...words).status).toBe(status);
});

test('drydock.json gives region and account, and options go before it', () => {
  const files = { 'shop.yaml': floating, ...drydockJson({ region: 'eu-west-1', account: '123456789012' }) };
  expect(check(files, 'shop.yaml').report.inputs).toEqual([{ path: 'shop.yaml', stack: 'shop', region: 'eu-west-1', account: '123456789012' }]);
  expect(check(files, 'shop.yaml', '--region', 'us-east-1').report.inputs[0]).toMatchObject({ region: 'us-east-1', account: '123456789012' });
});

test('drydock.json says from which severity on the command fails, and --fail-on goes before it', () => {
  const warned = floating.replace('  Task:\n', '  Task:\n    Metadata: { Drydock: { acknowledge: [{ rule: fargate-task-size }] } }\n');
  const files = { 'shop.yaml': warned, ...drydockJson({ failOn: 'warning' }) };
  expect(check(files, 'shop.yaml').status).toBe(1);
  expect(check(files, 'shop.yaml', '--fail-on', 'error').status).toBe(0);
});

test('another file is read with --config, and drydock.json is not', () => {
  const files = { 'shop.yaml': open, ...drydockJson({ parameters: { TaskMemory: '4096' } }), 'production.json': '{}' };
  expect(check(files, 'shop.yaml', '--config', 'production.json').status).toBe(0);
});

test('an acknowledgement in drydock.json is judged by --today', () => {
  const acknowledge = [{ rule: 'fargate-task-size', resource: 'Task', reason: 'It goes away.', until: '2026-11-20' }];
  const files = { 'shop.yaml': open, ...drydockJson({ acknowledge, parameters: { TaskMemory: '4096' } }) };
  expect(check(files, 'shop.yaml', '--today', '2026-11-20')).toMatchObject({ status: 0, report: { findings: [], acknowledged: [{ reason: 'It goes away.' }] } });
  expect(check(files, 'shop.yaml', '--today', '2026-11-21')).toMatchObject({ status: 1, report: { findings: [{ rule: 'acknowledgement', location: { file: 'drydock.json' } }, { rule: 'fargate-task-size' }] } });
});
