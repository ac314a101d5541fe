import { existsSync } from 'node:fs';
import { readInputs } from '../assembly/read-inputs';
import { InputError } from '../finding/input-error';
import { harmlessLines } from '../report/text/layout';
import type { StackInput } from '../template/deployment';
import type { Arguments } from './arguments';
import type { Settings } from './settings';

/** What help says of the paths behind a command. */
export const aboutPaths = 'PATH is a template (.json, .yaml, .yml, .template), a folder of templates, or a cdk.out; cdk.out unless said otherwise. What is named together is deployed together.';

/** Reads what a command names. What was left out is noted on stderr. */
export function readDeployments(given: Arguments, settings: Settings): readonly (readonly StackInput[])[] {
  const { deployments, notes } = readInputs(pathsOf(given), { ...settings, workingDirectory: process.cwd(), finished: true });
  if (!given.on('quiet') && notes.length > 0) process.stderr.write(`${notes.map(note => `Note: ${harmlessLines(note)}\n`).join('')}\n`);
  return deployments;
}

/** Where nothing is named, what the CDK wrote. */
function pathsOf({ operands }: Arguments): readonly string[] {
  if (operands.length > 0) return operands;
  if (existsSync('cdk.out')) return ['cdk.out'];
  throw new InputError('There is no cdk.out here. Name what to check: drydock check PATH, where PATH is a template, a folder of templates, or a cdk.out.');
}
