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
  ],
  good: [
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
