import type { Examples } from '../example';
import { schedule } from '../schedule/example-schedule';

const daemon = (properties: string) => `
        Resources:
          Agent:
            Type: AWS::ECS::DaemonTaskDefinition
            Properties:
              Family: agent
              ContainerDefinitions: [{ Name: agent, Image: public.ecr.aws/aws-observability/aws-otel-collector:latest, Memory: 256 }]
              ${properties}
`;

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
    {
      name: 'a daemon that asks for the namespace of its host as tasks do', over: 'nothing', template: daemon('PidMode: host'),
      expects: [{ at: 'Agent.Properties.PidMode', message: 'word' }],
    },
    {
      name: 'a daemon that drains more than all instances', over: 'nothing', template: '{ Resources: { Daemon: { Type: AWS::ECS::Daemon, Properties: { DeploymentConfiguration: { DrainPercent: 150 } } } } }',
      expects: [{ at: 'Daemon.Properties.DeploymentConfiguration.DrainPercent', message: 'beyond' }],
    },
  ],
  good: [
    { name: 'an internal load balancer', over: 'loadBalancedService', template: '{ Resources: { LoadBalancer: { Properties: { Scheme: internal } } } }' },
    { name: 'two health checks', over: 'ec2Service', template: '{ Resources: { Group: { Properties: { HealthCheckType: "EC2,EBS" } } } }' },
    { name: 'a time window of an hour', over: 'scheduledTask', template: schedule('rate(1 day)', '{ Mode: FLEXIBLE, MaximumWindowInMinutes: 60 }') },
    { name: 'a daemon in the namespace of its host', over: 'nothing', template: daemon('PidMode: shared') },
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
