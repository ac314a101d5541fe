import type { Examples } from '../example';

const plainImage = "'{{resolve:ssm:/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-x86_64}}'";

const running = (command: string) => `
        Resources:
          LaunchTemplate:
            Properties:
              LaunchTemplateData:
                UserData:
                  Fn::Base64: !Sub |
                    #!/bin/bash
                    echo ECS_CLUSTER=\${Cluster} >> /etc/ecs/ecs.config
                    ${command}
      `;

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
    {
      name: 'user data that starts the agent',
      because: 'systemctl comes back when the agent has started, and the agent starts when cloud-init is done, of which user data is a part.',
      over: 'ec2Service',
      template: running('sudo systemctl start ecs'),
      expects: [{ at: 'LaunchTemplate.Properties.LaunchTemplateData.UserData', message: 'awaited' }],
    },
    {
      name: 'a script for Linux on Windows',
      over: 'ec2Service',
      template: `
        Resources:
          LaunchTemplate:
            Properties: { LaunchTemplateData: { ImageId: '{{resolve:ssm:/aws/service/ami-windows-latest/Windows_Server-2022-English-Core-ECS_Optimized/image_id}}' } }
          Task:
            Properties: { RuntimePlatform: { OperatingSystemFamily: WINDOWS_SERVER_2022_CORE } }
      `,
      expects: [{ at: 'LaunchTemplate.Properties.LaunchTemplateData.UserData', message: 'passedOver' }],
    },
  ],
  good: [
    { name: 'user data that does not wait for the agent', over: 'ec2Service', template: running('systemctl restart --no-block ecs') },
    { name: 'user data that goes on beside it', over: 'ec2Service', template: running('systemctl start ecs &') },
    { name: 'commands that are run beside it', over: 'ec2Service', template: running('( sleep 30; systemctl start ecs ) &') },
    {
      name: 'an agent that is no longer told to wait', over: 'ec2Service',
      template: running("sed -i '/After=cloud-final.service/d' /usr/lib/systemd/system/ecs.service && systemctl daemon-reload && systemctl restart ecs"),
    },
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
