import type { Examples } from '../example';

const plainImage = "'{{resolve:ssm:/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-x86_64}}'";

export const containerAgentExamples: Examples = {
  rule: 'container-agent',
  bad: [
    {
      name: 'plain Amazon Linux',
      over: 'ec2Service',
      template: `
        Resources:
          LaunchTemplate:
            Properties: { LaunchTemplateData: { ImageId: ${plainImage} } }
      `,
      expects: [{ at: 'LaunchTemplate.Properties.LaunchTemplateData.ImageId', message: 'missing' }],
    },
    {
      name: 'plain Amazon Linux behind a capacity provider',
      over: 'capacityProviderService',
      template: `
        Resources:
          LaunchTemplate:
            Properties: { LaunchTemplateData: { ImageId: ${plainImage} } }
      `,
      expects: [{ at: 'LaunchTemplate.Properties.LaunchTemplateData.ImageId', message: 'missing' }],
    },
  ],
  good: [
    { name: 'an ECS-optimized image', over: 'ec2Service', template: '' },
    {
      name: 'user data that installs the agent',
      over: 'ec2Service',
      template: `
        Resources:
          LaunchTemplate:
            Properties:
              LaunchTemplateData:
                ImageId: ${plainImage}
                UserData:
                  Fn::Base64: !Sub |
                    #!/bin/bash
                    dnf install -y ecs-init
                    echo ECS_CLUSTER=\${Cluster} >> /etc/ecs/ecs.config
                    systemctl enable --now --no-block ecs
      `,
    },
    {
      name: 'a script that may install it',
      over: 'ec2Service',
      template: `
        Resources:
          LaunchTemplate:
            Properties:
              LaunchTemplateData:
                ImageId: ${plainImage}
                UserData:
                  Fn::Base64: !Sub |
                    #!/bin/bash
                    echo ECS_CLUSTER=\${Cluster} >> /etc/ecs/ecs.config
                    curl -s https://example.com/prepare.sh | bash
      `,
    },
  ],
  unknown: [
    {
      name: 'an image of one\'s own',
      over: 'ec2Service',
      template: `
        Resources:
          LaunchTemplate:
            Properties: { LaunchTemplateData: { ImageId: ami-0123456789abcdef0 } }
      `,
      expects: [{ at: 'LaunchTemplate.Properties.LaunchTemplateData.ImageId' }],
    },
    {
      name: 'an image of the AWS Marketplace',
      over: 'ec2Service',
      template: `
        Resources:
          LaunchTemplate:
            Properties: { LaunchTemplateData: { ImageId: resolve:ssm:/aws/service/marketplace/prod-abcdefgh12345/1.0 } }
      `,
      expects: [{ at: 'LaunchTemplate.Properties.LaunchTemplateData.ImageId' }],
    },
  ],
};
