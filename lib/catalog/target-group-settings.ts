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
    says: 'For targets of type instance and ip an interval of 30 seconds and a timeout of 5, and two failures in a row; the timeout is shorter than the interval.',
  },
  value: { intervalSeconds: 30, timeoutSeconds: 5, unhealthyThreshold: 2 },
});

/** The answers of HTTP that a health check may take for healthy, by the kind of load balancer. */
export const healthyCodes = fact<Readonly<Record<'application' | 'network', { readonly least: number; readonly most: number }>>>({
  id: 'healthy-codes',
  standing: 'documented',
  source: {
    url: 'https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_Matcher.html',
    read: '2026-11-21',
    says: 'HttpCode 200 to 499 for Application Load Balancers, 200 to 599 for Network Load Balancers; several by commas, ranges by a hyphen.',
  },
  value: { application: { least: 200, most: 499 }, network: { least: 200, most: 599 } },
});
