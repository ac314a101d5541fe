import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { App, Stack } from 'aws-cdk-lib';
import { ScriptTarget, createScanner, SyntaxKind } from 'typescript';
import { context } from '../cdk.json';
import * as canary from './comparison/canary';
import * as files from './comparison/files';
import * as instances from './comparison/instances';
import * as night from './comparison/night';
import * as shared from './comparison/shared';
import * as web from './comparison/web';
import { dryRunApp } from '../lib/constructs/plugin/dry-run-app';

// The same result with our constructs and with the L2's, so that docs/comparison.md counts what it may count.
const cases = { web, shared, canary, night, instances, files };
const page = readFileSync(join(__dirname, '..', 'docs', 'comparison.md'), 'utf8');

function synthesized(build: (stack: Stack) => void): { types: readonly string[]; errors: readonly string[] } {
  const app = new App({ context });
  build(new Stack(app, 'Shop'));
  const assembly = app.synth(), [stack] = assembly.stacks, { Resources } = stack?.template as { Resources: Record<string, { Type: string }> };
  const { report } = dryRunApp(app, [assembly.directory]);
  return { types: Object.values(Resources).map(({ Type }) => Type).sort(), errors: report.findings.filter(({ severity }) => severity === 'error').map(({ rule }) => rule) };
}

/** Lines and words of a function's body, without empty lines. Words are what TypeScript reads: they do not depend on where lines break. */
function sizeOf(name: string, side: 'ours' | 'l2'): { lines: number; words: number } {
  const text = readFileSync(join(__dirname, 'comparison', `${name}.ts`), 'utf8');
  const body = new RegExp(`^export function ${side}\\(.*?\\{\n(.*?)^\\}`, 'ms').exec(text)?.[1] ?? '';
  const scanner = createScanner(ScriptTarget.ES2022, true, undefined, body);
  let words = 0;
  while (scanner.scan() !== SyntaxKind.EndOfFileToken) words++;
  return { lines: body.split('\n').filter(line => line.trim() !== '').length, words };
}

test.each(Object.entries(cases))('%s: ours and the L2\'s make the same resources, ours float, and the page counts them', (name, { ours, l2 }) => {
  const mine = synthesized(ours), theirs = synthesized(l2);
  expect(mine.types).toEqual(theirs.types);
  expect(mine.errors).toEqual([]);
  const [a, b] = [sizeOf(name, 'ours'), sizeOf(name, 'l2')];
  expect(page).toContain(`| ${a.lines} | ${b.lines} | ${(b.lines / a.lines).toFixed(1)} | ${a.words} | ${b.words} | ${(b.words / a.words).toFixed(1)} |`);
  expect(Math.min(b.lines / a.lines, b.words / a.words)).toBeGreaterThanOrEqual(2);
});
