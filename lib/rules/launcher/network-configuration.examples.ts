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
    {
      name: 'none for what a state machine runs',
      over: 'scheduledTask',
      template: `
        Resources:
          EventsRole: { Properties: { AssumeRolePolicyDocument: { Statement: [{ Effect: Allow, Principal: { Service: states.amazonaws.com }, Action: sts:AssumeRole }] } } }
          Rule: null
          Machine:
            Type: AWS::StepFunctions::StateMachine
            Properties:
              RoleArn: !GetAtt EventsRole.Arn
              Definition: { StartAt: Run, States: { Run: { Type: Task, Resource: 'arn:aws:states:::ecs:runTask', Parameters: { Cluster: !Ref Cluster, TaskDefinition: !Ref Task, LaunchType: FARGATE }, End: true } } }
      `,
      expects: [{ at: 'Machine.Properties.Definition.States.Run.Parameters.NetworkConfiguration', message: 'leftOut' }],
    },
    {
      name: 'none for what a pipe starts',
      over: 'scheduledTask',
      template: `
        Resources:
          EventsRole: { Properties: { AssumeRolePolicyDocument: { Statement: [{ Effect: Allow, Principal: { Service: pipes.amazonaws.com }, Action: sts:AssumeRole }] } } }
          Rule: null
          Jobs: { Type: AWS::SQS::Queue }
          Pipe:
            Type: AWS::Pipes::Pipe
            Properties:
              RoleArn: !GetAtt EventsRole.Arn
              Source: !GetAtt Jobs.Arn
              Target: !GetAtt Cluster.Arn
              TargetParameters: { EcsTaskParameters: { TaskDefinitionArn: !Ref Task, LaunchType: FARGATE } }
      `,
      expects: [{ at: 'Pipe.Properties.TargetParameters.EcsTaskParameters.NetworkConfiguration', message: 'leftOut' }],
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
