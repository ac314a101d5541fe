import type { Examples } from '../example';

export const managedScalingExamples: Examples = {
  rule: 'managed-scaling',
  bad: [
    {
      name: 'termination protection without managed scaling',
      over: 'capacityProviderService',
      template: `
        Resources:
          Provider:
            Properties:
              AutoScalingGroupProvider: { ManagedScaling: { Status: DISABLED, TargetCapacity: null }, ManagedTerminationProtection: ENABLED }
      `,
      expects: [{ at: 'Provider.Properties.AutoScalingGroupProvider.ManagedTerminationProtection', message: 'protectionAlone' }],
    },
    {
      name: 'a group that may not grow',
      over: 'capacityProviderService',
      template: `
        Resources:
          Group:
            Properties: { MinSize: '0', MaxSize: '0' }
          Service:
            Properties: { DesiredCount: 0 }
      `,
      expects: [{ at: 'Group.Properties.MaxSize', message: 'noRoom' }],
    },
    {
      name: 'a warm pool that takes instances back',
      over: 'capacityProviderService',
      template: `
        Resources:
          WarmPool:
            Type: AWS::AutoScaling::WarmPool
            Properties: { AutoScalingGroupName: !Ref Group, PoolState: Stopped, InstanceReusePolicy: { ReuseOnScaleIn: true } }
      `,
      expects: [{ at: 'WarmPool.Properties.InstanceReusePolicy.ReuseOnScaleIn', message: 'reuse' }],
    },
    {
      name: 'instances with weights',
      over: 'capacityProviderService',
      template: `
        Resources:
          Group:
            Properties:
              LaunchTemplate: null
              MixedInstancesPolicy:
                LaunchTemplate:
                  LaunchTemplateSpecification: { LaunchTemplateId: !Ref LaunchTemplate, Version: !GetAtt LaunchTemplate.LatestVersionNumber }
                  Overrides: [{ InstanceType: m5.large, WeightedCapacity: '1' }, { InstanceType: m5.xlarge, WeightedCapacity: '2' }]
      `,
      expects: [{ at: 'Group.Properties.MixedInstancesPolicy.LaunchTemplate.Overrides.1.WeightedCapacity', message: 'weights' }],
    },
  ],
  good: [
    {
      name: 'a warm pool that takes none back',
      over: 'capacityProviderService',
      template: `
        Resources:
          WarmPool:
            Type: AWS::AutoScaling::WarmPool
            Properties: { AutoScalingGroupName: !Ref Group, PoolState: Stopped, MinSize: 1 }
      `,
    },
    {
      name: 'managed scaling with termination protection',
      over: 'capacityProviderService',
      template: `
        Resources:
          Group:
            Properties: { MaxSize: '4', NewInstancesProtectedFromScaleIn: true }
          Provider:
            Properties:
              AutoScalingGroupProvider: { ManagedTerminationProtection: ENABLED }
      `,
    },
  ],
  unknown: [
    {
      name: 'a status from a parameter',
      over: 'capacityProviderService',
      template: `
        Parameters:
          Scaling: { Type: String }
        Resources:
          Provider:
            Properties:
              AutoScalingGroupProvider: { ManagedScaling: { Status: !Ref Scaling }, ManagedTerminationProtection: ENABLED }
      `,
      expects: [{ at: 'Provider.Properties.AutoScalingGroupProvider.ManagedScaling.Status' }],
    },
  ],
  defaulted: [
    {
      name: 'without ManagedScaling nothing is scaled',
      over: 'capacityProviderService',
      template: `
        Resources:
          Provider:
            Properties:
              AutoScalingGroupProvider: { ManagedScaling: null, ManagedTerminationProtection: ENABLED }
      `,
      expects: [{ at: 'Provider.Properties.AutoScalingGroupProvider.ManagedTerminationProtection', message: 'protectionAlone' }],
    },
  ],
};
