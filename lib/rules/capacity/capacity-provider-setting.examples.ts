import type { Examples } from '../example';

const managedInstances = `
        Resources:
          Managed:
            Type: AWS::ECS::CapacityProvider
            Properties:
              ClusterName: shop
              ManagedInstancesProvider:
                InfrastructureRoleArn: arn:aws:iam::123456789012:role/infrastructure
                InstanceLaunchTemplate:
                  Ec2InstanceProfileArn: arn:aws:iam::123456789012:instance-profile/ecsInstanceRole
                  NetworkConfiguration: { Subnets: [subnet-0123456789abcdef0], SecurityGroups: [sg-0123456789abcdef0] }
`;

export const capacityProviderSettingExamples: Examples = {
  rule: 'capacity-provider-setting',
  bad: [
    {
      name: 'a target above 100 percent',
      over: 'capacityProviderService',
      template: `
        Resources:
          Provider:
            Properties: { AutoScalingGroupProvider: { ManagedScaling: { TargetCapacity: 150 } } }
      `,
      expects: [{ at: 'Provider.Properties.AutoScalingGroupProvider.ManagedScaling.TargetCapacity', message: 'beyond' }],
    },
    {
      name: 'another word for on',
      over: 'capacityProviderService',
      template: `
        Resources:
          Provider:
            Properties: { AutoScalingGroupProvider: { ManagedDraining: 'ON' } }
      `,
      expects: [{ at: 'Provider.Properties.AutoScalingGroupProvider.ManagedDraining', message: 'unknownWord' }],
    },
    {
      name: 'nothing that brings instances',
      over: 'nothing',
      template: `
        Resources:
          Provider: { Type: AWS::ECS::CapacityProvider, Properties: { Name: nodes } }
      `,
      expects: [{ at: 'Provider.Properties.AutoScalingGroupProvider', message: 'kinds' }],
    },
    {
      name: 'a group and Managed Instances at once',
      over: 'capacityProviderService',
      template: `
        Resources:
          Provider:
            Properties: { ManagedInstancesProvider: { InfrastructureRoleArn: arn:aws:iam::123456789012:role/infrastructure } }
      `,
      expects: [{ at: 'Provider.Properties.ManagedInstancesProvider', message: 'kinds' }],
    },
    {
      name: 'Managed Instances of at least eight vCPUs and at most two',
      over: 'nothing',
      template: `${managedInstances}                  InstanceRequirements: { VCpuCount: { Min: 8, Max: 2 }, MemoryMiB: { Min: 1024 } }
      `,
      expects: [
        { at: 'Managed.Properties.ManagedInstancesProvider.InstanceLaunchTemplate.InstanceRequirements.VCpuCount.Max', message: 'reversed' },
      ],
    },
  ],
  good: [
    {
      name: 'settings within their bounds',
      over: 'capacityProviderService',
      template: `
        Resources:
          Provider:
            Properties:
              AutoScalingGroupProvider:
                ManagedDraining: ENABLED
                ManagedScaling: { TargetCapacity: 100, MinimumScalingStepSize: 1, MaximumScalingStepSize: 10000, InstanceWarmupPeriod: 0 }
      `,
    },
    {
      name: 'Managed Instances by vCPUs and memory',
      over: 'nothing',
      template: `${managedInstances}                  InstanceRequirements: { VCpuCount: { Min: 2 }, MemoryMiB: { Min: 4096, Max: 16384 } }
      `,
    },
  ],
  unknown: [
    {
      name: 'a target from a parameter',
      over: 'capacityProviderService',
      template: `
        Parameters:
          Target: { Type: Number }
        Resources:
          Provider:
            Properties: { AutoScalingGroupProvider: { ManagedScaling: { TargetCapacity: !Ref Target } } }
      `,
      expects: [{ at: 'Provider.Properties.AutoScalingGroupProvider.ManagedScaling.TargetCapacity' }],
    },
  ],
  spelled: [
    {
      name: 'a number as text',
      over: 'capacityProviderService',
      template: `
        Resources:
          Provider:
            Properties: { AutoScalingGroupProvider: { ManagedScaling: { InstanceWarmupPeriod: '20000' } } }
      `,
      expects: [{ at: 'Provider.Properties.AutoScalingGroupProvider.ManagedScaling.InstanceWarmupPeriod', message: 'beyond' }],
    },
  ],
};
