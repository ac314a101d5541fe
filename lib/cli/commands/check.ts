import { existsSync } from 'node:fs';
import { readInputs } from '../../assembly/read-inputs';
import { dryRun } from '../../dry-run';
import { InputError } from '../../finding/input-error';
import { harmlessLines } from '../../report/text/layout';
import { isTooBad } from '../../report/verdict';
import type { Arguments } from '../arguments';
import { exitCodes, type Command } from '../command';
import { readOutputs, writeReport } from '../output';
import { readSettings, settingsOptions } from '../settings';
import { noColor, terminalLook } from '../terminal';
import { reportBug } from '../bug';

/** `drydock check`. */
export const check: Command = {
  name: 'check',
  takes: '[PATH...]',
  help: 'find what would stop the deployment',
  about: 'PATH is a template (.json, .yaml, .yml, .template), a folder of templates, or a cdk.out; cdk.out unless said otherwise. What is named together is deployed together.',
  options: [
    { name: 'format', value: 'FORMAT[=FILE]', repeatable: true, help: 'text (unless said otherwise) or json, on stdout or into FILE' },
    ...settingsOptions,
    { name: 'quiet', help: 'print errors and the summary only' },
    { name: 'undecided', help: 'print what would settle the undecided answers, ready to paste into drydock.json' },
    noColor,
  ],
  run(given) {
    const outputs = readOutputs(given.all('format')), settings = readSettings(given), quiet = given.on('quiet');
    const { deployments, notes } = readInputs(pathsOf(given), { ...settings, workingDirectory: process.cwd(), finished: true });
    if (!quiet && notes.length > 0) process.stderr.write(`${notes.map(note => `Note: ${harmlessLines(note)}\n`).join('')}\n`);
    const { report, broken } = dryRun(deployments, settings);
    writeReport(report, outputs, { ...terminalLook(!given.on('no-color')), quiet, undecided: given.on('undecided') });
    for (const { rule, resource, error } of broken) reportBug(error, `in rule ${rule} at ${resource.id}`);
    return broken.length > 0 ? exitCodes.bug : isTooBad(report, settings.failOn) ? exitCodes.sinks : exitCodes.floats;
  },
};

/** Where nothing is named, what the CDK wrote. */
function pathsOf({ operands }: Arguments): readonly string[] {
  if (operands.length > 0) return operands;
  if (existsSync('cdk.out')) return ['cdk.out'];
  throw new InputError('There is no cdk.out here. Name what to check: drydock check PATH, where PATH is a template, a folder of templates, or a cdk.out.');
}
