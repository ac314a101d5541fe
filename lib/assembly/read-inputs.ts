import type { StackInput } from '../template/deployment';

/** What is said of the stacks on the command line. */
export interface ReadOptions {
  /** Paths in reports are relative to it. */
  readonly workingDirectory: string;
  readonly region?: string;
  readonly account?: string;
  readonly parameters?: ReadonlyMap<string, string>;
}

export interface Inputs {
  /** What is deployed together; several where templates collide. */
  readonly deployments: readonly (readonly StackInput[])[];
  /** What was left out or taken apart and why, for people. */
  readonly notes: readonly string[];
}

/**
 * Reads templates, folders of templates and cloud assemblies from disk.
 * Throws `InputError` where a named path is no file, no template or no readable text.
 */
export function readInputs(_paths: readonly string[], _options: ReadOptions): Inputs {
  throw new Error('not yet');
}
