import type { Examples } from '../example';

const express = (properties: string) => `
        Resources:
          Express:
            Type: AWS::ECS::ExpressGatewayService
            Properties:
              InfrastructureRoleArn: arn:aws:iam::123456789012:role/express-infrastructure
              ExecutionRoleArn: arn:aws:iam::123456789012:role/express-execution
              PrimaryContainer: { Image: public.ecr.aws/nginx/nginx:stable }
              ${properties}
`;

const daemon = (properties: string) => `
        Resources:
          Agent:
            Type: AWS::ECS::DaemonTaskDefinition
            Properties:
              Family: agent
              ContainerDefinitions: [{ Name: agent, Image: public.ecr.aws/aws-observability/aws-otel-collector:latest, Memory: 256 }]
              ${properties}
`;

export const newerResourceSettingExamples: Examples = {
  rule: 'newer-resource-setting',
  bad: [
    {
      name: 'an Express service of a size that Fargate does not offer',
      over: 'nothing',
      template: express("Cpu: '1024'\n              Memory: '1024'"),
      expects: [{ at: 'Express.Properties.Memory', message: 'size' }],
    },
    {
      name: 'an Express service with parts of a vCPU and of a GB, and no unit',
      over: 'nothing',
      template: express("Cpu: '0.25'\n              Memory: '0.5'"),
      expects: [{ at: 'Express.Properties.Cpu', message: 'unreadable' }, { at: 'Express.Properties.Memory', message: 'unreadable' }],
    },
    {
      name: 'an Express service that scales by another metric, between more and less',
      over: 'nothing',
      template: express('ScalingTarget: { AutoScalingMetric: CPUUtilization, MinTaskCount: 4, MaxTaskCount: 2 }'),
      expects: [{ at: 'Express.Properties.ScalingTarget.AutoScalingMetric', message: 'unknownWord' }, { at: 'Express.Properties.ScalingTarget.MaxTaskCount', message: 'reversed' }],
    },
    {
      name: 'a daemon that asks for the namespace of its host as tasks do',
      over: 'nothing',
      template: daemon('PidMode: host'),
      expects: [{ at: 'Agent.Properties.PidMode', message: 'unknownWord' }],
    },
    {
      name: 'a daemon that drains more than all instances',
      over: 'nothing',
      template: `
        Resources:
          Daemon:
            Type: AWS::ECS::Daemon
            Properties: { DeploymentConfiguration: { DrainPercent: 150 } }
      `,
      expects: [{ at: 'Daemon.Properties.DeploymentConfiguration.DrainPercent', message: 'beyond' }],
    },
  ],
  good: [
    { name: 'an Express service', over: 'nothing', template: express("Cpu: '1024'\n              Memory: '2048'") },
    { name: 'a daemon in the namespace of its host', over: 'nothing', template: daemon('PidMode: shared') },
  ],
  unknown: [
    {
      name: 'a size from a parameter without a default',
      over: 'nothing',
      template: `
        Parameters: { Memory: { Type: String } }
${express("Cpu: '1024'\n              Memory: !Ref Memory")}`,
      expects: [{ at: 'Express.Properties.Memory' }],
    },
  ],
};
