import { version } from '../version';

/** Owns up to a mistake of Drydock's own, with what it takes to find it. */
export function reportBug(error: unknown, where = ''): void {
  const command = `drydock ${process.argv.slice(2).join(' ')}`, [, seed = 1] = /--seed[ =](\d+)/.exec(command) ?? [];
  process.stderr.write([
    `This is a bug in Drydock${where === '' ? '' : `, ${where}`}, not in what you gave it:`,
    ...(error instanceof Error ? (error.stack ?? error.message) : String(error)).split('\n').map(line => `  ${line}`),
    'Please report it with these lines, and with the template where you may.',
    `  version  ${version} on Node.js ${process.version}, ${process.platform}`,
    `  seed     ${seed}`,
    `  command  ${command}`,
    '',
  ].join('\n'));
}
