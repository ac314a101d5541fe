import { readFileSync } from 'node:fs';
import { parse } from 'node:path';
import { dryRun } from '../../dry-run';
import { parseTemplate } from '../../template/parse';
import type { Command } from '../command';
import { exitCodes } from '../command';

export const check: Command = {
  name: 'check',
  takes: '[PATH...]',
  help: 'find what would stop the deployment',
  options: [
    { name: 'format', value: 'FORMAT[=FILE]', repeatable: true, help: 'text or json, on stdout or into FILE' },
  ],
  run(given) {
    const inputs = given.operands.map(path => ({ name: parse(path).name, document: parseTemplate(path, readFileSync(path, 'utf8')) }));
    const { report } = dryRun([inputs]);
    process.stdout.write(`${JSON.stringify(report, null, 2)}\n`);
    return report.summary.errors > 0 ? exitCodes.sinks : exitCodes.floats;
  },
};
