import type { Arguments, Option } from './arguments';

/** One of the command's verbs. */
export interface Command {
  readonly name: string;
  /** What it takes, as help shows it: `[PATH...]`. */
  readonly takes: string;
  /** What it does, in one line. */
  readonly help: string;
  /** More of it, for its own help. */
  readonly about: string;
  readonly options: readonly Option[];
  /** Gives the exit code. Throws `InputError` where what it was given is wrong. */
  run(given: Arguments): number;
}

export const exitCodes = { floats: 0, sinks: 1, badInput: 2, bug: 70 } as const;
