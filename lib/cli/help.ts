import { columns, wrap } from '../report/text/layout';
import { version } from '../version';
import { optionName } from './arguments';
import type { Command } from './command';

/** Columns that every terminal has. */
const width = 80;

/** What `drydock` says when it is asked for nothing. */
export function generalHelp(commands: readonly Command[]): string {
  return lines(
    `Drydock ${version} says what ECS would do with a deployment, before it is deployed.`,
    '',
    ...columns(commands.map(({ name, takes, help }) => [`  drydock ${name} ${takes}`, help]), width),
    '',
    'drydock COMMAND --help shows the options of a command.',
    'Exit codes: 0 it floats, 1 it sinks, 2 what was given is wrong, 70 a bug.',
  );
}

/** The help of one command. */
export function helpFor({ name, takes, help, about, options }: Command): string {
  return lines(
    `drydock ${name} ${takes}   ${help}`,
    '',
    ...wrap(about, width),
    '',
    ...columns([...options.map(option => [`  ${optionName(option)}${option.value === undefined ? '' : ` ${option.value}`}`, option.help]), ['  --help', 'this text']], width),
  );
}

function lines(...text: readonly string[]): string {
  return `${text.join('\n')}\n`;
}
