import type { Examples } from '../example';

const taskRole = (policies: string) => `
          TaskRole:
            Type: AWS::IAM::Role
            Properties:
              AssumeRolePolicyDocument: { Statement: [{ Effect: Allow, Principal: { Service: ecs-tasks.amazonaws.com }, Action: sts:AssumeRole }] }
              ${policies}`;

export const taskRolePermissionsExamples: Examples = {
  rule: 'task-role-permissions',
  bad: [
    {
      name: 'ECS Exec with a task role that may something else',
      over: 'fargateService',
      template: `
        Resources:${taskRole("Policies: [{ PolicyName: files, PolicyDocument: { Statement: { Effect: Allow, Action: 's3:*', Resource: '*' } } }]")}
          Task:
            Properties: { TaskRoleArn: !GetAtt TaskRole.Arn }
          Service:
            Properties: { EnableExecuteCommand: true }
      `,
      expects: [{ at: 'TaskRole.Properties.Policies', message: 'exec' }],
    },
    {
      name: 'a file system that lets another role in',
      over: 'fileSystemService',
      template: `
        Resources:${taskRole('Description: Nothing yet')}
          Files:
            Properties: { FileSystemPolicy: { Statement: [{ Effect: Allow, Principal: { AWS: !GetAtt ExecutionRole.Arn }, Action: 'elasticfilesystem:Client*' }] } }
          Task:
            Properties:
              TaskRoleArn: !GetAtt TaskRole.Arn
              Volumes: [{ Name: data, EFSVolumeConfiguration: { FilesystemId: !Ref Files, TransitEncryption: ENABLED, AuthorizationConfig: { IAM: ENABLED } } }]
      `,
      expects: [{ at: 'TaskRole.Properties', message: 'mount' }],
    },
    {
      name: 'the daemon of X-Ray with a task role for something else',
      over: 'fargateService',
      template: `
        Resources:${taskRole('ManagedPolicyArns: [arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess]')}
          Task:
            Properties:
              TaskRoleArn: !GetAtt TaskRole.Arn
              ContainerDefinitions: [{ Name: web, Image: public.ecr.aws/nginx/nginx:stable }, { Name: xray, Image: amazon/aws-xray-daemon }]
      `,
      expects: [{ at: 'TaskRole.Properties.ManagedPolicyArns', message: 'sidecar' }],
    },
    {
      name: 'a cluster that keeps what is typed, under a key that the role may not use',
      over: 'fargateService',
      template: `
        Resources:${taskRole("Policies: [{ PolicyName: exec, PolicyDocument: { Statement: { Effect: Allow, Action: ['ssmmessages:*', 'logs:*'], Resource: '*' } } }]")}
          Key:
            Type: AWS::KMS::Key
            Properties: { KeyPolicy: { Statement: [{ Effect: Allow, Principal: { AWS: !Ref AWS::AccountId }, Action: 'kms:*', Resource: '*' }] } }
          Cluster:
            Properties: { Configuration: { ExecuteCommandConfiguration: { KmsKeyId: !GetAtt Key.Arn, Logging: OVERRIDE, LogConfiguration: { CloudWatchLogGroupName: /exec } } } }
          Task:
            Properties: { TaskRoleArn: !GetAtt TaskRole.Arn }
          Service:
            Properties: { EnableExecuteCommand: true }
      `,
      expects: [{ at: 'TaskRole.Properties.Policies', message: 'audit' }],
    },
    {
      name: 'a log router that may write to another stream',
      over: 'fargateService',
      template: `
        Resources:${taskRole("Policies: [{ PolicyName: logs, PolicyDocument: { Statement: { Effect: Allow, Action: 'firehose:*', Resource: !Sub 'arn:aws:firehose:${AWS::Region}:${AWS::AccountId}:deliverystream/other' } } }]")}
          Task:
            Properties:
              TaskRoleArn: !GetAtt TaskRole.Arn
              ContainerDefinitions:
                - Name: web
                  Image: public.ecr.aws/nginx/nginx:stable
                  LogConfiguration: { LogDriver: awsfirelens, Options: { Name: firehose, region: !Ref AWS::Region, delivery_stream: shop } }
                - { Name: router, Image: public.ecr.aws/aws-observability/aws-for-fluent-bit:stable, FirelensConfiguration: { Type: fluentbit } }
      `,
      expects: [{ at: 'TaskRole.Properties.Policies.0.PolicyDocument.Statement.Resource', message: 'routedLog' }],
    },
  ],
  good: [
    {
      name: 'ECS Exec with its four permissions',
      over: 'fargateService',
      template: `
        Resources:${taskRole("Policies: [{ PolicyName: exec, PolicyDocument: { Statement: { Effect: Allow, Action: ['ssmmessages:CreateControlChannel', 'ssmmessages:CreateDataChannel', 'ssmmessages:OpenControlChannel', 'ssmmessages:OpenDataChannel'], Resource: '*' } } }]")}
          Task:
            Properties: { TaskRoleArn: !GetAtt TaskRole.Arn }
          Service:
            Properties: { EnableExecuteCommand: true }
      `,
    },
    {
      name: 'IAM authorization for a file system without a policy',
      because: 'Without a policy of its own a file system lets everybody in.',
      over: 'fileSystemService',
      template: `
        Resources:${taskRole('Description: Nothing yet')}
          Task:
            Properties:
              TaskRoleArn: !GetAtt TaskRole.Arn
              Volumes: [{ Name: data, EFSVolumeConfiguration: { FilesystemId: !Ref Files, TransitEncryption: ENABLED, AuthorizationConfig: { IAM: ENABLED } } }]
      `,
    },
  ],
  unknown: [
    {
      name: 'a policy whose actions are not known',
      over: 'fargateService',
      template: `
        Parameters:
          Actions: { Type: CommaDelimitedList }
        Resources:${taskRole("Policies: [{ PolicyName: exec, PolicyDocument: { Statement: { Effect: Allow, Action: !Ref Actions, Resource: '*' } } }]")}
          Task:
            Properties: { TaskRoleArn: !GetAtt TaskRole.Arn }
          Service:
            Properties: { EnableExecuteCommand: true }
      `,
      expects: [{ at: 'TaskRole.Properties.Policies.0.PolicyDocument.Statement.Action' }],
    },
  ],
};
