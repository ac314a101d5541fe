import type { Examples } from '../example';

export const containerInstanceClusterExamples: Examples = {
  rule: 'container-instance-cluster',
  bad: [
    {
      name: 'user data without ECS_CLUSTER',
      because: 'The agents join the cluster "default" of the account.',
      over: 'ec2Service',
      template: `
        Resources:
          LaunchTemplate:
            Properties:
              LaunchTemplateData:
                UserData:
                  Fn::Base64: !Sub |
                    #!/bin/bash
                    dnf install -y amazon-cloudwatch-agent
      `,
      expects: [{ at: 'LaunchTemplate.Properties.LaunchTemplateData.UserData', message: 'default' }],
    },
    {
      name: 'no user data, with a capacity provider',
      because: 'A capacity provider does not tell instances where to go.',
      over: 'capacityProviderService',
      template: `
        Resources:
          LaunchTemplate:
            Properties:
              LaunchTemplateData: { UserData: null }
      `,
      expects: [{ at: 'LaunchTemplate.Properties.LaunchTemplateData.UserData', message: 'default' }],
    },
    {
      name: 'user data without #!',
      because: 'Nothing says what it is, so nothing in it is run.',
      over: 'ec2Service',
      template: `
        Resources:
          LaunchTemplate:
            Properties:
              LaunchTemplateData:
                UserData:
                  Fn::Base64: !Sub |
                    echo ECS_CLUSTER=\${Cluster} >> /etc/ecs/ecs.config
      `,
      expects: [{ at: 'LaunchTemplate.Properties.LaunchTemplateData.UserData', message: 'notRun' }],
    },
    {
      name: 'the name of another cluster',
      over: 'ec2Service',
      template: `
        Resources:
          Cluster:
            Properties: { ClusterName: orders-production }
          LaunchTemplate:
            Properties:
              LaunchTemplateData:
                UserData: !Base64 |
                  #!/bin/bash
                  echo ECS_CLUSTER=orders-prod >> /etc/ecs/ecs.config
      `,
      expects: [{ at: 'LaunchTemplate.Properties.LaunchTemplateData.UserData', message: 'other' }],
    },
    {
      name: 'the name of another cluster of the template',
      over: 'ec2Service',
      template: `
        Resources:
          OtherCluster: { Type: AWS::ECS::Cluster }
          LaunchTemplate:
            Properties:
              LaunchTemplateData:
                UserData:
                  Fn::Base64: !Sub |
                    #!/bin/bash
                    echo ECS_CLUSTER=\${OtherCluster} >> /etc/ecs/ecs.config
      `,
      expects: [{ at: 'LaunchTemplate.Properties.LaunchTemplateData.UserData', message: 'other' }],
    },
    {
      name: 'a reference that nobody puts in',
      because: 'Without Fn::Sub the shell reads ${Cluster} as a variable of its own, which nothing sets.',
      over: 'ec2Service',
      template: `
        Resources:
          LaunchTemplate:
            Properties:
              LaunchTemplateData:
                UserData:
                  Fn::Base64: |
                    #!/bin/bash
                    echo ECS_CLUSTER=\${Cluster} >> /etc/ecs/ecs.config
      `,
      expects: [{ at: 'LaunchTemplate.Properties.LaunchTemplateData.UserData', message: 'default' }],
    },
    {
      name: 'a script for Bottlerocket',
      over: 'ec2Service',
      template: `
        Resources:
          LaunchTemplate:
            Properties: { LaunchTemplateData: { ImageId: '{{resolve:ssm:/aws/service/bottlerocket/aws-ecs-2/x86_64/latest/image_id}}' } }
      `,
      expects: [{ at: 'LaunchTemplate.Properties.LaunchTemplateData.UserData', message: 'notRun' }],
    },
    {
      name: 'a name made of another part',
      over: 'ec2Service',
      template: `
        Resources:
          Cluster: { Properties: { ClusterName: !Sub '\${AWS::StackName}-main' } }
          LaunchTemplate:
            Properties:
              LaunchTemplateData:
                UserData:
                  Fn::Base64: !Sub |
                    #!/bin/bash
                    echo ECS_CLUSTER=\${AWS::StackName}-other >> /etc/ecs/ecs.config
      `,
      expects: [{ at: 'LaunchTemplate.Properties.LaunchTemplateData.UserData', message: 'other' }],
    },
  ],
  good: [
    {
      name: 'tasks as Windows takes them',
      because: 'Other systems pass over user data that does not begin with #!, < or #.',
      over: 'ec2Service',
      template: `
        Resources:
          LaunchTemplate:
            Properties:
              LaunchTemplateData:
                ImageId: resolve:ssm:/aws/service/ami-windows-latest/Windows_Server-2022-English-Full-ECS_Optimized/image_id
                UserData:
                  Fn::Base64: !Sub |
                    version: 1.0
                    tasks:
                      - task: executeScript
                        inputs: [{ type: powershell, content: Initialize-ECSAgent -Cluster \${Cluster} }]
          Task: { Properties: { RuntimePlatform: { OperatingSystemFamily: WINDOWS_SERVER_2022_FULL } } }
      `,
    },
    {
      name: 'ECS_CLUSTER by reference',
      over: 'ec2Service',
      template: '',
    },
    {
      name: 'ECS_CLUSTER by name',
      over: 'ec2Service',
      template: `
        Resources:
          Cluster:
            Properties: { ClusterName: shop }
          LaunchTemplate:
            Properties:
              LaunchTemplateData:
                UserData: !Base64 |
                  #!/bin/bash
                  echo ECS_CLUSTER=shop >> /etc/ecs/ecs.config
      `,
    },
    {
      name: 'a service on Fargate beside instances of the cluster "default"',
      over: 'ec2Service',
      template: `
        Resources:
          Cluster:
            Properties: { CapacityProviders: [FARGATE] }
          LaunchTemplate:
            Properties:
              LaunchTemplateData: { UserData: null }
          Task:
            Properties: { RequiresCompatibilities: [FARGATE], NetworkMode: awsvpc, Cpu: '256', Memory: '512' }
          Service:
            Properties:
              LaunchType: null
              CapacityProviderStrategy: [{ CapacityProvider: FARGATE, Weight: 1 }]
              NetworkConfiguration:
                AwsvpcConfiguration: { AssignPublicIp: ENABLED, Subnets: [!Ref SubnetA], SecurityGroups: [!Ref TaskSecurityGroup] }
      `,
    },
    {
      name: 'instances that are there for another cluster',
      over: 'ec2Service',
      template: `
        Resources:
          OtherCluster: { Type: AWS::ECS::Cluster }
          OtherService:
            Type: AWS::ECS::Service
            DependsOn: DefaultRoute
            Properties:
              Cluster: !Ref OtherCluster
              TaskDefinition: !Ref Task
              LaunchType: EC2
              DesiredCount: 0
      `,
    },
  ],
  unknown: [
    {
      name: 'a cluster that is called as a condition decides',
      over: 'ec2Service',
      template: `
        Parameters: { Stage: { Type: String } }
        Conditions: { Production: !Equals [!Ref Stage, production] }
        Resources:
          Cluster:
            Properties: { ClusterName: !If [Production, shop, shop-test] }
          LaunchTemplate:
            Properties:
              LaunchTemplateData:
                UserData:
                  Fn::Base64: |
                    #!/bin/bash
                    echo ECS_CLUSTER=shop >> /etc/ecs/ecs.config
      `,
      expects: [{ at: 'LaunchTemplate.Properties.LaunchTemplateData.UserData' }],
    },
    {
      name: 'a service that a condition may leave out, with instances that join another cluster',
      over: 'ec2Service',
      template: `
        Parameters: { Stage: { Type: String } }
        Conditions: { Production: !Equals [!Ref Stage, production] }
        Resources:
          Service: { Condition: Production }
          LaunchTemplate:
            Properties: { LaunchTemplateData: { UserData: null } }
      `,
      expects: [{ at: 'Service.Condition' }],
    },
    {
      name: 'a script that is not in the template',
      over: 'ec2Service',
      template: `
        Resources:
          LaunchTemplate:
            Properties:
              LaunchTemplateData:
                UserData:
                  Fn::Base64: !Sub |
                    #!/bin/bash
                    curl -s https://example.com/join-cluster.sh | bash
      `,
      expects: [{ at: 'LaunchTemplate.Properties.LaunchTemplateData.UserData' }],
    },
    {
      name: 'an image of one\'s own',
      because: 'It may hold the configuration of the agent.',
      over: 'ec2Service',
      template: `
        Resources:
          LaunchTemplate:
            Properties:
              LaunchTemplateData: { ImageId: ami-0123456789abcdef0, UserData: null }
      `,
      expects: [{ at: 'LaunchTemplate.Properties.LaunchTemplateData.UserData' }],
    },
  ],
  spelled: [
    {
      name: 'settings of Bottlerocket',
      over: 'ec2Service',
      template: `
        Resources:
          LaunchTemplate:
            Properties:
              LaunchTemplateData:
                ImageId: '{{resolve:ssm:/aws/service/bottlerocket/aws-ecs-2/x86_64/latest/image_id}}'
                UserData:
                  Fn::Base64: !Sub |
                    [settings.ecs]
                    cluster = "\${Cluster}"
      `,
    },
  ],
  defaulted: [
    {
      name: 'the cluster called default',
      over: 'ec2Service',
      template: `
        Resources:
          Cluster:
            Properties: { ClusterName: default }
          LaunchTemplate:
            Properties:
              LaunchTemplateData: { UserData: null }
      `,
    },
  ],
};
