import type { Examples } from '../example';

export const executionRoleMissingExamples: Examples = {
  rule: 'execution-role-missing',
  bad: [
    {
      name: 'an image from Amazon ECR on Fargate',
      over: 'fargateService',
      template: `
        Resources:
          Task:
            Properties:
              ExecutionRoleArn: null
              ContainerDefinitions: [{ Name: web, Image: 111122223333.dkr.ecr.eu-west-1.amazonaws.com/shop/web:1 }]
      `,
      expects: [{ at: 'Task.Properties.ExecutionRoleArn', message: 'image' }],
    },
    {
      name: 'logs by awslogs on Fargate, with a task role',
      because: 'The task role is for what runs in the container. The log driver is started by Fargate.',
      over: 'fargateService',
      template: `
        Resources:
          Logs: { Type: AWS::Logs::LogGroup }
          Task:
            Properties:
              ExecutionRoleArn: null
              TaskRoleArn: !GetAtt ExecutionRole.Arn
              ContainerDefinitions:
                - Name: web
                  Image: public.ecr.aws/nginx/nginx:stable
                  LogConfiguration: { LogDriver: awslogs, Options: { awslogs-group: !Ref Logs, awslogs-region: !Ref AWS::Region, awslogs-stream-prefix: web } }
      `,
      expects: [{ at: 'Task.Properties.ExecutionRoleArn', message: 'log' }],
    },
    {
      name: 'secrets and an environment file on container instances',
      because: 'The role of the instance stands in for images and logs, not for these.',
      over: 'ec2Service',
      template: `
        Resources:
          Password: { Type: AWS::SecretsManager::Secret }
          Task:
            Properties:
              ExecutionRoleArn: null
              ContainerDefinitions:
                - Name: web
                  Image: public.ecr.aws/nginx/nginx:stable
                  Memory: 512
                  Secrets: [{ Name: PASSWORD, ValueFrom: !Ref Password }]
                  EnvironmentFiles: [{ Type: s3, Value: arn:aws:s3:::settings/web.env }]
      `,
      expects: [{ at: 'Task.Properties.ExecutionRoleArn', message: 'secret' }, { at: 'Task.Properties.ExecutionRoleArn', message: 'file' }],
    },
    {
      name: 'an image from Amazon ECR on external instances',
      because: 'The role of an external instance is for Systems Manager and the agent.',
      over: 'fargateService',
      template: `
        Resources:
          Task:
            Properties:
              RequiresCompatibilities: [EXTERNAL]
              NetworkMode: bridge
              ExecutionRoleArn: null
              ContainerDefinitions: [{ Name: web, Image: 111122223333.dkr.ecr.eu-west-1.amazonaws.com/shop/web:1, Memory: 512 }]
          Service: { Properties: { LaunchType: EXTERNAL, NetworkConfiguration: null } }
      `,
      expects: [{ at: 'Task.Properties.ExecutionRoleArn', message: 'imageElsewhere' }],
    },
    {
      name: 'an image from Amazon ECR on Managed Instances',
      over: 'managedInstancesService',
      template: `
        Resources:
          Task:
            Properties:
              ExecutionRoleArn: null
              ContainerDefinitions: [{ Name: web, Image: 111122223333.dkr.ecr.eu-west-1.amazonaws.com/shop/web:1 }]
      `,
      expects: [{ at: 'Task.Properties.ExecutionRoleArn', message: 'imageElsewhere' }],
    },
  ],
  good: [
    {
      name: 'a public image without logs on Fargate',
      over: 'fargateService',
      template: `
        Resources:
          Task:
            Properties: { ExecutionRoleArn: null }
      `,
    },
    {
      name: 'an image from Amazon ECR on container instances',
      because: 'The agent pulls it with the role of the instance.',
      over: 'ec2Service',
      template: `
        Resources:
          Task:
            Properties:
              ExecutionRoleArn: null
              ContainerDefinitions: [{ Name: web, Image: 111122223333.dkr.ecr.eu-west-1.amazonaws.com/shop/web:1, Memory: 512 }]
      `,
    },
    {
      name: 'an image from Amazon ECR on the instances of a capacity provider',
      over: 'capacityProviderService',
      template: `
        Resources:
          Task:
            Properties:
              ExecutionRoleArn: null
              ContainerDefinitions: [{ Name: web, Image: 111122223333.dkr.ecr.eu-west-1.amazonaws.com/shop/web:1, Memory: 512 }]
      `,
    },
  ],
  unknown: [
    {
      name: 'a login to the registry that a condition decides',
      over: 'fargateService',
      template: `
        Parameters:
          Login: { Type: String }
        Conditions:
          LogsIn: !Not [!Equals [!Ref Login, '']]
        Resources:
          Task:
            Properties:
              ExecutionRoleArn: null
              ContainerDefinitions: [{ Name: web, Image: registry.example.com/web, RepositoryCredentials: { CredentialsParameter: !If [LogsIn, !Ref Login, !Ref AWS::NoValue] } }]
      `,
      expects: [{ at: 'Task.Properties.ContainerDefinitions.0.RepositoryCredentials.CredentialsParameter' }],
    },
    {
      name: 'an image from a parameter without a default',
      over: 'fargateService',
      template: `
        Parameters:
          Image: { Type: String }
        Resources:
          Task:
            Properties:
              ExecutionRoleArn: null
              ContainerDefinitions: [{ Name: web, Image: !Ref Image }]
      `,
      expects: [{ at: 'Task.Properties.ContainerDefinitions.0.Image' }],
    },
  ],
  spelled: [
    {
      name: 'the repository of the template',
      over: 'fargateService',
      template: `
        Resources:
          Repository: { Type: AWS::ECR::Repository }
          Task:
            Properties:
              ExecutionRoleArn: null
              ContainerDefinitions: [{ Name: web, Image: !Sub '\${Repository.RepositoryUri}:1' }]
          Service:
            Properties: { DesiredCount: 0 }
      `,
      expects: [{ at: 'Task.Properties.ExecutionRoleArn', message: 'image' }],
    },
    {
      name: 'a log driver in capitals',
      over: 'fargateService',
      template: `
        Resources:
          Task:
            Properties:
              ExecutionRoleArn: null
              ContainerDefinitions:
                - Name: web
                  Image: public.ecr.aws/nginx/nginx:stable
                  LogConfiguration: { LogDriver: AwsLogs, Options: { awslogs-group: /web, awslogs-region: eu-west-1, awslogs-stream-prefix: web } }
      `,
      expects: [{ at: 'Task.Properties.ExecutionRoleArn', message: 'log' }],
    },
  ],
};
