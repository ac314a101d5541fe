import type { Examples } from '../example';

export const networkConfigurationExamples: Examples = {
  rule: 'network-configuration',
  bad: [
    {
      name: 'none for tasks with network interfaces',
      over: 'fargateService',
      template: '{ Resources: { Service: { Properties: { NetworkConfiguration: null } } } }',
      expects: [{ at: 'Service.Properties.NetworkConfiguration', message: 'leftOut' }],
    },
    {
      name: 'one without subnets',
      over: 'fargateService',
      template: '{ Resources: { Service: { Properties: { NetworkConfiguration: { AwsvpcConfiguration: { Subnets: null } } } } } }',
      expects: [{ at: 'Service.Properties.NetworkConfiguration.AwsvpcConfiguration.Subnets', message: 'noSubnets' }],
    },
    {
      name: 'one for tasks in bridge mode',
      because: 'The task definition gives no network mode, for which ECS takes bridge.',
      over: 'ec2Service',
      template: '{ Resources: { Service: { Properties: { NetworkConfiguration: { AwsvpcConfiguration: { Subnets: [!Ref SubnetA] } } } } } }',
      expects: [{ at: 'Service.Properties.NetworkConfiguration', message: 'notTaken' }],
    },
    {
      name: 'none for the tasks of a schedule',
      over: 'scheduledTask',
      template: `
        Resources:
          Rule:
            Properties:
              Targets: [{ Id: task, Arn: !GetAtt Cluster.Arn, RoleArn: !GetAtt EventsRole.Arn, EcsParameters: { TaskDefinitionArn: !Ref Task, LaunchType: FARGATE } }]
      `,
      expects: [{ at: 'Rule.Properties.Targets.0.EcsParameters.NetworkConfiguration', message: 'leftOut' }],
    },
  ],
  good: [
    { name: 'subnets for tasks with network interfaces', over: 'fargateService', template: '' },
    { name: 'none in bridge mode', over: 'ec2Service', template: '' },
  ],
  unknown: [
    {
      name: 'a task definition from a parameter without a default',
      over: 'fargateService',
      template: '{ Parameters: { Definition: { Type: String } }, Resources: { Service: { Properties: { TaskDefinition: !Ref Definition, NetworkConfiguration: null } } } }',
      expects: [{ at: 'Service.Properties.TaskDefinition' }],
    },
  ],
};
