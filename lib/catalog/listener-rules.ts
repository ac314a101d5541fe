import { fact } from './fact';

/** How many values all conditions of a rule may have together. */
export const conditionValues = fact({
  id: 'condition-values',
  standing: 'documented',
  source: {
    url: 'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-limits.html',
    read: '2026-11-21',
    says: 'Condition values per rule: 5, which cannot be raised.',
  },
  value: 5,
});

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
