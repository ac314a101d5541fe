import type { Examples } from '../example';

export const networkModeParameterExamples: Examples = {
  rule: 'network-mode-parameter',
  bad: [
    {
      name: 'links between the containers of a task with its own network interface',
      because: 'They share that interface and reach each other at localhost.',
      over: 'fargateService',
      template: `
        Resources:
          Task:
            Properties:
              ContainerDefinitions:
                - { Name: web, Image: public.ecr.aws/nginx/nginx:stable, Links: [cache], Hostname: web }
                - { Name: cache, Image: public.ecr.aws/docker/library/redis:7 }
      `,
      expects: [
        { at: 'Task.Properties.ContainerDefinitions.0.Links', message: 'notTaken' },
        { at: 'Task.Properties.ContainerDefinitions.0.Hostname', message: 'notTaken' },
      ],
    },
    {
      name: 'port mappings without a network',
      over: 'ec2Service',
      template: `
        Resources:
          Task:
            Properties: { NetworkMode: none }
      `,
      expects: [{ at: 'Task.Properties.ContainerDefinitions.0.PortMappings', message: 'notTaken' }],
    },
  ],
  good: [
    {
      name: 'links in bridge mode',
      over: 'ec2Service',
      template: `
        Resources:
          Task:
            Properties:
              NetworkMode: bridge
              ContainerDefinitions:
                - { Name: web, Image: public.ecr.aws/nginx/nginx:stable, Memory: 256, Links: ['cache:redis'], Hostname: web }
                - { Name: cache, Image: public.ecr.aws/docker/library/redis:7, Memory: 256 }
      `,
    },
  ],
  unknown: [
    {
      name: 'links in a mode from a parameter without a default',
      over: 'ec2Service',
      template: `
        Parameters:
          Mode: { Type: String }
        Resources:
          Task:
            Properties:
              NetworkMode: !Ref Mode
              ContainerDefinitions:
                - { Name: web, Image: public.ecr.aws/nginx/nginx:stable, Memory: 256, Links: [cache] }
                - { Name: cache, Image: public.ecr.aws/docker/library/redis:7, Memory: 256 }
      `,
      expects: [{ at: 'Task.Properties.NetworkMode' }],
    },
  ],
  defaulted: [
    {
      name: 'links without a network mode, for which ECS takes bridge',
      over: 'ec2Service',
      template: `
        Resources:
          Task:
            Properties:
              ContainerDefinitions:
                - { Name: web, Image: public.ecr.aws/nginx/nginx:stable, Memory: 256, Links: [cache] }
                - { Name: cache, Image: public.ecr.aws/docker/library/redis:7, Memory: 256 }
      `,
    },
  ],
};
