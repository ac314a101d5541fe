import { existsSync } from 'node:fs';
import { didYouMean } from '../core/nearest';
import { InputError } from '../finding/input-error';
import { harmlessLines } from '../report/text/layout';
import { version } from '../version';
import { readArguments } from './arguments';
import { reportBug } from './bug';
import { exitCodes, type Command } from './command';
import { check } from './commands/check';
import { explain } from './commands/explain';
import { roles } from './commands/roles';
import { rules } from './commands/rules';
import { generalHelp, helpFor } from './help';

const commands: readonly Command[] = [check, roles, explain, rules];

/** Runs the command. Gives the exit code. */
export function main(words: readonly string[]): number {
  process.stdout.on('error', ({ code }: NodeJS.ErrnoException) => {
    if (code === 'EPIPE') return; // whoever reads what is printed may stop before the end, as `head` does
    process.stderr.write(`drydock: stdout cannot be written (${code}).\n`);
    process.exitCode = exitCodes.badInput;
  });
  try {
    return run(words);
  } catch (error) {
    if (!(error instanceof InputError)) {
      reportBug(error);
      return exitCodes.bug;
    }
    process.stderr.write(`drydock: ${harmlessLines(error.message)}\n`);
    return exitCodes.badInput;
  }
}

function run([name = '--help', ...words]: readonly string[]): number {
  if (name === '--version') return print(`${version}\n`);
  if (name === 'help' || isHelp(name)) return print(words[0] === undefined ? generalHelp(commands) : helpFor(commandCalled(words[0])));
  const command = commandCalled(name);
  return words.some(isHelp) ? print(helpFor(command)) : command.run(readArguments(words, command.options));
}

function isHelp(word: string): boolean {
  return word === '--help' || word === '-h';
}

function print(text: string): number {
  process.stdout.write(text);
  return exitCodes.floats;
}

function commandCalled(name: string): Command {
  const command = commands.find(command => command.name === name);
  if (command) return command;
  const meant = existsSync(name) ? ` Did you mean drydock check ${name}?` : didYouMean(name, commands.map(command => command.name));
  throw new InputError(`There is no ${name.startsWith('-') ? 'option' : 'command'} ${name}.${meant || ' drydock --help lists them.'}`);
}
