import type { Examples } from '../example';

const withContainer = (properties: string): string => `
        Resources:
          Task:
            Properties:
              ContainerDefinitions:
                - { Name: web, Image: public.ecr.aws/nginx/nginx:stable, ${properties} }
`;

const withService = (properties: string): string => `
        Resources:
          Service:
            Properties: ${properties}
`;

export const resourcePropertyExamples: Examples = {
  rule: 'resource-property',
  bad: [
    {
      name: 'a property in other letters',
      because: 'A service has AwsvpcConfiguration; it is EventBridge that has AwsVpcConfiguration.',
      over: 'fargateService',
      template: withService('{ NetworkConfiguration: { AwsvpcConfiguration: null, AwsVpcConfiguration: { Subnets: [!Ref SubnetA], AssignPublicIp: ENABLED } } }'),
      expects: [{ at: 'Service.Properties.NetworkConfiguration.AwsVpcConfiguration', message: 'misspelled' }],
    },
    {
      name: 'a name in the singular',
      over: 'ec2Service',
      template: withService('{ PlacementStrategy: [{ Type: binpack, Field: memory }] }'),
      expects: [{ at: 'Service.Properties.PlacementStrategy', message: 'misspelled' }],
    },
    {
      name: 'a name cut short',
      over: 'ec2Service',
      template: withService('{ NetworkConfig: {} }'),
      expects: [{ at: 'Service.Properties.NetworkConfig', message: 'misspelled' }],
    },
    {
      name: 'a property that belongs to something else',
      over: 'fargateService',
      template: withService('{ AssignPublicIp: ENABLED }'),
      expects: [{ at: 'Service.Properties.AssignPublicIp', message: 'strange' }],
    },
    {
      name: 'a circuit breaker that does not say whether it rolls back',
      over: 'fargateService',
      template: withService('{ DeploymentConfiguration: { DeploymentCircuitBreaker: { Enable: true } } }'),
      expects: [{ at: 'Service.Properties.DeploymentConfiguration.DeploymentCircuitBreaker.Rollback', message: 'missing' }],
    },
    {
      name: 'a scalable target without a minimum',
      over: 'fargateService',
      template: `
        Resources:
          Target:
            Type: AWS::ApplicationAutoScaling::ScalableTarget
            Properties: { MaxCapacity: 4, ResourceId: !Sub 'service/\${Cluster}/\${Service.Name}', ScalableDimension: ecs:service:DesiredCount, ServiceNamespace: ecs }
      `,
      expects: [{ at: 'Target.Properties.MinCapacity', message: 'missing' }],
    },
    {
      name: 'a command that is one text',
      over: 'fargateService',
      template: withContainer('Command: nginx -g "daemon off;"'),
      expects: [{ at: 'Task.Properties.ContainerDefinitions.0.Command', message: 'form' }],
    },
    {
      name: 'an environment that is a map',
      over: 'fargateService',
      template: withContainer('Environment: { STAGE: prod }'),
      expects: [{ at: 'Task.Properties.ContainerDefinitions.0.Environment', message: 'form' }],
    },
    {
      name: 'a container\'s memory with a unit',
      over: 'ec2Service',
      template: withContainer("Memory: '1 GB'"),
      expects: [{ at: 'Task.Properties.ContainerDefinitions.0.Memory', message: 'form' }],
    },
    {
      name: 'a container that is essential in another word',
      over: 'fargateService',
      template: withContainer("Essential: 'on'"),
      expects: [{ at: 'Task.Properties.ContainerDefinitions.0.Essential', message: 'form' }],
    },
    {
      name: 'container definitions in JSON',
      over: 'fargateService',
      template: `
        Resources:
          Task:
            Properties:
              ContainerDefinitions: '[{ "name": "web", "image": "public.ecr.aws/nginx/nginx:stable" }]'
      `,
      expects: [{ at: 'Task.Properties.ContainerDefinitions', message: 'form' }],
    },
  ],
  good: [
    {
      name: 'numbers and truth values as texts',
      over: 'ec2Service',
      template: withContainer("Memory: '512', Cpu: '64', Essential: 'true', Command: [nginx, -g, daemon off;]"),
    },
    {
      name: 'a command from a parameter that is a list',
      over: 'fargateService',
      template: `
        Parameters: { Command: { Type: CommaDelimitedList, Default: 'nginx,-t' } }
${withContainer('Command: !Ref Command')}`,
    },
    {
      name: 'a misspelled property that a condition takes away',
      over: 'fargateService',
      template: `
        Conditions: { Never: !Equals [a, b] }
${withService('{ PlacementStrategy: !If [Never, [], !Ref AWS::NoValue] }')}`,
    },
  ],
  unknown: [
    {
      name: 'a misspelled property that a condition may take away',
      over: 'fargateService',
      template: `
        Parameters: { Stage: { Type: String } }
        Conditions: { Tested: !Equals [!Ref Stage, test] }
${withService('{ PlacementStrategy: !If [Tested, [], !Ref AWS::NoValue] }')}`,
      expects: [{ at: 'Service.Properties.PlacementStrategy' }],
    },
  ],
};
