import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Report } from '../../lib/report/report';
import { command, drydock } from '../support/command';
import { folderOf } from '../support/folder';
import { floating, sinking } from '../support/templates';

const escape = '\u001b[';

test('JSON on stdout is a report and nothing else', () => {
  const { stdout, stderr, status } = drydock(folderOf({ 'sinks.yaml': sinking }), ['check', 'sinks.yaml', '--format', 'json', '--today', '2026-11-20', '--seed', '7']);
  const report = JSON.parse(stdout) as Report;
  expect([status, stderr]).toEqual([1, '']);
  expect(report).toMatchObject({ formatVersion: '1', seed: 7, today: '2026-11-20', inputs: [{ path: 'sinks.yaml', stack: 'sinks' }], summary: { errors: 1, services: 1 } });
  expect(report.findings[0]).toMatchObject({ rule: 'fargate-task-size', resource: 'Task', path: 'Properties.Memory', location: { file: 'sinks.yaml' } });
});

test('what was left out goes to stderr, and with --quiet nowhere', () => {
  const folder = folderOf({ 'in/shop.yaml': floating, 'in/notes.yaml': 'to: do\n' });
  const { stdout, stderr } = drydock(folder, ['check', 'in']);
  expect(stderr).toMatch(/notes\.yaml/);
  expect(stdout).not.toMatch(/notes\.yaml/);
  expect(drydock(folder, ['check', 'in', '--quiet']).stderr).toBe('');
});

test('formats with a file go there, and text still goes to stdout', () => {
  const folder = folderOf({ 'sinks.yaml': sinking });
  const { stdout } = drydock(folder, ['check', 'sinks.yaml', '--format', 'json=report.json', '--format', 'text=report.txt']);
  expect(stdout).toMatch(/^It sinks: 1 error\.$/m);
  expect(readFileSync(join(folder, 'report.txt'), 'utf8')).toBe(stdout);
  expect(JSON.parse(readFileSync(join(folder, 'report.json'), 'utf8'))).toMatchObject({ summary: { errors: 1 } });
});

test('--quiet leaves errors and the summary, and files as they are', () => {
  const acknowledged = '  Task:\n    Metadata: { Drydock: { acknowledge: [{ rule: fargate-task-size }] } }\n';
  const folder = folderOf({ 'sinks.yaml': sinking.replace('  Task:\n', acknowledged) });
  const { stdout } = drydock(folder, ['check', 'sinks.yaml', '--quiet', '--format', 'text=report.txt']);
  expect(stdout).toMatch(/It sinks: 1 error, 1 warning/);
  expect(stdout).not.toMatch(/^warning/m);
  expect(readFileSync(join(folder, 'report.txt'), 'utf8')).toMatch(/^warning/m);
});

test.each<[string, readonly string[], NodeJS.ProcessEnv, boolean]>([
  ['a pipe', [], {}, false],
  ['a pipe with FORCE_COLOR', [], { FORCE_COLOR: '1' }, true],
  ['FORCE_COLOR and NO_COLOR', [], { FORCE_COLOR: '1', NO_COLOR: '1' }, false],
  ['FORCE_COLOR and --no-color', ['--no-color'], { FORCE_COLOR: '1' }, false],
])('in %s colours are as they should be', (_, words, env, coloured) => {
  const folder = folderOf({ 'sinks.yaml': sinking });
  const { stdout } = drydock(folder, ['check', 'sinks.yaml', '--format', 'text=report.txt', ...words], env);
  expect(stdout.includes(escape)).toBe(coloured);
  expect(readFileSync(join(folder, 'report.txt'), 'utf8')).not.toContain(escape);
});

test('a reader that stops before the end does no harm', async () => {
  const folder = folderOf({ 'many.yaml': floating.replace('Resources:', `Resources:${Array.from({ length: 400 }, (_, i) => `
  Task${i}: { Type: AWS::ECS::TaskDefinition, Properties: { RequiresCompatibilities: [FARGATE], NetworkMode: awsvpc, Cpu: '256', Memory: '4096', ContainerDefinitions: [{ Name: a, Image: b }] } }`).join('')}`) });
  const child = spawn(process.execPath, [command, 'check', 'many.yaml', '--format', 'json'], { cwd: folder });
  let complaints = '';
  child.stderr.on('data', (chunk: Buffer) => { complaints += chunk.toString(); });
  child.stdout.once('data', () => child.stdout.destroy());
  const status = await new Promise(done => child.on('close', done));
  expect([status, complaints]).toEqual([1, '']);
}, 60_000);

test('help, version and the list of rules go to stdout', () => {
  const folder = folderOf();
  expect(drydock(folder, []).stdout).toMatch(/drydock check \[PATH\.\.\.\]/);
  expect(drydock(folder, ['--help']).stdout).toBe(drydock(folder, []).stdout);
  expect(drydock(folder, ['help', 'check']).stdout).toBe(drydock(folder, ['check', '--help']).stdout);
  expect(drydock(folder, ['check', '-h']).stdout).toMatch(/--parameter NAME=VALUE/);
  expect(drydock(folder, ['--version']).stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
  expect(drydock(folder, ['rules']).stdout).toMatch(/^fargate-task-size +error +register +Fargate offers no task of this size$/m);
  expect(JSON.parse(drydock(folder, ['rules', '--format', 'json']).stdout)).toContainEqual(expect.objectContaining({ id: 'fargate-task-size', severity: 'error', phase: 'register', docs: 'https://unpkg.com/ecs-drydock/docs/rules/fargate-task-size.md' }));
});

test('explain shows the page of a rule', () => {
  const { stdout } = drydock(folderOf(), ['explain', 'Drydock::fargate-task-size']);
  expect(stdout).toMatch(/^Fargate offers no task of this size$/m);
  expect(stdout).toMatch(/^WHAT ECS SAYS$/m);
  expect(stdout).toMatch(/^ {4}Resources:$/m);
  expect(stdout).toMatch(/Validations\.of\(construct\)\.acknowledge\(\{ id: 'Drydock::fargate-task-size'/);
  expect(stdout).not.toMatch(/```|\*\*|\]\(/);
});

(existsSync('/dev/full') ? test : test.skip)('a full disk is said, with exit code 2', () => {
  const { status, stderr } = spawnSync('/bin/sh', ['-c', `"${process.execPath}" "${command}" --version > /dev/full`], { encoding: 'utf8' });
  expect([status, stderr]).toEqual([2, 'drydock: stdout cannot be written (ENOSPC).\n']);
});
