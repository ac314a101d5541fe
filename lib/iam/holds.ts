import type { Unknown } from '../core/value';

/** An answer, and where it is open what would have to be known. */
export type Holds = { readonly answer: 'yes' } | { readonly answer: 'no' } | { readonly answer: 'unknown'; readonly unknown: Unknown };

export const yes: Holds = { answer: 'yes' };
export const no: Holds = { answer: 'no' };
