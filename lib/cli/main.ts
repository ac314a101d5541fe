import { didYouMean } from '../core/nearest';
import { InputError } from '../finding/input-error';
import { version } from '../version';
import { readArguments } from './arguments';
import { exitCodes, type Command } from './command';
import { check } from './commands/check';

const commands: readonly Command[] = [check];

/** Runs the command. Gives the exit code. */
export function main(words: readonly string[]): number {
  try {
    return run(words);
  } catch (error) {
    if (error instanceof InputError) {
      process.stderr.write(`drydock: ${error.message}\n`);
      return exitCodes.badInput;
    }
    process.stderr.write(`This is a bug in Drydock ${version}.\n${(error as Error).stack ?? String(error)}\ncommand: drydock ${words.join(' ')}\n`);
    return exitCodes.bug;
  }
}

function run([name = 'help', ...words]: readonly string[]): number {
  const command = commands.find(command => command.name === name);
  if (!command) throw new InputError(`There is no command ${name}.${didYouMean(name, commands.map(command => command.name))}`);
  return command.run(readArguments(words, command.options));
}
