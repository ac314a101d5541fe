import type { Examples } from '../example';
import { schedule } from '../schedule/example-schedule';

export const resourceValueExamples: Examples = {
  rule: 'resource-value',
  bad: [
    {
      name: 'a scheme that load balancers do not have', over: 'loadBalancedService', template: '{ Resources: { LoadBalancer: { Properties: { Scheme: public } } } }',
      expects: [{ at: 'LoadBalancer.Properties.Scheme', message: 'word' }],
    },
    {
      name: 'logs kept for ten days', over: 'privateService', template: '{ Resources: { LogGroup: { Properties: { RetentionInDays: 10 } } } }',
      because: 'CloudWatch Logs keeps them for 7 or for 14.', expects: [{ at: 'LogGroup.Properties.RetentionInDays', message: 'word' }],
    },
    {
      name: 'a health check that Auto Scaling does not know', over: 'ec2Service', template: '{ Resources: { Group: { Properties: { HealthCheckType: "EC2,ALB" } } } }',
      expects: [{ at: 'Group.Properties.HealthCheckType', message: 'word' }],
    },
    {
      name: 'a time window of two days', over: 'scheduledTask', template: schedule('rate(1 day)', '{ Mode: FLEXIBLE, MaximumWindowInMinutes: 2880 }'),
      expects: [{ at: 'Schedule.Properties.FlexibleTimeWindow.MaximumWindowInMinutes', message: 'beyond' }],
    },
  ],
  good: [
    { name: 'an internal load balancer', over: 'loadBalancedService', template: '{ Resources: { LoadBalancer: { Properties: { Scheme: internal } } } }' },
    { name: 'two health checks', over: 'ec2Service', template: '{ Resources: { Group: { Properties: { HealthCheckType: "EC2,EBS" } } } }' },
    { name: 'a time window of an hour', over: 'scheduledTask', template: schedule('rate(1 day)', '{ Mode: FLEXIBLE, MaximumWindowInMinutes: 60 }') },
  ],
  unknown: [
    {
      name: 'a parameter without a default', over: 'loadBalancedService',
      template: '{ Parameters: { Scheme: { Type: String } }, Resources: { LoadBalancer: { Properties: { Scheme: !Ref Scheme } } } }',
      expects: [{ at: 'LoadBalancer.Properties.Scheme' }],
    },
  ],
  spelled: [
    {
      name: 'days as a text', over: 'privateService', template: "{ Resources: { LogGroup: { Properties: { RetentionInDays: '10' } } } }",
      expects: [{ at: 'LogGroup.Properties.RetentionInDays', message: 'word' }],
    },
  ],
};
