import { fact } from './fact';

/** How many tasks fail before the deployment circuit breaker gives up, where the service does not say: of half of the desired count, within these bounds. */
export const circuitBreakerThreshold = fact({
  id: 'circuit-breaker-threshold',
  standing: 'documented',
  source: {
    url: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/deployment-circuit-breaker.html',
    read: '2026-11-20',
    says: 'Half of the desired count, at least 3 and at most 200 tasks; ThresholdConfiguration may say otherwise.',
  },
  value: { least: 3, most: 200 },
});
