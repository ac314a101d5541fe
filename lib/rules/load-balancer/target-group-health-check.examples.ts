import type { Examples } from '../example';

const checking = (what: string) => `{ Resources: { Targets: { Properties: { ${what} } } } }`;

export const targetGroupHealthCheckExamples: Examples = {
  rule: 'target-group-health-check',
  bad: [
    {
      name: 'a timeout as long as the interval',
      over: 'loadBalancedService',
      template: checking('HealthCheckIntervalSeconds: 10, HealthCheckTimeoutSeconds: 10'),
      expects: [{ at: 'Targets.Properties.HealthCheckTimeoutSeconds', message: 'timeout' }],
    },
    {
      name: 'a path without a slash',
      over: 'loadBalancedService',
      template: checking('HealthCheckPath: health'),
      expects: [{ at: 'Targets.Properties.HealthCheckPath', message: 'path' }],
    },
    {
      name: 'a check by TCP',
      over: 'loadBalancedService',
      template: checking('HealthCheckProtocol: TCP'),
      expects: [{ at: 'Targets.Properties.HealthCheckProtocol', message: 'protocol' }],
    },
    {
      name: 'a path for a target group of a Network Load Balancer, which checks by TCP unless told otherwise',
      over: 'loadBalancedService',
      template: `{ Resources: { LoadBalancer: { Properties: { Type: network } }, Listener: { Properties: { Protocol: TCP } }, Targets: { Properties: { Protocol: TCP, HealthCheckPath: /healthz } } } }`,
      expects: [{ at: 'Targets.Properties.HealthCheckPath', message: 'tcpPath' }],
    },
    {
      name: 'a failure for healthy',
      over: 'loadBalancedService',
      template: checking("Matcher: { HttpCode: '200-503' }"),
      expects: [{ at: 'Targets.Properties.Matcher.HttpCode', message: 'matcher' }],
    },
    {
      name: 'no health checks',
      over: 'loadBalancedService',
      template: checking('HealthCheckEnabled: false'),
      expects: [{ at: 'Targets.Properties.HealthCheckEnabled', message: 'switchedOff' }],
    },
    {
      name: 'one answer that is enough',
      over: 'loadBalancedService',
      template: checking('HealthyThresholdCount: 1'),
      expects: [{ at: 'Targets.Properties.HealthyThresholdCount', message: 'beyond' }],
    },
  ],
  good: [
    {
      name: 'a quick check of a path',
      over: 'loadBalancedService',
      template: checking("HealthCheckProtocol: HTTP, HealthCheckPath: /health, HealthCheckIntervalSeconds: 6, HealthCheckTimeoutSeconds: 5, HealthyThresholdCount: 2, Matcher: { HttpCode: '200,301-302' }"),
    },
    {
      name: 'a check by TCP behind a network load balancer',
      over: 'loadBalancedService',
      template: `
        Resources:
          LoadBalancer: { Properties: { Type: network } }
          Listener: { Properties: { Protocol: TCP } }
          Targets: { Properties: { Protocol: TCP, HealthCheckProtocol: TCP, HealthCheckIntervalSeconds: 10, HealthCheckTimeoutSeconds: 10 } }
      `,
    },
  ],
  unknown: [
    {
      name: 'a path from a parameter without a default',
      over: 'loadBalancedService',
      template: `
        Parameters: { Path: { Type: String } }
        Resources: { Targets: { Properties: { HealthCheckPath: !Ref Path } } }
      `,
      expects: [{ at: 'Targets.Properties.HealthCheckPath' }],
    },
  ],
  defaulted: [
    {
      name: 'an interval as short as the timeout is by default',
      over: 'loadBalancedService',
      template: checking('HealthCheckIntervalSeconds: 5'),
      expects: [{ at: 'Targets.Properties.HealthCheckIntervalSeconds', message: 'timeout' }],
    },
  ],
};
