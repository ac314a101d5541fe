import type { Examples } from '../example';

export const imageArchitectureExamples: Examples = {
  rule: 'image-architecture',
  bad: [
    {
      name: 'a Graviton type with an x86_64 image',
      over: 'ec2Service',
      template: `
        Resources:
          LaunchTemplate:
            Properties:
              LaunchTemplateData: { InstanceType: m7g.large }
      `,
      expects: [{ at: 'LaunchTemplate.Properties.LaunchTemplateData.ImageId', message: 'differs' }],
    },
  ],
  good: [
    {
      name: 'a Graviton type with an arm64 image',
      over: 'ec2Service',
      template: `
        Resources:
          LaunchTemplate:
            Properties:
              LaunchTemplateData:
                ImageId: '{{resolve:ssm:/aws/service/ecs/optimized-ami/amazon-linux-2023/arm64/recommended/image_id}}'
                InstanceType: m7g.large
      `,
    },
  ],
  unknown: [
    {
      name: 'an image by its id',
      over: 'ec2Service',
      template: `
        Resources:
          LaunchTemplate:
            Properties:
              LaunchTemplateData: { ImageId: ami-0123456789abcdef0, InstanceType: m7g.large }
      `,
      expects: [{ at: 'LaunchTemplate.Properties.LaunchTemplateData.ImageId' }],
    },
  ],
  spelled: [
    {
      name: 'the path as EC2 itself takes it',
      over: 'ec2Service',
      template: `
        Resources:
          LaunchTemplate:
            Properties:
              LaunchTemplateData:
                ImageId: resolve:ssm:/aws/service/ecs/optimized-ami/amazon-linux-2/recommended/image_id
                InstanceType: c7g.large
      `,
      expects: [{ at: 'LaunchTemplate.Properties.LaunchTemplateData.ImageId', message: 'differs' }],
    },
  ],
};
