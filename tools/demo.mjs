// Synthesizes two examples with the CDK's own command and dry-runs what it wrote: one app floats, one sinks.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
const cdk = createRequire(import.meta.url).resolve('aws-cdk/bin/cdk');
const drydock = join(root, 'dist', 'bin', 'drydock.js');

/** Runs a program of Node's in the repository. What it prints is shown where `shows` says so, else kept for when something goes wrong. */
function run(words, { shows = false, environment = {} } = {}) {
  const { status, stdout, stderr } = spawnSync(process.execPath, words, {
    cwd: root, encoding: 'utf8', stdio: ['ignore', shows ? 'inherit' : 'pipe', 'pipe'], env: { ...process.env, ...environment },
  });
  return { status, said: `${stdout ?? ''}${stderr}` };
}

function show(example, expected, words = []) {
  const output = join('cdk.out', example);
  console.log(`\n── examples/${example} ${'─'.repeat(66 - example.length)}\n`);
  const synth = run([cdk, 'synth', '--quiet', '--output', output, '--app', `node -r ts-node/register/transpile-only examples/${example}/app.ts`], {
    environment: { CDK_DISABLE_CLI_TELEMETRY: 'true' },
  });
  console.log(`$ npx cdk synth                 ${synth.status === 0 ? 'passes' : 'fails, because the app dry-runs itself with Drydock.attach(app)'}`);
  console.log(`$ npx drydock check ${output}\n`);
  const check = run([drydock, 'check', output, ...words], { shows: true });
  if (synth.status !== expected || check.status !== expected) {
    console.error(`\nThis was not to be: cdk synth exits with ${synth.status}, drydock check with ${check.status}, and both should with ${expected}.\n${synth.said}${check.said}`);
    process.exit(1);
  }
}

if (!existsSync(drydock)) run([join(root, 'tools', 'build.mjs')], { shows: true });
show('01-floats', 0, ['--quiet']);
show('02-no-place', 1);
console.log(`
The apps stand in examples/, each with a README that tells its story. Next:
  npx drydock check PATH     a template of yours, a folder of them, or a cdk.out
  npx drydock explain RULE   what a rule means, and what ECS says when it is broken`);
