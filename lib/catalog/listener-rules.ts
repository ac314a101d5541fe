import { fact } from './fact';

/** The priorities that a rule of a listener may have. */
export const rulePriorities = fact({
  id: 'rule-priorities',
  standing: 'documented',
  source: {
    url: 'https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_CreateRule.html',
    read: '2026-11-21',
    says: 'Priority: valid range 1 to 50000; Conditions and Actions are required.',
  },
  value: { least: 1, most: 50000 },
});
