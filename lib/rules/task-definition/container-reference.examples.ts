import type { Examples } from '../example';

const schedule = (input: string) => `
        Resources:
          Rule:
            Properties:
              Targets:
                - Id: task
                  Arn: !GetAtt Cluster.Arn
                  RoleArn: !GetAtt EventsRole.Arn
                  Input: !Sub '${input}'
                  EcsParameters:
                    TaskDefinitionArn: !Ref Task
                    LaunchType: FARGATE
                    NetworkConfiguration: { AwsVpcConfiguration: { Subnets: [!Ref SubnetA, !Ref SubnetB], AssignPublicIp: ENABLED } }
      `;

/** A state machine that runs the task of the base stack with a command for one of its containers. */
const machine = (container: string) => `
        Resources:
          StatesRole:
            Type: AWS::IAM::Role
            Properties:
              AssumeRolePolicyDocument: { Statement: [{ Effect: Allow, Principal: { Service: states.amazonaws.com }, Action: sts:AssumeRole }] }
              Policies: [{ PolicyName: run, PolicyDocument: { Statement: [{ Effect: Allow, Action: ['ecs:*', 'iam:PassRole'], Resource: '*' }] } }]
          Machine:
            Type: AWS::StepFunctions::StateMachine
            Properties:
              RoleArn: !GetAtt StatesRole.Arn
              DefinitionString: !Sub |
                { "StartAt": "Run", "States": { "Run": { "Type": "Task", "Resource": "arn:aws:states:::ecs:runTask", "End": true, "Parameters": {
                  "Cluster": "\${Cluster.Arn}", "TaskDefinition": "\${Task}", "LaunchType": "FARGATE",
                  "NetworkConfiguration": { "AwsvpcConfiguration": { "Subnets": ["\${SubnetA}"], "AssignPublicIp": "ENABLED" } },
                  "Overrides": { "ContainerOverrides": [{ "Name": "${container}", "Command.$": "$.command" }] } } } } }
      `;

export const containerReferenceExamples: Examples = {
  rule: 'container-reference',
  bad: [
    {
      name: 'a schedule with a command for a container that the task does not have',
      over: 'scheduledTask',
      template: schedule('{ "containerOverrides": [{ "name": "report", "command": ["report"], "environment": [{ "name": "STAGE", "value": "${AWS::StackName}" }] }] }'),
      expects: [{ at: 'Rule.Properties.Targets.0.Input', message: 'notOverridden' }],
    },
    {
      name: 'waiting for a container that was taken out',
      over: 'fargateService',
      template: `
        Resources:
          Task:
            Properties:
              ContainerDefinitions:
                - { Name: web, Image: public.ecr.aws/nginx/nginx:stable, DependsOn: [{ ContainerName: migrations, Condition: SUCCESS }] }
      `,
      expects: [{ at: 'Task.Properties.ContainerDefinitions.0.DependsOn.0.ContainerName', message: 'missing' }],
    },
    {
      name: 'a link and volumes of containers of another task',
      over: 'ec2Service',
      template: `
        Resources:
          Task:
            Properties:
              ContainerDefinitions:
                - { Name: web, Image: public.ecr.aws/nginx/nginx:stable, Memory: 256, Links: ['redis:cache'], VolumesFrom: [{ SourceContainer: assets }] }
      `,
      expects: [
        { at: 'Task.Properties.ContainerDefinitions.0.Links.0', message: 'missing' },
        { at: 'Task.Properties.ContainerDefinitions.0.VolumesFrom.0.SourceContainer', message: 'missing' },
      ],
    },
    {
      name: 'a state machine with a command for a container that the task does not have',
      over: 'scheduledTask',
      template: machine('report'),
      expects: [{ at: 'Machine.Properties.DefinitionString', message: 'notOverridden' }],
    },
  ],
  good: [
    { name: 'a state machine with a command for a container of the task', over: 'scheduledTask', template: machine('web') },
    {
      name: 'a schedule with a command for a container of the task', over: 'scheduledTask',
      template: schedule('{ "containerOverrides": [{ "name": "web", "command": ["report"], "environment": [{ "name": "STAGE", "value": "${AWS::StackName}" }] }] }'),
    },
    {
      name: 'a link with an alias, volumes and a dependency',
      over: 'ec2Service',
      template: `
        Resources:
          Task:
            Properties:
              ContainerDefinitions:
                - Name: web
                  Image: public.ecr.aws/nginx/nginx:stable
                  Memory: 256
                  Links: ['redis:cache']
                  VolumesFrom: [{ SourceContainer: redis }]
                  DependsOn: [{ ContainerName: redis, Condition: START }]
                - { Name: redis, Image: public.ecr.aws/docker/library/redis:7, Memory: 256 }
      `,
    },
    {
      name: 'a name that a parameter gives to both',
      over: 'fargateService',
      template: `
        Parameters:
          Proxy: { Type: String }
        Resources:
          Task:
            Properties:
              ContainerDefinitions:
                - { Name: web, Image: public.ecr.aws/nginx/nginx:stable, DependsOn: [{ ContainerName: !Ref Proxy, Condition: START }] }
                - { Name: !Ref Proxy, Image: public.ecr.aws/docker/library/haproxy:lts }
      `,
    },
  ],
  unknown: [
    {
      name: 'a dependency that a parameter without a default names',
      over: 'fargateService',
      template: `
        Parameters:
          Proxy: { Type: String }
        Resources:
          Task:
            Properties:
              ContainerDefinitions:
                - { Name: web, Image: public.ecr.aws/nginx/nginx:stable, DependsOn: [{ ContainerName: !Ref Proxy, Condition: START }] }
                - { Name: proxy, Image: public.ecr.aws/docker/library/haproxy:lts }
      `,
      expects: [{ at: 'Task.Properties.ContainerDefinitions.0.DependsOn.0.ContainerName' }],
    },
  ],
};
