import type { Examples } from '../example';

const containers = (web: string, router: string) => `
  Resources:
    Task:
      Properties:
        ContainerDefinitions:
          - { Name: web, Image: public.ecr.aws/nginx/nginx:stable, ${web} }
          - { Name: router, Image: public.ecr.aws/aws-observability/aws-for-fluent-bit:stable, ${router} }
`;
const awslogs = 'LogConfiguration: { LogDriver: awslogs, Options: { awslogs-group: /shop, awslogs-region: !Ref AWS::Region, awslogs-stream-prefix: web } }';

export const firelensRouterExamples: Examples = {
  rule: 'firelens-router',
  bad: [
    {
      name: 'logs without a router',
      over: 'fargateService',
      template: containers('LogConfiguration: { LogDriver: awsfirelens }', awslogs),
      expects: [{ at: 'Task.Properties.ContainerDefinitions.0.LogConfiguration.LogDriver', message: 'noRouter' }],
    },
    {
      name: 'a router that nobody sends logs to any more',
      over: 'fargateService',
      template: containers(awslogs, 'FirelensConfiguration: { Type: fluentbit }'),
      expects: [{ at: 'Task.Properties.ContainerDefinitions.1.FirelensConfiguration', message: 'noLogs' }],
    },
    {
      name: 'two routers',
      over: 'fargateService',
      template: containers('LogConfiguration: { LogDriver: awsfirelens }, FirelensConfiguration: { Type: fluentbit }', 'FirelensConfiguration: { Type: fluentd }'),
      expects: [{ at: 'Task.Properties.ContainerDefinitions.1.FirelensConfiguration', message: 'twoRouters' }],
    },
  ],
  good: [
    { name: 'a sender and a router', over: 'fargateService', template: containers('LogConfiguration: { LogDriver: awsfirelens }', 'FirelensConfiguration: { Type: fluentbit }') },
    { name: 'neither', over: 'fargateService', template: containers(awslogs, awslogs) },
  ],
  unknown: [
    {
      name: 'a log driver from a parameter without a default',
      over: 'fargateService',
      template: `
        Parameters: { Driver: { Type: String } }
        ${containers('LogConfiguration: { LogDriver: !Ref Driver }', 'FirelensConfiguration: { Type: fluentbit }').trim().split('\n').join('\n      ')}
      `,
      expects: [{ at: 'Task.Properties.ContainerDefinitions.0.LogConfiguration.LogDriver' }],
    },
  ],
};
