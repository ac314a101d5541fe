import type { Examples } from '../example';

export const tightCapacityExamples: Examples = {
  rule: 'tight-capacity',
  bad: [
    {
      name: 'two tasks that fill an m5.large to the last megabyte',
      over: 'ec2Service',
      template: `
        Resources:
          Group:
            Properties: { MinSize: '1', MaxSize: '1' }
          Task:
            Properties: { Memory: '3968' }
          Service:
            Properties: { DeploymentConfiguration: { MinimumHealthyPercent: 50 } }
      `,
      expects: [{ at: 'Task.Properties.Memory', message: 'memory' }],
    },
    {
      name: 'more tasks with network interfaces of their own than an instance has',
      because: 'Without awsvpcTrunking an m5.large takes two, and with it ten.',
      over: 'ec2Service',
      template: `
        Resources:
          Task:
            Properties: { NetworkMode: awsvpc }
          Service:
            Properties:
              DesiredCount: 6
              DeploymentConfiguration: { MinimumHealthyPercent: 50 }
              NetworkConfiguration: { AwsvpcConfiguration: { Subnets: [!Ref SubnetA, !Ref SubnetB], SecurityGroups: [!Ref TaskSecurityGroup] } }
      `,
      expects: [{ at: 'Group.Properties.MaxSize', message: 'networkInterfaces' }],
    },
    {
      name: 'an update that fits beside the old tasks only just',
      over: 'ec2Service',
      template: `
        Resources:
          Group:
            Properties: { MinSize: '1', MaxSize: '1' }
          Task:
            Properties: { Memory: '3968' }
          Service:
            Properties: { DesiredCount: 1 }
      `,
      expects: [{ at: 'Group.Properties.MaxSize', message: 'memory' }],
    },
    {
      name: 'one of two instance types that is too small',
      because: 'Spot Instances are launched where EC2 has most of them.',
      over: 'ec2Service',
      template: `
        Resources:
          Group:
            Properties:
              LaunchTemplate: null
              MixedInstancesPolicy:
                InstancesDistribution: { OnDemandPercentageAboveBaseCapacity: 0 }
                LaunchTemplate:
                  LaunchTemplateSpecification: { LaunchTemplateId: !Ref LaunchTemplate, Version: !GetAtt LaunchTemplate.LatestVersionNumber }
                  Overrides: [{ InstanceType: m5.xlarge }, { InstanceType: m5.large }]
          Task:
            Properties: { Memory: '10000' }
          Service:
            Properties: { DeploymentConfiguration: { MinimumHealthyPercent: 50 } }
      `,
      expects: [{ at: 'Task.Properties.Memory', message: 'instanceType' }],
    },
  ],
  good: [
    {
      name: 'two tasks with room to spare',
      over: 'ec2Service',
      template: `
        Resources:
          Group:
            Properties: { MinSize: '1', MaxSize: '1' }
          Task:
            Properties: { Memory: '3584' }
          Service:
            Properties: { DeploymentConfiguration: { MinimumHealthyPercent: 50 } }
      `,
    },
  ],
};
