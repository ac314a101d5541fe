import type { Examples } from '../example';

const small = `
        Resources:
          SubnetA: { Properties: { CidrBlock: 10.0.0.0/28 } }
          SubnetB: { Properties: { CidrBlock: 10.0.0.16/28 } }`;

export const subnetAddressesExamples: Examples = {
  rule: 'subnet-addresses',
  bad: [
    {
      name: 'more tasks than two subnets of 16 addresses take',
      because: 'AWS keeps five of each, so 22 are left.',
      over: 'fargateService',
      template: `${small}
          Service: { Properties: { DesiredCount: 24 } }
      `,
      expects: [{ at: 'SubnetA.Properties.CidrBlock', message: 'desired' }],
    },
    {
      name: 'an update that doubles the tasks for a while',
      because: 'It gets through, slowly and with failed starts on the way, as old tasks leave their addresses.',
      over: 'fargateService',
      template: `${small}
          Service: { Properties: { DesiredCount: 12 } }
      `,
      expects: [{ at: 'SubnetA.Properties.CidrBlock', message: 'update' }],
    },
    {
      name: 'blue/green, which needs both sets of tasks at once',
      over: 'fargateService',
      template: `${small}
          Service: { Properties: { DesiredCount: 12, DeploymentConfiguration: { Strategy: BLUE_GREEN, BakeTimeInMinutes: 5 } } }
      `,
      expects: [{ at: 'SubnetA.Properties.CidrBlock', message: 'allAtOnce' }],
    },
    {
      name: 'scaling beyond the addresses',
      over: 'fargateService',
      template: `${small}
          Service: { Properties: { DesiredCount: 4 } }
          Scaling:
            Type: AWS::ApplicationAutoScaling::ScalableTarget
            Properties:
              ServiceNamespace: ecs
              ScalableDimension: ecs:service:DesiredCount
              ResourceId: !Sub service/\${Cluster}/\${Service.Name}
              MinCapacity: 2
              MaxCapacity: 40
      `,
      expects: [{ at: 'SubnetA.Properties.CidrBlock', message: 'scaling' }],
    },
  ],
  good: [
    {
      name: 'as many tasks as leave room for an update',
      over: 'fargateService',
      template: `${small}
          Service: { Properties: { DesiredCount: 11 } }
      `,
    },
  ],
};
