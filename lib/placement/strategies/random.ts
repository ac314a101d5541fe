import type { Strategy } from '../strategy';

/** Any of them. */
export const random: Strategy = {
  type: 'random',
  narrow(candidates, _fleet, _group, random) {
    const all = candidates.flat();
    return all.length > 1 ? all.slice(random.below(all.length)).slice(0, 1).map(one => [one]) : candidates;
  },
};
