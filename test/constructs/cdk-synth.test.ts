import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

// The CDK's own command, on apps that it does not always treat as a library does.
const root = join(__dirname, '..', '..');
let folder: string;
beforeAll(() => { folder = mkdtempSync(join(tmpdir(), 'drydock-')); });
afterAll(() => { rmSync(folder, { recursive: true }); });

function synth(...words: string[]): { exitCode: number | null; stderr: string } {
  const app = `"${process.execPath}" -r ts-node/register/transpile-only test/support/cli-app.ts ${words.join(' ')}`;
  const { status, stderr } = spawnSync(process.execPath, [require.resolve('aws-cdk/bin/cdk'), 'synth', '--quiet', '--no-validation', '--output', folder, '--app', app], {
    cwd: root, encoding: 'utf8', env: { ...process.env, CDK_DISABLE_CLI_TELEMETRY: 'true', CDK_VALIDATION: undefined },
  });
  return { exitCode: status, stderr };
}

test.each<[string[], boolean, string]>([
  [['floating'], true, 'It floats.'],
  [['sinking'], false, 'cli-app.ts:9'],
  [['sinking', 'staged'], false, 'Prod/Shop/Task/Resource'],
  [['sinking', 'staged', 'acknowledged'], true, 'the sizes are set in June'],
  [['floating', 'staged', 'broken'], false, 'this is a bug in Drydock'],
])('cdk synth of an app that is %j exits with 0: %p', (words, passes, says) => {
  const { exitCode, stderr } = synth(...words);
  expect(stderr).toContain(says);
  if (passes) expect(exitCode).toBe(0);
  else expect(exitCode).not.toBe(0);
}, 60_000);
