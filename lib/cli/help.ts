import { columns, wrap } from '../report/text/layout';
import { version } from '../version';
import { optionName } from './arguments';
import type { Command } from './command';

/** What `drydock` says when it is asked for nothing. */
export function generalHelp(commands: readonly Command[]): string {
  return lines(
    `Drydock ${version} says what Amazon ECS would do with a deployment, before it is deployed.`,
    '',
    ...columns(commands.map(({ name, takes, help }) => [`  drydock ${name} ${takes}`, help])),
    '',
    'drydock COMMAND --help shows the options of a command.',
    'Exit codes: 0 it floats, 1 it sinks, 2 something given is wrong, 70 a bug in Drydock.',
  );
}

/** The help of one command. */
export function helpFor({ name, takes, help, about, options }: Command): string {
  return lines(
    `drydock ${name} ${takes}   ${help}`,
    '',
    ...wrap(about, 80),
    '',
    ...columns([...options.map(option => [`  ${optionName(option)}${option.value === undefined ? '' : ` ${option.value}`}`, option.help]), ['  --help', 'this text']]),
  );
}

function lines(...text: readonly string[]): string {
  return `${text.join('\n')}\n`;
}
