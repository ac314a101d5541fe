/** How far a fact can be trusted. An error may rest on the first two alone. */
export type Standing = 'documented' | 'observed' | 'assumed';

/** Something about AWS that is not Drydock's to decide: a table, a limit, a default. */
export interface Fact<T> {
  readonly id: string;
  readonly standing: Standing;
  readonly source: Source;
  /** For an assumed fact: why this and not another. Printed under "This dry run assumed". */
  readonly because?: string;
  readonly value: T;
}

export interface Source {
  readonly url: string;
  /** When the source was read, `YYYY-MM-DD`. */
  readonly read: string;
  /** What it says there, in our words. */
  readonly says: string;
}

/** Declares a fact. An assumed one must say why. */
export function fact<T>(
  fact: Fact<T> & ({ readonly standing: 'documented' | 'observed' } | { readonly standing: 'assumed'; readonly because: string }),
): Fact<T> {
  return Object.freeze(fact);
}
