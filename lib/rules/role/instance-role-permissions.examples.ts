import type { Examples } from '../example';

export const instanceRolePermissionsExamples: Examples = {
  rule: 'instance-role-permissions',
  bad: [
    {
      name: 'logs that block a container on an instance of which the role may not write them',
      over: 'ec2Service',
      template: `
        Resources:
          InstanceRole: { Properties: { ManagedPolicyArns: null, Policies: [{ PolicyName: agent, PolicyDocument: { Statement: { Effect: Allow, Action: 'ecs:*', Resource: '*' } } }] } }
          Task:
            Properties:
              ExecutionRoleArn: null
              ContainerDefinitions:
                - Name: web
                  Image: public.ecr.aws/nginx/nginx:stable
                  Memory: 256
                  LogConfiguration: { LogDriver: awslogs, Options: { awslogs-group: /shop/web, awslogs-region: !Ref AWS::Region, mode: blocking } }
      `,
      expects: [{ at: 'InstanceRole.Properties.Policies', message: 'log' }],
    },
    {
      name: 'a role for Systems Manager alone',
      over: 'ec2Service',
      template: `
        Resources:
          InstanceRole:
            Properties: { ManagedPolicyArns: [arn:aws:iam::aws:policy/AmazonSSMManagedInstanceCore] }
      `,
      expects: [{ at: 'InstanceRole.Properties.ManagedPolicyArns', message: 'agent' }],
    },
    {
      name: 'registration with another cluster only',
      over: 'ec2Service',
      template: `
        Resources:
          Other: { Type: AWS::ECS::Cluster }
          InstanceRole:
            Properties:
              ManagedPolicyArns: null
              Policies:
                - PolicyName: agent
                  PolicyDocument:
                    Statement:
                      - { Effect: Allow, Action: [ecs:DiscoverPollEndpoint, ecs:Poll, ecs:StartTelemetrySession, 'ecs:Submit*'], Resource: '*' }
                      - { Effect: Allow, Action: ecs:RegisterContainerInstance, Resource: !GetAtt Other.Arn }
      `,
      expects: [{ at: 'InstanceRole.Properties.Policies.0.PolicyDocument.Statement.1.Resource', message: 'agent' }],
    },
    {
      name: 'an image of Amazon ECR for a task without an execution role',
      over: 'ec2Service',
      template: `
        Resources:
          InstanceRole:
            Properties:
              ManagedPolicyArns: null
              Policies: [{ PolicyName: agent, PolicyDocument: { Statement: { Effect: Allow, Action: 'ecs:*', Resource: '*' } } }]
          Task:
            Properties:
              ExecutionRoleArn: null
              ContainerDefinitions: [{ Name: web, Image: 111122223333.dkr.ecr.eu-west-1.amazonaws.com/shop/web:1, Memory: 512 }]
      `,
      expects: [{ at: 'InstanceRole.Properties.Policies', message: 'image' }],
    },
    {
      name: 'logs for a task without an execution role',
      because: 'On container instances a log driver that cannot begin holds no container up, so this is a warning.',
      over: 'ec2Service',
      template: `
        Resources:
          InstanceRole:
            Properties:
              ManagedPolicyArns: null
              Policies: [{ PolicyName: agent, PolicyDocument: { Statement: { Effect: Allow, Action: 'ecs:*', Resource: '*' } } }]
          Task:
            Properties:
              ExecutionRoleArn: null
              ContainerDefinitions:
                - Name: web
                  Image: public.ecr.aws/nginx/nginx:stable
                  Memory: 512
                  LogConfiguration: { LogDriver: awslogs, Options: { awslogs-group: /web, awslogs-region: eu-west-1 } }
      `,
      expects: [{ at: 'InstanceRole.Properties.Policies', message: 'log' }],
    },
    {
      name: 'an agent that may take tasks and not tell how they are',
      over: 'ec2Service',
      template: `
        Resources:
          InstanceRole:
            Properties:
              ManagedPolicyArns: null
              Policies:
                - PolicyName: agent
                  PolicyDocument: { Statement: { Effect: Allow, Action: [ecs:DiscoverPollEndpoint, ecs:RegisterContainerInstance, ecs:Poll, ecs:StartTelemetrySession], Resource: '*' } }
      `,
      expects: [{ at: 'InstanceRole.Properties.Policies.0.PolicyDocument.Statement.Action', message: 'agent' }],
    },
  ],
  good: [
    { name: 'the managed policy', over: 'ec2Service', template: '' },
    {
      name: 'what the agent does, for its own cluster',
      over: 'ec2Service',
      template: `
        Resources:
          InstanceRole:
            Properties:
              ManagedPolicyArns: null
              Policies:
                - PolicyName: agent
                  PolicyDocument:
                    Statement:
                      - { Effect: Allow, Action: ecs:DiscoverPollEndpoint, Resource: '*' }
                      - { Effect: Allow, Action: ['ecs:RegisterContainerInstance', 'ecs:DeregisterContainerInstance', 'ecs:Submit*'], Resource: !GetAtt Cluster.Arn }
                      - { Effect: Allow, Action: [ecs:Poll, ecs:StartTelemetrySession], Resource: '*', Condition: { ArnEquals: { ecs:cluster: !GetAtt Cluster.Arn } } }
      `,
    },
  ],
  unknown: [
    {
      name: 'an Auto Scaling group of which nothing tells that it is for ECS',
      over: 'ec2Service',
      template: `
        Parameters: { Image: { Type: 'AWS::EC2::Image::Id' } }
        Resources:
          BuildRole: { Type: AWS::IAM::Role, Properties: { AssumeRolePolicyDocument: { Statement: [{ Effect: Allow, Principal: { Service: ec2.amazonaws.com }, Action: sts:AssumeRole }] } } }
          BuildProfile: { Type: AWS::IAM::InstanceProfile, Properties: { Roles: [!Ref BuildRole] } }
          BuildTemplate: { Type: AWS::EC2::LaunchTemplate, Properties: { LaunchTemplateData: { ImageId: !Ref Image, InstanceType: m5.large, IamInstanceProfile: { Arn: !GetAtt BuildProfile.Arn } } } }
          BuildAgents:
            Type: AWS::AutoScaling::AutoScalingGroup
            Properties: { MinSize: '0', MaxSize: '2', VPCZoneIdentifier: [!Ref SubnetA], LaunchTemplate: { LaunchTemplateId: !Ref BuildTemplate, Version: !GetAtt BuildTemplate.LatestVersionNumber } }
      `,
      expects: [{ at: 'BuildTemplate.Properties.LaunchTemplateData.ImageId' }],
    },
    {
      name: 'a role elsewhere',
      over: 'ec2Service',
      template: `
        Resources:
          InstanceProfile:
            Properties: { Roles: [ecsInstanceRole] }
      `,
      expects: [{ at: 'InstanceProfile.Properties.Roles.0' }],
    },
  ],
};
