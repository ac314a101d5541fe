import type { Examples } from '../example';

export const taskDefinitionValueExamples: Examples = {
  rule: 'task-definition-value',
  bad: [
    {
      name: 'an architecture by the name that Docker has for it',
      over: 'fargateService',
      template: `
        Resources:
          Task:
            Properties:
              RuntimePlatform: { CpuArchitecture: AMD64, OperatingSystemFamily: LINUX }
      `,
      expects: [{ at: 'Task.Properties.RuntimePlatform.CpuArchitecture', message: 'unknownWord' }],
    },
    {
      name: 'a mistyped network mode',
      over: 'ec2Service',
      template: `
        Resources:
          Task:
            Properties: { NetworkMode: bridged }
      `,
      expects: [{ at: 'Task.Properties.NetworkMode', message: 'unknownWord' }],
    },
    {
      name: 'a condition that is none',
      over: 'fargateService',
      template: `
        Resources:
          Task:
            Properties:
              ContainerDefinitions:
                - { Name: web, Image: public.ecr.aws/nginx/nginx:stable, DependsOn: [{ ContainerName: proxy, Condition: STARTED }] }
                - { Name: proxy, Image: public.ecr.aws/docker/library/haproxy:lts }
      `,
      expects: [{ at: 'Task.Properties.ContainerDefinitions.0.DependsOn.0.Condition', message: 'unknownWord' }],
    },
  ],
  good: [
    {
      name: 'words that ECS knows',
      over: 'fargateService',
      template: `
        Resources:
          Task:
            Properties:
              RuntimePlatform: { CpuArchitecture: ARM64, OperatingSystemFamily: LINUX }
      `,
    },
  ],
  spelled: [
    {
      name: 'a log driver that the documents leave out',
      over: 'ec2Service',
      template: `
        Resources:
          Task:
            Properties:
              ContainerDefinitions: [{ Name: web, Image: public.ecr.aws/nginx/nginx:stable, Memory: 256, LogConfiguration: { LogDriver: none } }]
      `,
    },
  ],
  unknown: [
    {
      name: 'an architecture from a parameter without a default',
      over: 'fargateService',
      template: `
        Parameters:
          Architecture: { Type: String }
        Resources:
          Task:
            Properties:
              RuntimePlatform: { CpuArchitecture: !Ref Architecture }
      `,
      expects: [{ at: 'Task.Properties.RuntimePlatform.CpuArchitecture' }],
    },
  ],
};
