import type { Examples } from '../example';

export const instanceProfileMissingExamples: Examples = {
  rule: 'instance-profile-missing',
  bad: [
    {
      name: 'a launch template without an instance profile',
      over: 'ec2Service',
      template: `
        Resources:
          LaunchTemplate:
            Properties:
              LaunchTemplateData: { IamInstanceProfile: null }
      `,
      expects: [{ at: 'LaunchTemplate.Properties.LaunchTemplateData.IamInstanceProfile', message: 'missing' }],
    },
    {
      name: 'an instance profile without a role',
      over: 'ec2Service',
      template: `
        Resources:
          InstanceProfile:
            Properties: { Roles: [] }
      `,
      expects: [{ at: 'InstanceProfile.Properties.Roles', message: 'missing' }],
    },
    {
      name: 'the role in place of its instance profile',
      over: 'ec2Service',
      template: `
        Resources:
          LaunchTemplate: { Properties: { LaunchTemplateData: { IamInstanceProfile: { Arn: null, Name: !Ref InstanceRole } } } }
      `,
      expects: [{ at: 'LaunchTemplate.Properties.LaunchTemplateData.IamInstanceProfile.Name', message: 'role' }],
    },
    {
      name: 'the name of an instance profile where its ARN is wanted',
      over: 'ec2Service',
      template: `
        Resources:
          LaunchTemplate: { Properties: { LaunchTemplateData: { IamInstanceProfile: { Arn: !Ref InstanceProfile } } } }
      `,
      expects: [{ at: 'LaunchTemplate.Properties.LaunchTemplateData.IamInstanceProfile.Arn', message: 'wrongForm' }],
    },
    {
      name: 'the ARN of an instance profile where its name is wanted',
      over: 'ec2Service',
      template: `
        Resources:
          LaunchTemplate: { Properties: { LaunchTemplateData: { IamInstanceProfile: { Arn: null, Name: !GetAtt InstanceProfile.Arn } } } }
      `,
      expects: [{ at: 'LaunchTemplate.Properties.LaunchTemplateData.IamInstanceProfile.Name', message: 'wrongForm' }],
    },
  ],
  good: [
    { name: 'an instance profile with a role', over: 'ec2Service', template: '' },
    {
      name: 'an instance that has the image of ECS, and neither a role nor a cluster to join',
      because: 'As a bastion that takes the image of its neighbours.',
      over: 'ec2Service',
      template: `
        Parameters: { Image: { Type: 'AWS::SSM::Parameter::Value<AWS::EC2::Image::Id>', Default: /aws/service/ecs/optimized-ami/amazon-linux-2023/recommended/image_id } }
        Resources:
          Bastion: { Type: AWS::EC2::Instance, Properties: { ImageId: !Ref Image, InstanceType: t3.micro, SubnetId: !Ref SubnetA } }
      `,
    },
  ],
  unknown: [
    {
      name: 'a launch template elsewhere',
      over: 'capacityProviderService',
      template: `
        Resources:
          LaunchTemplate: null
          Group:
            Properties: { LaunchTemplate: { LaunchTemplateId: lt-0123456789abcdef0, Version: '1' } }
      `,
      expects: [{ at: 'Group.Properties.LaunchTemplate.LaunchTemplateId' }],
    },
  ],
};
