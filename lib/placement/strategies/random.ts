import type { Strategy } from '../strategy';

/** Any of them. */
export const random: Strategy = {
  type: 'random',
  narrow: (candidates, _fleet, _group, random) => candidates.slice(random.below(candidates.length)).slice(0, 1),
};
