import type { Examples } from '../example';

export const fargateParameterExamples: Examples = {
  rule: 'fargate-parameter',
  bad: [
    {
      name: 'a path of the host as a volume',
      over: 'fargateService',
      template: `
        Resources:
          Task:
            Properties:
              Volumes: [{ Name: data, Host: { SourcePath: /var/data } }]
      `,
      expects: [{ at: 'Task.Properties.Volumes.0.Host.SourcePath', message: 'parameter' }],
    },
    {
      name: 'a privileged container with a device and a capability',
      over: 'fargateService',
      template: `
        Resources:
          Task:
            Properties:
              ContainerDefinitions:
                - Name: builder
                  Image: public.ecr.aws/docker/library/docker:dind
                  Privileged: true
                  LinuxParameters:
                    Devices: [{ HostPath: /dev/fuse }]
                    Capabilities: { Add: [SYS_PTRACE, SYS_ADMIN] }
      `,
      expects: [
        { at: 'Task.Properties.ContainerDefinitions.0.Privileged', message: 'parameter' },
        { at: 'Task.Properties.ContainerDefinitions.0.LinuxParameters.Devices', message: 'parameter' },
        { at: 'Task.Properties.ContainerDefinitions.0.LinuxParameters.Capabilities.Add.1', message: 'value' },
      ],
    },
    {
      name: 'a placement constraint',
      because: 'There are no instances among which Fargate could choose.',
      over: 'fargateService',
      template: `
        Resources:
          Task:
            Properties:
              PlacementConstraints: [{ Type: memberOf, Expression: attribute:ecs.instance-type =~ m5.* }]
      `,
      expects: [{ at: 'Task.Properties.PlacementConstraints', message: 'parameter' }],
    },
    {
      name: 'a log driver that needs the instance',
      over: 'fargateService',
      template: `
        Resources:
          Task:
            Properties:
              ContainerDefinitions:
                - Name: web
                  Image: public.ecr.aws/nginx/nginx:stable
                  LogConfiguration: { LogDriver: json-file }
      `,
      expects: [{ at: 'Task.Properties.ContainerDefinitions.0.LogConfiguration.LogDriver', message: 'value' }],
    },
    {
      name: 'the process namespace of the host, and a GPU',
      over: 'fargateService',
      template: `
        Resources:
          Task:
            Properties:
              PidMode: host
              ContainerDefinitions:
                - Name: model
                  Image: public.ecr.aws/docker/library/python:3
                  ResourceRequirements: [{ Type: GPU, Value: '1' }]
      `,
      expects: [
        { at: 'Task.Properties.PidMode', message: 'value' },
        { at: 'Task.Properties.ContainerDefinitions.0.ResourceRequirements.0.Type', message: 'value' },
      ],
    },
  ],
  good: [
    {
      name: 'what Fargate takes of the same parameters',
      over: 'fargateService',
      template: `
        Resources:
          Task:
            Properties:
              PidMode: task
              Volumes: [{ Name: scratch }, { Name: cache, Host: {} }]
              ContainerDefinitions:
                - Name: web
                  Image: public.ecr.aws/nginx/nginx:stable
                  LinuxParameters:
                    Capabilities: { Add: [SYS_PTRACE], Drop: [ALL] }
                    InitProcessEnabled: true
                    Tmpfs: [{ ContainerPath: /tmp, Size: 64 }]
      `,
    },
    {
      name: 'the same asked of container instances',
      over: 'ec2Service',
      template: `
        Resources:
          Task:
            Properties:
              Volumes: [{ Name: data, Host: { SourcePath: /var/data } }]
              ContainerDefinitions:
                - Name: builder
                  Image: public.ecr.aws/docker/library/docker:dind
                  Memory: 512
                  Privileged: true
      `,
    },
  ],
  unknown: [
    {
      name: 'a launch type from a parameter without a default',
      over: 'fargateService',
      template: `
        Parameters:
          Launch: { Type: String }
        Resources:
          Task:
            Properties:
              RequiresCompatibilities: [!Ref Launch]
              Volumes: [{ Name: data, Host: { SourcePath: /var/data } }]
      `,
      expects: [{ at: 'Task.Properties.RequiresCompatibilities.0' }],
    },
  ],
  defaulted: [
    {
      name: 'parameters that are there and ask for nothing',
      over: 'fargateService',
      template: `
        Resources:
          Task:
            Properties:
              PlacementConstraints: []
              ContainerDefinitions:
                - Name: web
                  Image: public.ecr.aws/nginx/nginx:stable
                  Privileged: false
                  LinuxParameters: { Devices: [] }
      `,
    },
  ],
  spelled: [
    { name: 'an operating system in small letters', over: 'fargateService', template: '{ Resources: { Task: { Properties: { RuntimePlatform: { OperatingSystemFamily: linux } } } } }' },
  ],
};
