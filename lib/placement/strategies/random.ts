import type { Strategy } from '../strategy';

/** Any of them. */
export const random: Strategy = { type: 'random' };
