import { fact } from './fact';

/** How the names of capacity providers may not begin, in any case. */
export const capacityProviderNames = fact({
  id: 'capacity-provider-names',
  standing: 'documented',
  source: {
    url: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CreateCapacityProvider.html',
    read: '2026-11-20',
    says: 'name: it cannot be prefixed with "aws", "ecs", or "fargate".',
  },
  value: { reserved: ['aws', 'ecs', 'fargate'] },
});

/** How many capacity providers one strategy may name. */
export const strategyLength = fact({
  id: 'strategy-length',
  standing: 'documented',
  source: {
    url: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CapacityProviderStrategyItem.html',
    read: '2026-11-20',
    says: 'A capacity provider strategy can contain a maximum of 20 capacity providers.',
  },
  value: 20,
});
