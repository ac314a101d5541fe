import type { Examples } from '../example';

export const reservedMemoryExamples: Examples = {
  rule: 'reserved-memory',
  bad: [
    {
      name: 'a reservation of all the memory',
      over: 'ec2Service',
      template: `
        Resources:
          LaunchTemplate:
            Properties:
              LaunchTemplateData:
                InstanceType: t3.micro
                UserData:
                  Fn::Base64: !Sub |
                    #!/bin/bash
                    echo ECS_CLUSTER=\${Cluster} >> /etc/ecs/ecs.config
                    echo ECS_RESERVED_MEMORY=1024 >> /etc/ecs/ecs.config
      `,
      expects: [{ at: 'LaunchTemplate.Properties.LaunchTemplateData.UserData', message: 'nothingLeft' }],
    },
    {
      name: 'a reservation of all the memory of one of the types',
      over: 'ec2Service',
      template: `
        Resources:
          LaunchTemplate:
            Properties:
              LaunchTemplateData:
                InstanceType: t3.micro
                UserData:
                  Fn::Base64: !Sub |
                    #!/bin/bash
                    echo ECS_CLUSTER=\${Cluster} >> /etc/ecs/ecs.config
                    echo ECS_RESERVED_MEMORY=1024 >> /etc/ecs/ecs.config
          Group:
            Properties:
              LaunchTemplate: null
              MixedInstancesPolicy:
                LaunchTemplate:
                  LaunchTemplateSpecification: { LaunchTemplateId: !Ref LaunchTemplate, Version: !GetAtt LaunchTemplate.LatestVersionNumber }
                  Overrides: [{ InstanceType: m5.large }, { InstanceType: t3.micro }]
      `,
      expects: [{ at: 'LaunchTemplate.Properties.LaunchTemplateData.UserData', message: 'nothingLeftOnSome' }],
    },
  ],
  good: [
    {
      name: 'a reservation that leaves enough',
      over: 'ec2Service',
      template: `
        Resources:
          LaunchTemplate:
            Properties:
              LaunchTemplateData:
                InstanceType: t3.small
                UserData:
                  Fn::Base64: !Sub |
                    #!/bin/bash
                    echo ECS_CLUSTER=\${Cluster} >> /etc/ecs/ecs.config
                    echo ECS_RESERVED_MEMORY=128 >> /etc/ecs/ecs.config
      `,
    },
  ],
  unknown: [
    {
      name: 'a reservation from a parameter',
      over: 'ec2Service',
      template: `
        Parameters:
          Reserved: { Type: Number }
        Resources:
          LaunchTemplate:
            Properties:
              LaunchTemplateData:
                InstanceType: t3.micro
                UserData:
                  Fn::Base64: !Sub |
                    #!/bin/bash
                    echo ECS_CLUSTER=\${Cluster} >> /etc/ecs/ecs.config
                    echo ECS_RESERVED_MEMORY=\${Reserved} >> /etc/ecs/ecs.config
      `,
      expects: [{ at: 'LaunchTemplate.Properties.LaunchTemplateData.UserData' }],
    },
  ],
  defaulted: [
    {
      name: 'no reservation',
      over: 'ec2Service',
      template: '',
    },
  ],
};
