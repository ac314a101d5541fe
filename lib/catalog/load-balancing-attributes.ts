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

/** Attributes of one kind of load balancer, by the kind. */
export const attributesOfKind = fact<Readonly<Record<string, readonly string[]>>>({
  id: 'attributes-of-kind',
  standing: 'documented',
  source: {
    url: 'https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_LoadBalancerAttribute.html',
    read: '2026-11-22',
    says: 'Lists the attributes that only Application Load Balancers support, and those that only Network Load Balancers do.',
  },
  value: {
    application: [
      'client_keep_alive.seconds', 'connection_logs.s3.bucket', 'connection_logs.s3.enabled', 'connection_logs.s3.prefix', 'idle_timeout.timeout_seconds', 'routing.http.desync_mitigation_mode',
      'routing.http.drop_invalid_header_fields.enabled', 'routing.http.preserve_host_header.enabled', 'routing.http.x_amzn_tls_version_and_cipher_suite.enabled', 'routing.http.xff_client_port.enabled',
      'routing.http.xff_header_processing.mode', 'routing.http2.enabled', 'waf.fail_open.enabled',
    ],
    network: ['dns_record.client_routing_policy', 'secondary_ips.auto_assigned.per_subnet'],
  },
});

/** The values that an attribute takes with one kind of load balancer, by resource type, key and kind. */
export const attributeValuesOfKind = fact<Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>>>>({
  id: 'attribute-values-of-kind',
  standing: 'observed',
  source: {
    url: 'https://github.com/badmintoncryer/cdk-preflight/tree/main/rules/elbv2',
    read: '2026-11-22',
    says: "Stickiness type 'lb_cookie' is not supported for target groups with the TCP protocol, and 'source_ip' not with HTTP; 'load_balancing.cross_zone.enabled' must always be 'true' for an Application Load Balancer. The documents of both kinds of load balancers say the same.",
  },
  value: {
    'AWS::ElasticLoadBalancingV2::TargetGroup': { 'stickiness.type': { application: ['lb_cookie', 'app_cookie'], network: ['source_ip'] } },
    'AWS::ElasticLoadBalancingV2::LoadBalancer': { 'load_balancing.cross_zone.enabled': { application: ['true'] } },
  },
});
