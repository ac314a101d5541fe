/** Numbers that look random and follow from a seed: the same on every machine. */
export interface Random {
  /** A whole number from 0 up to, not including, `limit`. */
  below(limit: number): number;
}

/**
 * A stream of its own for each use of randomness: a new user of the seed shifts nobody else's draws.
 * The name is mixed into the seed by FNV-1a; the numbers are those of mulberry32.
 */
export function randomStream(seed: number, name: string): Random {
  let state = 0x811c9dc5 ^ seed;
  for (let i = 0; i < name.length; i++) state = Math.imul(state ^ name.charCodeAt(i), 0x01000193);
  return {
    below(limit) {
      state = (state + 0x6d2b79f5) | 0;
      let bits = Math.imul(state ^ (state >>> 15), state | 1);
      bits ^= bits + Math.imul(bits ^ (bits >>> 7), bits | 61);
      return Math.floor(((bits ^ (bits >>> 14)) >>> 0) / 2 ** 32 * limit);
    },
  };
}
