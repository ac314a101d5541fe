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
    {
      name: 'a configuration file that is nowhere',
      over: 'fargateService',
      template: containers('LogConfiguration: { LogDriver: awsfirelens }', 'FirelensConfiguration: { Type: fluentbit, Options: { config-file-type: file } }'),
      expects: [{ at: 'Task.Properties.ContainerDefinitions.1.FirelensConfiguration.Options', message: 'noConfigFile' }],
    },
    {
      name: 'a configuration file that is somewhere else',
      over: 'ec2Service',
      template: containers('Memory: 256, LogConfiguration: { LogDriver: awsfirelens }', 'Memory: 256, FirelensConfiguration: { Type: fluentbit, Options: { config-file-type: ssm, config-file-value: /shop/logs } }'),
      expects: [{ at: 'Task.Properties.ContainerDefinitions.1.FirelensConfiguration.Options.config-file-type', message: 'configFileType' }],
    },
  ],
  good: [
    {
      name: 'a configuration file in the image', over: 'fargateService',
      template: containers('LogConfiguration: { LogDriver: awsfirelens }', 'FirelensConfiguration: { Type: fluentbit, Options: { config-file-type: file, config-file-value: /fluent-bit/shop.conf } }'),
    },
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
