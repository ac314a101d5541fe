import type { Constraint } from '../constraint';

/** Each task of a group on an instance of its own. During a deployment the old and the new revision are one group. */
export const distinctInstance: Constraint = {
  type: 'distinctInstance',
  admits: ({ tasks }, group) => (tasks.has(group) ? 'no' : 'yes'),
  refusal: { reason: 'DISTINCT_INSTANCE' },
};
