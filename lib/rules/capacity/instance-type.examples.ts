import type { Examples } from '../example';

const typed = (type: string) => `
        Resources:
          LaunchTemplate:
            Properties:
              LaunchTemplateData: { InstanceType: ${type} }
      `;
const at = 'LaunchTemplate.Properties.LaunchTemplateData.InstanceType';
const launchConfiguration = (type: string) => `
        Resources:
          LaunchTemplate: null
          LaunchConfiguration:
            Type: AWS::AutoScaling::LaunchConfiguration
            Properties:
              ImageId: !Ref Ami
              InstanceType: ${type}
              IamInstanceProfile: !Ref InstanceProfile
              SecurityGroups: [!Ref InstanceSecurityGroup]
              UserData:
                Fn::Base64: !Sub "#!/bin/bash\\necho ECS_CLUSTER=\${Cluster} >> /etc/ecs/ecs.config"
          Group:
            Properties: { LaunchTemplate: null, LaunchConfigurationName: !Ref LaunchConfiguration }
      `;

export const instanceTypeExamples: Examples = {
  rule: 'instance-type',
  bad: [
    { name: 'a size that is misspelled', over: 'ec2Service', template: typed('t3.meduim'), expects: [{ at, message: 'noSize' }] },
    { name: 'a family alone', over: 'ec2Service', template: typed('t3-medium'), expects: [{ at, message: 'noSize' }] },
    { name: 'a size that the family does not have', over: 'ec2Service', template: typed('t3.4xlarge'), expects: [{ at, message: 'notInFamily' }] },
    {
      name: 'a size that the family of an override does not have',
      over: 'ec2Service',
      template: `
        Resources:
          Group:
            Properties:
              LaunchTemplate: null
              MixedInstancesPolicy:
                LaunchTemplate:
                  LaunchTemplateSpecification: { LaunchTemplateId: !Ref LaunchTemplate, Version: !GetAtt LaunchTemplate.LatestVersionNumber }
                  Overrides: [{ InstanceType: m5.large }, { InstanceType: m5.medium }]
      `,
      expects: [{ at: 'Group.Properties.MixedInstancesPolicy.LaunchTemplate.Overrides.1.InstanceType', message: 'notInFamily' }],
    },
    { name: 'a type of 2023 in a launch configuration', over: 'ec2Service', template: launchConfiguration('m7i.large'), expects: [{ at: 'LaunchConfiguration.Properties.InstanceType', message: 'tooNew' }] },
  ],
  good: [
    { name: 'a size that a young family may have by now', over: 'ec2Service', template: typed('m8g.36xlarge') },
    { name: 'a family that is not known', over: 'ec2Service', template: typed('m12x.large') },
    { name: 'an older type in a launch configuration', over: 'ec2Service', template: launchConfiguration('m5.large') },
  ],
};
