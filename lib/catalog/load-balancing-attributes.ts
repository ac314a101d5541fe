import { fact } from './fact';

/** Numbers that an attribute takes, or one beside them. */
export interface AttributeRange {
  readonly least: number;
  readonly most: number;
  readonly or?: number;
}

/** The numbers that attributes of load balancers and target groups take, by resource type and key. */
export const attributeRanges = fact<Readonly<Record<string, { readonly list: string; readonly ranges: Readonly<Record<string, AttributeRange>> }>>>({
  id: 'attribute-ranges',
  standing: 'documented',
  source: {
    url: 'https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_TargetGroupAttribute.html',
    read: '2026-11-22',
    says: 'deregistration_delay.timeout_seconds 0-3600; slow_start.duration_seconds 30-900, or 0 for off; both stickiness durations 1 second to 1 week. Of load balancers (API LoadBalancerAttribute): idle_timeout.timeout_seconds 1-4000, client_keep_alive.seconds 60-604800.',
  },
  value: {
    'AWS::ElasticLoadBalancingV2::TargetGroup': {
      list: 'TargetGroupAttributes',
      ranges: {
        'deregistration_delay.timeout_seconds': { least: 0, most: 3600 },
        'slow_start.duration_seconds': { least: 30, most: 900, or: 0 },
        'stickiness.app_cookie.duration_seconds': { least: 1, most: 604800 },
        'stickiness.lb_cookie.duration_seconds': { least: 1, most: 604800 },
      },
    },
    'AWS::ElasticLoadBalancingV2::LoadBalancer': {
      list: 'LoadBalancerAttributes',
      ranges: { 'client_keep_alive.seconds': { least: 60, most: 604800 }, 'idle_timeout.timeout_seconds': { least: 1, most: 4000 } },
    },
  },
});

/** The attributes that there are, by resource type and the kind of load balancer, or `any` where there are more than one. */
export const attributesOfKind = fact<Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>>({
  id: 'attributes-of-kind',
  standing: 'documented',
  source: {
    url: 'https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_LoadBalancerAttribute.html',
    read: '2026-11-22',
    says: 'Lists the attributes that all load balancers support, those that only Application Load Balancers do, and those that only Network Load Balancers do. API TargetGroupAttribute lists those of target groups in the same way.',
  },
  value: {
    'AWS::ElasticLoadBalancingV2::LoadBalancer': {
      any: ['access_logs.s3.bucket', 'access_logs.s3.enabled', 'access_logs.s3.prefix', 'deletion_protection.enabled', 'ipv6.deny_all_igw_traffic', 'load_balancing.cross_zone.enabled', 'zonal_shift.config.enabled'],
      application: [
        'client_keep_alive.seconds', 'connection_logs.s3.bucket', 'connection_logs.s3.enabled', 'connection_logs.s3.prefix', 'health_check_logs.s3.bucket', 'health_check_logs.s3.enabled', 'health_check_logs.s3.prefix',
        'idle_timeout.timeout_seconds', 'routing.http.desync_mitigation_mode', 'routing.http.drop_invalid_header_fields.enabled', 'routing.http.preserve_host_header.enabled',
        'routing.http.x_amzn_tls_version_and_cipher_suite.enabled', 'routing.http.xff_client_port.enabled', 'routing.http.xff_header_processing.mode', 'routing.http2.enabled', 'waf.fail_open.enabled',
      ],
      network: ['dns_record.client_routing_policy', 'secondary_ips.auto_assigned.per_subnet'],
      gateway: [],
    },
    'AWS::ElasticLoadBalancingV2::TargetGroup': {
      any: [
        'deregistration_delay.timeout_seconds', 'load_balancing.cross_zone.enabled', 'stickiness.enabled', 'stickiness.type',
        'target_group_health.dns_failover.minimum_healthy_targets.count', 'target_group_health.dns_failover.minimum_healthy_targets.percentage',
        'target_group_health.unhealthy_state_routing.minimum_healthy_targets.count', 'target_group_health.unhealthy_state_routing.minimum_healthy_targets.percentage',
      ],
      application: [
        'lambda.multi_value_headers.enabled', 'load_balancing.algorithm.anomaly_mitigation', 'load_balancing.algorithm.type', 'slow_start.duration_seconds', 'stickiness.app_cookie.cookie_name',
        'stickiness.app_cookie.duration_seconds', 'stickiness.lb_cookie.duration_seconds',
      ],
      network: [
        'deregistration_delay.connection_termination.enabled', 'preserve_client_ip.enabled', 'proxy_protocol_v2.enabled', 'target_health_state.unhealthy.connection_termination.enabled',
        'target_health_state.unhealthy.draining_interval_seconds',
      ],
      gateway: ['target_failover.on_deregistration', 'target_failover.on_unhealthy'],
    },
  },
});

/** The words that attributes take whatever the kind of load balancer. Where nothing else is said, what ends in `.enabled` is true or false. */
export const attributeWords = fact<Readonly<Record<string, readonly string[]>>>({
  id: 'attribute-words',
  standing: 'documented',
  source: {
    url: 'https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_TargetGroupAttribute.html',
    read: '2026-11-22',
    says: 'The possible values of each attribute; API LoadBalancerAttribute has those of load balancers. Cross-zone load balancing of a target group may also be as the load balancer has it.',
  },
  value: {
    'dns_record.client_routing_policy': ['any_availability_zone', 'availability_zone_affinity', 'partial_availability_zone_affinity'],
    'load_balancing.algorithm.anomaly_mitigation': ['on', 'off'],
    'load_balancing.algorithm.type': ['round_robin', 'least_outstanding_requests', 'weighted_random'],
    'load_balancing.cross_zone.enabled': ['true', 'false', 'use_load_balancer_configuration'],
    'routing.http.desync_mitigation_mode': ['monitor', 'defensive', 'strictest'],
    'routing.http.xff_header_processing.mode': ['append', 'preserve', 'remove'],
    'stickiness.type': ['lb_cookie', 'app_cookie', 'source_ip', 'source_ip_dest_ip', 'source_ip_dest_ip_proto'],
  },
});

/** What has to be said beside an attribute of some value. */
export const attributeNeeds = fact<readonly { readonly key: string; readonly value: string; readonly needs: string }[]>({
  id: 'attribute-needs',
  standing: 'documented',
  source: {
    url: 'https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_LoadBalancerAttribute.html',
    read: '2026-11-22',
    says: 'The bucket is required if the logs are enabled. For the cookie of an application its name is (Sticky sessions for your Application Load Balancer).',
  },
  value: [
    ...['access_logs', 'connection_logs', 'health_check_logs'].map(logs => ({ key: `${logs}.s3.enabled`, value: 'true', needs: `${logs}.s3.bucket` })),
    { key: 'stickiness.type', value: 'app_cookie', needs: 'stickiness.app_cookie.cookie_name' },
  ],
});

/** How names of cookies that the load balancer keeps for itself begin. */
export const reservedCookies = fact<string>({
  id: 'reserved-cookies',
  standing: 'documented',
  source: {
    url: 'https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_TargetGroupAttribute.html',
    read: '2026-11-22',
    says: 'Names of application-based cookies do not start with AWSALB, AWSALBAPP or AWSALBTG.',
  },
  value: 'AWSALB',
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
