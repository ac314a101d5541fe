import type { Unknown } from '../core/value';

/** An answer, and where it is open what would have to be known. */
export type Holds = { readonly answer: 'yes' } | { readonly answer: 'no' } | Open;

interface Open {
  readonly answer: 'unknown';
  readonly unknown: Unknown;
}

export const yes: Holds = { answer: 'yes' };
export const no: Holds = { answer: 'no' };

/** What holds where one of two is enough; where neither holds, the second says why. */
export function either<T extends Holds>(first: T, second: T): T {
  return first.answer === 'yes' || (first.answer === 'unknown' && second.answer !== 'yes') ? first : second;
}

/** What holds where both are needed; where neither holds, the first says why. */
export function both<T extends Holds>(first: T, second: T): T {
  return first.answer === 'no' || second.answer === 'yes' ? first : second.answer === 'no' || first.answer === 'yes' ? second : first;
}
