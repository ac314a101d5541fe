import type { Examples } from '../example';

export const autoScalingGroupLaunchExamples: Examples = {
  rule: 'auto-scaling-group-launch',
  bad: [
    {
      name: 'a group that is nowhere',
      over: 'ec2Service',
      template: '{ Resources: { Group: { Properties: { VPCZoneIdentifier: null } } } }',
      expects: [{ at: 'Group.Properties.VPCZoneIdentifier', message: 'nowhere' }],
    },
    {
      name: 'a group without a launch template',
      over: 'ec2Service',
      template: '{ Resources: { Group: { Properties: { LaunchTemplate: null } } } }',
      expects: [{ at: 'Group.Properties.LaunchTemplate', message: 'nothing' }],
    },
    {
      name: 'a launch template, and a mixed instances policy beside it',
      over: 'ec2Service',
      template: `
        Resources:
          Group:
            Properties:
              MixedInstancesPolicy: { LaunchTemplate: { LaunchTemplateSpecification: { LaunchTemplateId: !Ref LaunchTemplate, Version: !GetAtt LaunchTemplate.LatestVersionNumber } } }
      `,
      expects: [{ at: 'Group.Properties.MixedInstancesPolicy', message: 'twice' }],
    },
    {
      name: 'a launch template by its id and by its name',
      over: 'ec2Service',
      template: '{ Resources: { Group: { Properties: { LaunchTemplate: { LaunchTemplateName: web } } } } }',
      expects: [{ at: 'Group.Properties.LaunchTemplate.LaunchTemplateName', message: 'idAndName' }],
    },
  ],
  good: [
    { name: 'a group in two subnets', over: 'ec2Service', template: '' },
    { name: 'Availability Zones in place of subnets', over: 'ec2Service', template: "{ Resources: { Group: { Properties: { VPCZoneIdentifier: null, AvailabilityZones: !GetAZs '' } } } }" },
    {
      name: 'a version by a mixed instances policy',
      over: 'ec2Service',
      template: `
        Resources:
          Group:
            Properties:
              LaunchTemplate: null
              MixedInstancesPolicy:
                LaunchTemplate:
                  LaunchTemplateSpecification: { LaunchTemplateId: !Ref LaunchTemplate, Version: !GetAtt LaunchTemplate.LatestVersionNumber }
                  Overrides: [{ InstanceType: m5.large }, { InstanceType: m5a.large }]
      `,
    },
  ],
};
