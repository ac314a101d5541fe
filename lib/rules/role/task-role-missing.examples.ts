import type { Examples } from '../example';

export const taskRoleMissingExamples: Examples = {
  rule: 'task-role-missing',
  bad: [
    {
      name: 'ECS Exec without a task role',
      over: 'fargateService',
      template: `
        Resources:
          Service:
            Properties: { EnableExecuteCommand: true }
      `,
      expects: [{ at: 'Task.Properties.TaskRoleArn', message: 'exec' }],
    },
    {
      name: 'IAM authorization for a file system with a policy',
      over: 'fileSystemService',
      template: `
        Resources:
          Files:
            Properties: { FileSystemPolicy: { Statement: [{ Effect: Allow, Principal: { AWS: !GetAtt ExecutionRole.Arn }, Action: elasticfilesystem:ClientMount }] } }
          Task:
            Properties:
              Volumes: [{ Name: data, EFSVolumeConfiguration: { FilesystemId: !Ref Files, TransitEncryption: ENABLED, AuthorizationConfig: { IAM: ENABLED } } }]
      `,
      expects: [{ at: 'Task.Properties.TaskRoleArn', message: 'mount' }],
    },
    {
      name: 'IAM authorization on Fargate for a file system without a policy',
      over: 'fileSystemService',
      template: `
        Resources:
          Task:
            Properties:
              Volumes: [{ Name: data, EFSVolumeConfiguration: { FilesystemId: !Ref Files, TransitEncryption: ENABLED, AuthorizationConfig: { IAM: ENABLED } } }]
      `,
      expects: [{ at: 'Task.Properties.TaskRoleArn', message: 'mount' }],
    },
    {
      name: 'a volume of S3 Files',
      over: 'fargateService',
      template: `
        Resources:
          Task:
            Properties:
              Volumes: [{ Name: data, S3FilesVolumeConfiguration: { FileSystemArn: 'arn:aws:s3files:eu-west-1:111122223333:file-system/fs-0123456789abcdef0' } }]
      `,
      expects: [{ at: 'Task.Properties.TaskRoleArn', message: 'files' }],
    },
    {
      name: 'the daemon of X-Ray on Fargate',
      over: 'fargateService',
      template: `
        Resources:
          Task:
            Properties:
              ContainerDefinitions: [{ Name: web, Image: public.ecr.aws/nginx/nginx:stable }, { Name: xray, Image: public.ecr.aws/xray/aws-xray-daemon:3.x }]
      `,
      expects: [{ at: 'Task.Properties.TaskRoleArn', message: 'sidecar' }],
    },
  ],
  good: [
    {
      name: 'a task role that the schedule gives',
      over: 'scheduledTask',
      template: `
        Resources:
          ReportRole:
            Type: AWS::IAM::Role
            Properties:
              AssumeRolePolicyDocument: { Statement: [{ Effect: Allow, Principal: { Service: ecs-tasks.amazonaws.com }, Action: sts:AssumeRole }] }
              ManagedPolicyArns: [arn:aws:iam::aws:policy/AWSXRayDaemonWriteAccess]
          Task:
            Properties:
              ContainerDefinitions: [{ Name: web, Image: public.ecr.aws/nginx/nginx:stable }, { Name: xray, Image: public.ecr.aws/xray/aws-xray-daemon:3.x }]
          Rule:
            Properties:
              Targets:
                - Id: task
                  Arn: !GetAtt Cluster.Arn
                  RoleArn: !GetAtt EventsRole.Arn
                  Input: { 'Fn::Join': ['', ['{"taskRoleArn":"', !GetAtt ReportRole.Arn, '"}']] }
                  EcsParameters:
                    TaskDefinitionArn: !Ref Task
                    LaunchType: FARGATE
                    NetworkConfiguration: { AwsVpcConfiguration: { Subnets: [!Ref SubnetA, !Ref SubnetB], AssignPublicIp: ENABLED } }
      `,
    },
    { name: 'a task that needs none', over: 'fargateService', template: '' },
    {
      name: 'ECS Exec turned off',
      over: 'fargateService',
      template: `
        Resources:
          Service:
            Properties: { EnableExecuteCommand: 'false' }
      `,
    },
  ],
  unknown: [
    {
      name: 'ECS Exec by a parameter without a default',
      over: 'fargateService',
      template: `
        Parameters:
          Exec: { Type: String }
        Resources:
          Service:
            Properties: { EnableExecuteCommand: !Ref Exec }
      `,
      expects: [{ at: 'Service.Properties.EnableExecuteCommand' }],
    },
    {
      name: 'a volume that a condition may take away',
      over: 'fargateService',
      template: `
        Parameters: { Stage: { Type: String } }
        Conditions: { IsTest: !Equals [!Ref Stage, test] }
        Resources:
          Task:
            Properties:
              TaskRoleArn: null
              Volumes: [!If [IsTest, { Name: data, S3FilesVolumeConfiguration: { FileSystemArn: 'arn:aws:s3files:eu-west-1:111122223333:file-system/fs-0123456789abcdef0' } }, !Ref AWS::NoValue]]
      `,
      expects: [{ at: 'Task.Properties.Volumes.0.S3FilesVolumeConfiguration.FileSystemArn' }],
    },
  ],
};
