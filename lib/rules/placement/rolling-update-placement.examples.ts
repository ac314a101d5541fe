import type { Examples } from '../example';

export const rollingUpdatePlacementExamples: Examples = {
  rule: 'rolling-update-placement',
  bad: [
    {
      name: 'a fixed host port on every instance',
      because: 'Both instances run a task that holds the port, and with 100 percent to keep running none of them may stop first.',
      over: 'ec2Service',
      template: `
        Resources:
          Task:
            Properties:
              ContainerDefinitions:
                - { Name: web, Image: public.ecr.aws/nginx/nginx:stable, Memory: 512, PortMappings: [{ ContainerPort: 80, HostPort: 80 }] }
      `,
      expects: [{ at: 'Task.Properties.ContainerDefinitions.0.PortMappings.0.HostPort', message: 'noPlace' }],
    },
    {
      name: 'distinctInstance with as many tasks as instances',
      over: 'ec2Service',
      template: `
        Resources:
          Service:
            Properties: { PlacementConstraints: [{ Type: distinctInstance }] }
      `,
      expects: [{ at: 'Service.Properties.DeploymentConfiguration.MinimumHealthyPercent', message: 'noPlace' }],
    },
    {
      name: 'one task that fills the only instance',
      because: 'Half of one task, rounded up, is one task.',
      over: 'ec2Service',
      template: `
        Resources:
          Group:
            Properties: { MinSize: '1', MaxSize: '1' }
          Task:
            Properties: { Memory: '6144' }
          Service:
            Properties: { DesiredCount: 1, DeploymentConfiguration: { MinimumHealthyPercent: 50 } }
      `,
      expects: [{ at: 'Group.Properties.MaxSize', message: 'noPlace' }],
    },
  ],
  good: [
    {
      name: 'a dynamic host port',
      over: 'ec2Service',
      template: `
        Resources:
          Task:
            Properties:
              ContainerDefinitions:
                - { Name: web, Image: public.ecr.aws/nginx/nginx:stable, Memory: 512, PortMappings: [{ ContainerPort: 80, HostPort: 0 }] }
      `,
    },
    {
      name: 'a fixed host port where an old task may stop first',
      over: 'ec2Service',
      template: `
        Resources:
          Task:
            Properties:
              ContainerDefinitions:
                - { Name: web, Image: public.ecr.aws/nginx/nginx:stable, Memory: 512, PortMappings: [{ ContainerPort: 80, HostPort: 80 }] }
          Service:
            Properties: { DeploymentConfiguration: { MinimumHealthyPercent: 50 } }
      `,
    },
    {
      name: 'a spare instance',
      over: 'ec2Service',
      template: `
        Resources:
          Group:
            Properties: { MinSize: '3', MaxSize: '3' }
          Service:
            Properties: { PlacementConstraints: [{ Type: distinctInstance }] }
      `,
    },
  ],
  defaulted: [
    {
      name: 'host mode, in which a container port is a host port',
      over: 'ec2Service',
      template: `
        Resources:
          Task:
            Properties: { NetworkMode: host }
      `,
      expects: [{ at: 'Group.Properties.MaxSize', message: 'noPlace' }],
    },
  ],
};
