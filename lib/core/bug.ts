/** A mistake of Drydock's own: exit code 70, and never a finding about the user's template. */
export class DrydockBug extends Error {
  override readonly name = 'DrydockBug';
}

/** States what must hold if Drydock itself is right. Throws `DrydockBug` with `what` when it does not. */
export function assert(condition: boolean, what: string): asserts condition {
  if (!condition) throw new DrydockBug(what);
}

/** Ends a `switch` over a closed union: a member that was forgotten does not compile. */
export function exhaustive(never: never): never {
  throw new DrydockBug(`unhandled case ${JSON.stringify(never)}`);
}
