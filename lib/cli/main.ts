/** Runs the command. Gives the exit code. */
export function main(_argv: readonly string[]): number {
  throw new Error('not yet');
}
