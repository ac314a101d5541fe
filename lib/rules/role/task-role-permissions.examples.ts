import type { Examples } from '../example';

const taskRole = (policies: string) => `
          TaskRole:
            Type: AWS::IAM::Role
            Properties:
              AssumeRolePolicyDocument: { Statement: [{ Effect: Allow, Principal: { Service: ecs-tasks.amazonaws.com }, Action: sts:AssumeRole }] }
              ${policies}`;

const allowing = (...statements: readonly string[]) => taskRole(`Policies: [{ PolicyName: task, PolicyDocument: { Statement: [${statements.map(statement => `{ Effect: Allow, ${statement} }`).join(', ')}] } }]`);

/** ECS Exec that keeps what is typed. */
const audited = (log: string, ...statements: readonly string[]) => `
        Resources:${allowing("Action: 'ssmmessages:*', Resource: '*'", ...statements)}
          Cluster: { Properties: { Configuration: { ExecuteCommandConfiguration: { Logging: OVERRIDE, LogConfiguration: { ${log} } } } } }
          Task: { Properties: { TaskRoleArn: !GetAtt TaskRole.Arn } }
          Service: { Properties: { EnableExecuteCommand: true } }
      `;

/** Logs by a log router. */
const routed = (options: string, ...statements: readonly string[]) => `
        Resources:${allowing(...statements)}
          Task:
            Properties:
              TaskRoleArn: !GetAtt TaskRole.Arn
              ContainerDefinitions:
                - { Name: web, Image: public.ecr.aws/nginx/nginx:stable, LogConfiguration: { LogDriver: awsfirelens, Options: { ${options} } } }
                - { Name: router, Image: public.ecr.aws/aws-observability/aws-for-fluent-bit:stable, FirelensConfiguration: { Type: fluentbit } }
      `;

/** A volume of EFS that is mounted by an access point with IAM authorization. */
const mounted = (...statements: readonly string[]) => `
        Resources:${allowing(...statements)}
          Files: { Properties: { FileSystemPolicy: { Statement: [{ Effect: Deny, Principal: { AWS: '*' }, Action: '*', Resource: '*', Condition: { Bool: { aws:SecureTransport: 'false' } } }] } } }
          Uploads: { Type: AWS::EFS::AccessPoint, Properties: { FileSystemId: !Ref Files } }
          Task:
            Properties:
              TaskRoleArn: !GetAtt TaskRole.Arn
              Volumes: [{ Name: data, EFSVolumeConfiguration: { FilesystemId: !Ref Files, TransitEncryption: ENABLED, AuthorizationConfig: { IAM: ENABLED, AccessPointId: !Ref Uploads } } }]
      `;

/** A volume of S3 Files that is written to. */
const s3Files = (statement: string) => `
        Resources:${allowing(statement)}
          Others: { Type: AWS::S3Files::FileSystem, Properties: { Bucket: arn:aws:s3:::shop-others, RoleArn: arn:aws:iam::111122223333:role/files } }
          Files: { Type: AWS::S3Files::FileSystem, Properties: { Bucket: arn:aws:s3:::shop-files, RoleArn: arn:aws:iam::111122223333:role/files } }
          Task:
            Properties:
              TaskRoleArn: !GetAtt TaskRole.Arn
              Volumes: [{ Name: data, S3FilesVolumeConfiguration: { FileSystemArn: !GetAtt Files.FileSystemArn } }]
              ContainerDefinitions: [{ Name: web, Image: public.ecr.aws/nginx/nginx:stable, MountPoints: [{ SourceVolume: data, ContainerPath: /data }] }]
      `;

export const taskRolePermissionsExamples: Examples = {
  rule: 'task-role-permissions',
  bad: [
    {
      name: 'a task role that the schedule gives, and the daemon of X-Ray',
      over: 'scheduledTask',
      template: `
        Resources:${taskRole('ManagedPolicyArns: [arn:aws:iam::aws:policy/AWSXRayDaemonWriteAccess]')}
          ReportRole:
            Type: AWS::IAM::Role
            Properties:
              AssumeRolePolicyDocument: { Statement: [{ Effect: Allow, Principal: { Service: ecs-tasks.amazonaws.com }, Action: sts:AssumeRole }] }
          Task:
            Properties:
              TaskRoleArn: !GetAtt TaskRole.Arn
              ContainerDefinitions: [{ Name: web, Image: public.ecr.aws/nginx/nginx:stable }, { Name: xray, Image: public.ecr.aws/xray/aws-xray-daemon:3.x }]
          Rule:
            Properties:
              Targets:
                - Id: task
                  Arn: !GetAtt Cluster.Arn
                  RoleArn: !GetAtt EventsRole.Arn
                  Input: !Sub '{"taskRoleArn":"\${ReportRole.Arn}"}'
                  EcsParameters:
                    TaskDefinitionArn: !Ref Task
                    LaunchType: FARGATE
                    NetworkConfiguration: { AwsVpcConfiguration: { Subnets: [!Ref SubnetA, !Ref SubnetB], AssignPublicIp: ENABLED } }
      `,
      expects: [{ at: 'ReportRole.Properties', message: 'sidecar' }],
    },
    {
      name: 'a volume of S3 Files that may be mounted and not written to',
      over: 'fargateService',
      template: s3Files('Action: s3files:ClientMount, Resource: !GetAtt Files.FileSystemArn'),
      expects: [{ at: 'TaskRole.Properties.Policies.0.PolicyDocument.Statement.0.Action', message: 'write' }],
    },
    {
      name: 'a volume of S3 Files of another file system',
      over: 'fargateService',
      template: s3Files("Action: 's3files:Client*', Resource: !GetAtt Others.FileSystemArn"),
      expects: [{ at: 'TaskRole.Properties.Policies.0.PolicyDocument.Statement.0.Resource', message: 'files' }, { at: 'TaskRole.Properties.Policies.0.PolicyDocument.Statement.0.Resource', message: 'write' }],
    },
    {
      name: 'ECS Exec in a daemon of which the task role has nothing',
      over: 'fargateService',
      template: `
        Resources:
          ScannerRole:
            Type: AWS::IAM::Role
            Properties:
              AssumeRolePolicyDocument: { Statement: [{ Effect: Allow, Principal: { Service: ecs-tasks.amazonaws.com }, Action: sts:AssumeRole }] }
          Scanner:
            Type: AWS::ECS::DaemonTaskDefinition
            Properties:
              TaskRoleArn: !GetAtt ScannerRole.Arn
              ContainerDefinitions: [{ Name: scanner, Image: public.ecr.aws/docker/library/busybox:1.37 }]
          Scanners:
            Type: AWS::ECS::Daemon
            Properties: { ClusterArn: !GetAtt Cluster.Arn, DaemonTaskDefinitionArn: !GetAtt Scanner.DaemonTaskDefinitionArn, EnableExecuteCommand: true }
      `,
      expects: [{ at: 'ScannerRole.Properties', message: 'exec' }],
    },
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
      expects: [{ at: 'TaskRole.Properties', message: 'mount' }, { at: 'TaskRole.Properties', message: 'write' }],
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
    {
      name: 'ECS Exec with three of its four permissions',
      over: 'fargateService',
      template: `
        Resources:${allowing("Action: ['ssmmessages:CreateControlChannel', 'ssmmessages:CreateDataChannel', 'ssmmessages:OpenControlChannel'], Resource: '*'")}
          Task: { Properties: { TaskRoleArn: !GetAtt TaskRole.Arn } }
          Service: { Properties: { EnableExecuteCommand: true } }
      `,
      expects: [{ at: 'TaskRole.Properties.Policies.0.PolicyDocument.Statement.0.Action', message: 'exec' }],
    },
    {
      name: 'a log of ECS Exec that the role may write and not find',
      over: 'fargateService',
      template: audited('CloudWatchLogGroupName: /exec', "Action: ['logs:CreateLogStream', 'logs:DescribeLogStreams', 'logs:PutLogEvents'], Resource: !Sub 'arn:aws:logs:${AWS::Region}:${AWS::AccountId}:log-group:/exec:*'"),
      expects: [{ at: 'TaskRole.Properties.Policies', message: 'audit' }],
    },
    {
      name: 'an encrypted bucket for ECS Exec, of which the role may not tell whether it is',
      over: 'fargateService',
      template: audited('S3BucketName: audit, S3EncryptionEnabled: true', "Action: 's3:PutObject', Resource: 'arn:aws:s3:::audit/*'"),
      expects: [{ at: 'TaskRole.Properties.Policies', message: 'audit' }],
    },
    {
      name: 'a file system that the role may read, and a container that writes',
      over: 'fileSystemService',
      template: mounted('Action: elasticfilesystem:ClientMount, Resource: !GetAtt Files.Arn'),
      expects: [{ at: 'TaskRole.Properties.Policies.0.PolicyDocument.Statement.0.Action', message: 'write' }],
    },
    {
      name: 'a file system by another access point than the policy allows',
      over: 'fileSystemService',
      template: `${mounted("Action: 'elasticfilesystem:Client*', Resource: !GetAtt Files.Arn, Condition: { ArnEquals: { elasticfilesystem:AccessPointArn: !GetAtt Other.Arn } }")}
          Other: { Type: AWS::EFS::AccessPoint, Properties: { FileSystemId: !Ref Files } }
      `,
      expects: ['mount', 'write'].map(message => ({ at: 'TaskRole.Properties.Policies.0.PolicyDocument.Statement.0.Condition', message })),
    },
    {
      name: 'the collector of OpenTelemetry that sends traces and metrics, with a role for traces',
      over: 'fargateService',
      template: `
        Resources:${taskRole('ManagedPolicyArns: [arn:aws:iam::aws:policy/AWSXRayDaemonWriteAccess]')}
          Task:
            Properties:
              TaskRoleArn: !GetAtt TaskRole.Arn
              ContainerDefinitions:
                - { Name: web, Image: public.ecr.aws/nginx/nginx:stable }
                - { Name: collector, Image: 'public.ecr.aws/aws-observability/aws-otel-collector:v0.40.0', Command: [--config=/etc/ecs/ecs-default-config.yaml] }
      `,
      expects: [{ at: 'TaskRole.Properties.ManagedPolicyArns', message: 'sidecar' }],
    },
    {
      name: 'logs to a bucket that the role may only read',
      over: 'fargateService',
      template: routed('Name: s3, bucket: shop-logs, region: eu-west-1', "Action: 's3:Get*', Resource: 'arn:aws:s3:::shop-logs/*'"),
      expects: [{ at: 'TaskRole.Properties.Policies.0.PolicyDocument.Statement.0.Action', message: 'routedLog' }],
    },
    {
      name: 'a log group that the router is to create and may not',
      over: 'fargateService',
      template: routed("Name: cloudwatch_logs, log_group_name: /shop/web, auto_create_group: 'true', region: !Ref AWS::Region", "Action: ['logs:CreateLogStream', 'logs:PutLogEvents'], Resource: '*'"),
      expects: [{ at: 'TaskRole.Properties.Policies.0.PolicyDocument.Statement.0.Action', message: 'routedLog' }],
    },
    {
      name: 'a stream of Kinesis to which only single records may be put',
      over: 'fargateService',
      template: routed('Name: kinesis_streams, stream: shop, region: !Ref AWS::Region', "Action: 'kinesis:PutRecord', Resource: '*'"),
      expects: [{ at: 'TaskRole.Properties.Policies.0.PolicyDocument.Statement.0.Action', message: 'routedLog' }],
    },
  ],
  good: [
    { name: 'a volume of S3 Files', over: 'fargateService', template: s3Files("Action: 's3files:Client*', Resource: '*'") },
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
    {
      name: 'ECS Exec that keeps what is typed in an encrypted bucket',
      over: 'fargateService',
      template: audited('S3BucketName: audit, S3EncryptionEnabled: true', "Action: 's3:PutObject', Resource: 'arn:aws:s3:::audit/*'", "Action: 's3:GetEncryptionConfiguration', Resource: 'arn:aws:s3:::audit'"),
    },
    {
      name: 'a file system by the access point that the policy allows',
      over: 'fileSystemService',
      template: mounted("Action: ['elasticfilesystem:ClientMount', 'elasticfilesystem:ClientWrite'], Resource: !GetAtt Files.Arn, Condition: { StringEquals: { elasticfilesystem:AccessPointArn: !GetAtt Uploads.Arn } }"),
    },
    {
      name: 'logs to a bucket by Fluentd',
      over: 'fargateService',
      template: routed("'@type': s3, s3_bucket: shop-logs, s3_region: eu-west-1", "Action: 's3:PutObject', Resource: 'arn:aws:s3:::shop-logs/*'").replace('Type: fluentbit', 'Type: fluentd'),
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
