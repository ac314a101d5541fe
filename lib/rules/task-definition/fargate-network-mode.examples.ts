import type { Examples } from '../example';

export const fargateNetworkModeExamples: Examples = {
  rule: 'fargate-network-mode',
  bad: [
    {
      name: 'bridge mode',
      over: 'fargateService',
      template: `
        Resources:
          Task:
            Properties: { NetworkMode: bridge }
          Service:
            Properties: { NetworkConfiguration: null }
      `,
      expects: [{ at: 'Task.Properties.NetworkMode', message: 'notAwsvpc' }],
    },
    {
      name: 'no mode at all',
      because: 'Without a mode ECS takes bridge.',
      over: 'fargateService',
      template: `
        Resources:
          Task:
            Properties: { NetworkMode: null }
      `,
      expects: [{ at: 'Task.Properties.NetworkMode', message: 'notAwsvpc' }],
    },
  ],
  good: [
    { name: 'awsvpc', over: 'fargateService', template: '' },
    { name: 'bridge mode on container instances', over: 'ec2Service', template: '{ Resources: { Task: { Properties: { NetworkMode: bridge } } } }' },
  ],
  unknown: [
    {
      name: 'a mode from a parameter without a default',
      over: 'fargateService',
      template: `
        Parameters:
          Mode: { Type: String }
        Resources:
          Task:
            Properties: { NetworkMode: !Ref Mode }
      `,
      expects: [{ at: 'Task.Properties.NetworkMode' }],
    },
  ],
};
