import { fact } from './fact';
import type { Limit } from './property-demand';

/** The bounds of what a target group says of its health checks. */
export const targetGroupLimits = fact<readonly Limit[]>({
  id: 'target-group-limits',
  standing: 'documented',
  source: {
    url: 'https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_CreateTargetGroup.html',
    read: '2026-11-20',
    says: 'HealthCheckIntervalSeconds 5 to 300, HealthCheckTimeoutSeconds 2 to 120, HealthyThresholdCount and UnhealthyThresholdCount 2 to 10.',
  },
  value: [
    { path: 'HealthCheckIntervalSeconds', measures: 'number', least: 5, most: 300, unit: 'seconds' },
    { path: 'HealthCheckTimeoutSeconds', measures: 'number', least: 2, most: 120, unit: 'seconds' },
    { path: 'HealthyThresholdCount', measures: 'number', least: 2, most: 10 },
    { path: 'UnhealthyThresholdCount', measures: 'number', least: 2, most: 10 },
  ],
});

/** What holds for a target group of an application load balancer where it says nothing, in seconds. */
export const healthCheckDefaults = fact({
  id: 'health-check-defaults',
  standing: 'documented',
  source: {
    url: 'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/target-group-health-checks.html',
    read: '2026-11-20',
    says: 'For targets of type instance and ip an interval of 30 seconds and a timeout of 5; the timeout is shorter than the interval.',
  },
  value: { intervalSeconds: 30, timeoutSeconds: 5 },
});
