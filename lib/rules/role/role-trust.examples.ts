import type { Examples } from '../example';

const trusting = (role: string, service: string) => `
        Resources:
          ${role}:
            Properties:
              AssumeRolePolicyDocument: { Statement: [{ Effect: Allow, Principal: { Service: ${service} }, Action: sts:AssumeRole }] }
      `;

export const roleTrustExamples: Examples = {
  rule: 'role-trust',
  bad: [
    {
      name: 'an execution role that trusts ecs.amazonaws.com',
      over: 'fargateService',
      template: trusting('ExecutionRole', 'ecs.amazonaws.com'),
      expects: [{ at: 'ExecutionRole.Properties.AssumeRolePolicyDocument.Statement.0.Principal.Service', message: 'notTrusted' }],
    },
    {
      name: 'a role of container instances that trusts tasks',
      over: 'ec2Service',
      template: trusting('InstanceRole', 'ecs-tasks.amazonaws.com'),
      expects: [{ at: 'InstanceRole.Properties.AssumeRolePolicyDocument.Statement.0.Principal.Service', message: 'notTrusted' }],
    },
    {
      name: 'a schedule with the role of a rule',
      over: 'fargateService',
      template: `
        Resources:
          StartRole:
            Type: AWS::IAM::Role
            Properties:
              AssumeRolePolicyDocument: { Statement: [{ Effect: Allow, Principal: { Service: events.amazonaws.com }, Action: sts:AssumeRole }] }
              ManagedPolicyArns: [arn:aws:iam::aws:policy/service-role/AmazonEC2ContainerServiceEventsRole]
          Nightly:
            Type: AWS::Scheduler::Schedule
            Properties:
              ScheduleExpression: rate(1 day)
              FlexibleTimeWindow: { Mode: 'OFF' }
              Target:
                Arn: !GetAtt Cluster.Arn
                RoleArn: !GetAtt StartRole.Arn
                EcsParameters:
                  TaskDefinitionArn: !Ref Task
                  LaunchType: FARGATE
                  NetworkConfiguration: { AwsvpcConfiguration: { AssignPublicIp: ENABLED, Subnets: [!Ref SubnetA], SecurityGroups: [!Ref TaskSecurityGroup] } }
      `,
      expects: [{ at: 'StartRole.Properties.AssumeRolePolicyDocument.Statement.0.Principal.Service', message: 'notTrusted' }],
    },
    {
      name: 'a role that only one schedule may assume',
      because: 'EventBridge Scheduler says the group of the schedule when it assumes a role.',
      over: 'fargateService',
      template: `
        Resources:
          StartRole:
            Type: AWS::IAM::Role
            Properties:
              AssumeRolePolicyDocument:
                Statement:
                  - Effect: Allow
                    Principal: { Service: scheduler.amazonaws.com }
                    Action: sts:AssumeRole
                    Condition: { ArnEquals: { aws:SourceArn: !Sub 'arn:aws:scheduler:\${AWS::Region}:\${AWS::AccountId}:schedule/default/nightly' } }
              ManagedPolicyArns: [arn:aws:iam::aws:policy/service-role/AmazonEC2ContainerServiceEventsRole]
          Nightly:
            Type: AWS::Scheduler::Schedule
            Properties:
              Name: nightly
              ScheduleExpression: rate(1 day)
              FlexibleTimeWindow: { Mode: 'OFF' }
              Target:
                Arn: !GetAtt Cluster.Arn
                RoleArn: !GetAtt StartRole.Arn
                EcsParameters:
                  TaskDefinitionArn: !Ref Task
                  LaunchType: FARGATE
                  NetworkConfiguration: { AwsvpcConfiguration: { AssignPublicIp: ENABLED, Subnets: [!Ref SubnetA], SecurityGroups: [!Ref TaskSecurityGroup] } }
      `,
      expects: [{ at: 'StartRole.Properties.AssumeRolePolicyDocument.Statement.0.Condition', message: 'condition' }],
    },
    {
      name: 'a role that only the tasks of one cluster may assume',
      because: 'ECS does not say the cluster when it assumes a role for tasks.',
      over: 'fargateService',
      template: `
        Resources:
          ExecutionRole:
            Properties:
              AssumeRolePolicyDocument:
                Statement:
                  - Effect: Allow
                    Principal: { Service: ecs-tasks.amazonaws.com }
                    Action: sts:AssumeRole
                    Condition: { ArnLike: { aws:SourceArn: !GetAtt Cluster.Arn } }
      `,
      expects: [{ at: 'ExecutionRole.Properties.AssumeRolePolicyDocument.Statement.0.Condition', message: 'condition' }],
    },
    {
      name: 'a pipeline whose role trusts the builds',
      over: 'fargateService',
      template: `
        Resources:
          PipelineRole:
            Type: AWS::IAM::Role
            Properties:
              AssumeRolePolicyDocument: { Statement: [{ Effect: Allow, Principal: { Service: codebuild.amazonaws.com }, Action: sts:AssumeRole }] }
              ManagedPolicyArns: [arn:aws:iam::aws:policy/AdministratorAccess]
          Pipeline:
            Type: AWS::CodePipeline::Pipeline
            Properties:
              RoleArn: !GetAtt PipelineRole.Arn
              Stages:
                - Name: Deploy
                  Actions:
                    - Name: Deploy
                      ActionTypeId: { Category: Deploy, Owner: AWS, Provider: ECS, Version: '1' }
                      Configuration: { ClusterName: !Ref Cluster, ServiceName: !GetAtt Service.Name }
      `,
      expects: [{ at: 'PipelineRole.Properties.AssumeRolePolicyDocument.Statement.0.Principal.Service', message: 'notTrusted' }],
    },
    {
      name: 'a function of a deployment that only itself may call',
      over: 'fargateService',
      template: `
        Resources:
          HookRole:
            Type: AWS::IAM::Role
            Properties:
              AssumeRolePolicyDocument: { Statement: [{ Effect: Allow, Principal: { Service: lambda.amazonaws.com }, Action: sts:AssumeRole }] }
              Policies: [{ PolicyName: call, PolicyDocument: { Statement: { Effect: Allow, Action: lambda:InvokeFunction, Resource: '*' } } }]
          Service:
            Properties:
              DeploymentConfiguration:
                Strategy: BLUE_GREEN
                LifecycleHooks: [{ HookTargetArn: arn:aws:lambda:eu-west-1:111122223333:function:check, RoleArn: !GetAtt HookRole.Arn, LifecycleStages: [POST_SCALE_UP] }]
      `,
      expects: [{ at: 'HookRole.Properties.AssumeRolePolicyDocument.Statement.0.Principal.Service', message: 'notTrusted' }],
    },
  ],
  good: [
    { name: 'a role for tasks', over: 'fargateService', template: '' },
    { name: 'a role for container instances', over: 'ec2Service', template: '' },
    {
      name: 'a role for two services, under a condition',
      over: 'fargateService',
      template: `
        Resources:
          ExecutionRole:
            Properties:
              AssumeRolePolicyDocument:
                Statement:
                  - Effect: Allow
                    Principal: { Service: [ecs.amazonaws.com, ecs-tasks.amazonaws.com] }
                    Action: sts:AssumeRole
                    Condition:
                      StringEquals: { aws:SourceAccount: !Ref AWS::AccountId }
                      ArnLike: { aws:SourceArn: !Sub 'arn:aws:ecs:\${AWS::Region}:\${AWS::AccountId}:*' }
      `,
    },
  ],
  unknown: [
    {
      name: 'a trust policy from a parameter',
      over: 'fargateService',
      template: `
        Parameters:
          Trust: { Type: String }
        Resources:
          ExecutionRole:
            Properties: { AssumeRolePolicyDocument: !Ref Trust }
      `,
      expects: [{ at: 'ExecutionRole.Properties.AssumeRolePolicyDocument.Statement' }],
    },
  ],
  spelled: [
    { name: 'the service with the URL suffix of the partition', over: 'ec2Service', template: trusting('InstanceRole', "!Sub 'ec2.\${AWS::URLSuffix}'") },
  ],
};
