import type { Examples } from '../example';

export const launchCompatibilityExamples: Examples = {
  rule: 'launch-compatibility',
  bad: [
    {
      name: 'a task definition for container instances on Fargate',
      over: 'fargateService',
      template: '{ Resources: { Task: { Properties: { RequiresCompatibilities: [EC2], NetworkMode: bridge } }, Service: { Properties: { NetworkConfiguration: null } } } }',
      expects: [{ at: 'Task.Properties.NetworkMode', message: 'notForFargate' }],
    },
    {
      name: 'a task without a size on Fargate',
      because: 'Without RequiresCompatibilities ECS registers it, for container instances.',
      over: 'fargateService',
      template: `
        Resources:
          Task:
            Properties:
              RequiresCompatibilities: null
              Cpu: null
              Memory: null
              ContainerDefinitions: [{ Name: web, Image: public.ecr.aws/nginx/nginx:stable, Memory: 512 }]
      `,
      expects: [{ at: 'Task.Properties.Cpu', message: 'notForFargate' }],
    },
    {
      name: 'a task of a size that Fargate does not offer',
      over: 'fargateService',
      template: "{ Resources: { Task: { Properties: { RequiresCompatibilities: null, Cpu: '256', Memory: '4096' } } } }",
      expects: [{ at: 'Task.Properties.Memory', message: 'notForFargate' }],
    },
    {
      name: 'tasks with their own network interface on external instances',
      over: 'ec2Service',
      template: `
        Resources:
          Task:
            Properties: { RequiresCompatibilities: [EXTERNAL], NetworkMode: awsvpc }
          Service:
            Properties: { LaunchType: EXTERNAL, NetworkConfiguration: { AwsvpcConfiguration: { Subnets: [!Ref SubnetA] } } }
      `,
      expects: [{ at: 'Task.Properties.NetworkMode', message: 'notForExternal' }],
    },
    {
      name: 'ephemeral storage on container instances',
      over: 'ec2Service',
      template: '{ Resources: { Task: { Properties: { RequiresCompatibilities: null, EphemeralStorage: { SizeInGiB: 50 } } } } }',
      expects: [{ at: 'Task.Properties.EphemeralStorage', message: 'notForInstances' }],
    },
    {
      name: 'Windows on Fargate Spot',
      over: 'fargateService',
      template: `
        Resources:
          Cluster:
            Properties: { CapacityProviders: [FARGATE_SPOT] }
          Task:
            Properties: { Cpu: '1024', Memory: '2048', RuntimePlatform: { OperatingSystemFamily: WINDOWS_SERVER_2022_CORE } }
          Service:
            Properties: { LaunchType: null, CapacityProviderStrategy: [{ CapacityProvider: FARGATE_SPOT, Weight: 1 }] }
      `,
      expects: [{ at: 'Service.Properties.CapacityProviderStrategy.0', message: 'noSpot' }],
    },
    {
      name: 'the network mode bridge on Managed Instances',
      over: 'managedInstancesService',
      template: '{ Resources: { Task: { Properties: { RequiresCompatibilities: null, NetworkMode: bridge } }, Service: { Properties: { NetworkConfiguration: null } } } }',
      expects: [{ at: 'Task.Properties.NetworkMode', message: 'notForManaged' }],
    },
  ],
  good: [
    {
      name: 'a task definition that fits both',
      because: 'RequiresCompatibilities does not say that it is for Fargate, and yet it fits.',
      over: 'fargateService',
      template: '{ Resources: { Task: { Properties: { RequiresCompatibilities: [EC2] } } } }',
    },
    {
      name: 'an operating system in small letters',
      over: 'fargateService',
      template: '{ Resources: { Task: { Properties: { RequiresCompatibilities: null, RuntimePlatform: { OperatingSystemFamily: linux } } } } }',
    },
  ],
  unknown: [
    {
      name: 'a launch type from a parameter without a default',
      over: 'fargateService',
      template: '{ Parameters: { Where: { Type: String } }, Resources: { Service: { Properties: { LaunchType: !Ref Where } } } }',
      expects: [{ at: 'Service.Properties.LaunchType' }],
    },
  ],
};
