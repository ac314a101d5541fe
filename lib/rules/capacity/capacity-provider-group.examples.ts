import type { Examples } from '../example';

export const capacityProviderGroupExamples: Examples = {
  rule: 'capacity-provider-group',
  bad: [
    {
      name: 'two capacity providers of one group',
      over: 'capacityProviderService',
      template: `
        Resources:
          Second:
            Type: AWS::ECS::CapacityProvider
            Properties:
              AutoScalingGroupProvider: { AutoScalingGroupArn: !Ref Group }
      `,
      expects: [{ at: 'Second.Properties.AutoScalingGroupProvider.AutoScalingGroupArn', message: 'shared' }],
    },
  ],
  good: [
    {
      name: 'a group for each capacity provider',
      over: 'capacityProviderService',
      template: `
        Resources:
          SecondGroup:
            Type: AWS::AutoScaling::AutoScalingGroup
            Properties:
              VPCZoneIdentifier: [!Ref SubnetA, !Ref SubnetB]
              LaunchTemplate: { LaunchTemplateId: !Ref LaunchTemplate, Version: !GetAtt LaunchTemplate.LatestVersionNumber }
              MinSize: '0'
              MaxSize: '2'
          Second:
            Type: AWS::ECS::CapacityProvider
            Properties:
              AutoScalingGroupProvider: { AutoScalingGroupArn: !Ref SecondGroup }
      `,
    },
  ],
  unknown: [
    {
      name: 'a group from a parameter',
      over: 'capacityProviderService',
      template: `
        Parameters:
          GroupArn: { Type: String }
        Resources:
          Second:
            Type: AWS::ECS::CapacityProvider
            Properties:
              AutoScalingGroupProvider: { AutoScalingGroupArn: !Ref GroupArn }
      `,
      expects: [{ at: 'Second.Properties.AutoScalingGroupProvider.AutoScalingGroupArn' }],
    },
  ],
  spelled: [
    {
      name: 'a group by reference and by name',
      over: 'capacityProviderService',
      template: `
        Resources:
          Group:
            Properties: { AutoScalingGroupName: fleet }
          Second:
            Type: AWS::ECS::CapacityProvider
            Properties:
              AutoScalingGroupProvider: { AutoScalingGroupArn: fleet }
      `,
      expects: [{ at: 'Second.Properties.AutoScalingGroupProvider.AutoScalingGroupArn', message: 'shared' }],
    },
  ],
};
