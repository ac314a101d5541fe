import { fact } from './fact';

/** Numbers that an attribute takes, or one beside them. */
export interface AttributeRange {
  readonly least: number;
  readonly most: number;
  readonly or?: number;
}

/** The numbers that attributes of load balancers and target groups take, by resource type and key. */
export const attributeRanges = fact<Readonly<Record<string, { readonly path: string; readonly ranges: Readonly<Record<string, AttributeRange>> }>>>({
  id: 'attribute-ranges',
  standing: 'documented',
  source: {
    url: 'https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_TargetGroupAttribute.html',
    read: '2026-11-22',
    says: 'deregistration_delay.timeout_seconds 0-3600; slow_start.duration_seconds 30-900, or 0 for off; both stickiness durations 1 second to 1 week. Of load balancers (API LoadBalancerAttribute): idle_timeout.timeout_seconds 1-4000, client_keep_alive.seconds 60-604800.',
  },
  value: {
    'AWS::ElasticLoadBalancingV2::TargetGroup': {
      path: 'TargetGroupAttributes.*',
      ranges: {
        'deregistration_delay.timeout_seconds': { least: 0, most: 3600 },
        'slow_start.duration_seconds': { least: 30, most: 900, or: 0 },
        'stickiness.app_cookie.duration_seconds': { least: 1, most: 604800 },
        'stickiness.lb_cookie.duration_seconds': { least: 1, most: 604800 },
      },
    },
    'AWS::ElasticLoadBalancingV2::LoadBalancer': {
      path: 'LoadBalancerAttributes.*',
      ranges: { 'client_keep_alive.seconds': { least: 60, most: 604800 }, 'idle_timeout.timeout_seconds': { least: 1, most: 4000 } },
    },
  },
});
