import { by } from './order';

/** The candidate that a mistyped word was most likely meant to be, or undefined when none is near. */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
  const limit = Math.max(1, Math.floor(word.length / 3));
  return [...candidates]
    .map(candidate => ({ candidate, distance: distance(word.toLowerCase(), candidate.toLowerCase()) }))
    .filter(({ distance }) => distance <= limit)
    .sort(by(({ distance }) => distance, ({ candidate }) => candidate))[0]?.candidate;
}

/** "Did you mean …?" with a space before it, or nothing. */
export function didYouMean(word: string, candidates: Iterable<string>, show: (candidate: string) => string = candidate => candidate): string {
  const meant = nearest(word, candidates);
  return meant === undefined ? '' : ` Did you mean ${show(meant)}?`;
}

/** How many letters must be put in, taken out, replaced or swapped with their neighbour to make one word of the other. */
export function distance(a: string, b: string): number {
  let before: number[] = [], last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const replaced = (last[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      const swapped = a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? (before[j - 2] ?? Infinity) + 1 : Infinity;
      row.push(Math.min(replaced, swapped, (last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1));
    }
    [before, last] = [last, row];
  }
  return last[b.length] ?? 0;
}
