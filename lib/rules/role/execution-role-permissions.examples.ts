import type { Examples } from '../example';

const web = (more: string, image = 'public.ecr.aws/nginx/nginx:stable') => `
          Task: { Properties: { ContainerDefinitions: [{ Name: web, Image: '${image}'${more} }] } }
      `;

/** The execution role with the managed policy, and with one statement beside. */
const allowing = (statement: string) => `
        Resources:
          ExecutionRole: { Properties: { Policies: [{ PolicyName: start, PolicyDocument: { Statement: { Effect: Allow, ${statement} } } }] } }`;

export const executionRolePermissionsExamples: Examples = {
  rule: 'execution-role-permissions',
  bad: [
    {
      name: 'a role that may write logs, and an image from Amazon ECR',
      over: 'fargateService',
      template: `
        Resources:
          ExecutionRole:
            Properties:
              ManagedPolicyArns: null
              Policies: [{ PolicyName: logs, PolicyDocument: { Statement: { Effect: Allow, Action: 'logs:*', Resource: '*' } } }]
          Task:
            Properties:
              ContainerDefinitions: [{ Name: web, Image: 111122223333.dkr.ecr.eu-west-1.amazonaws.com/shop/web:1 }]
      `,
      expects: [{ at: 'ExecutionRole.Properties.Policies', message: 'image' }],
    },
    {
      name: 'a log group without :* at its end',
      because: 'IAM is asked about the stream, whose ARN goes on behind the name of the group.',
      over: 'fargateService',
      template: `
        Resources:
          ExecutionRole:
            Properties: { ManagedPolicyArns: null }
          LogPolicy:
            Type: AWS::IAM::Policy
            Properties:
              PolicyName: logs
              Roles: [!Ref ExecutionRole]
              PolicyDocument:
                Statement:
                  - Effect: Allow
                    Action: [logs:CreateLogStream, logs:PutLogEvents]
                    Resource: !Sub 'arn:\${AWS::Partition}:logs:\${AWS::Region}:\${AWS::AccountId}:log-group:/shop/web'
          Task:
            Properties:
              ContainerDefinitions:
                - Name: web
                  Image: public.ecr.aws/nginx/nginx:stable
                  LogConfiguration: { LogDriver: awslogs, Options: { awslogs-group: /shop/web, awslogs-region: !Ref AWS::Region, awslogs-stream-prefix: web } }
          Service: { DependsOn: [DefaultRoute, LogPolicy] }
      `,
      expects: [{ at: 'LogPolicy.Properties.PolicyDocument.Statement.0.Resource', message: 'log' }],
    },
    {
      name: 'a log group that the driver is to create, and the managed policy',
      because: 'AmazonECSTaskExecutionRolePolicy has no logs:CreateLogGroup.',
      over: 'fargateService',
      template: `
        Resources:
          Task:
            Properties:
              ContainerDefinitions:
                - Name: web
                  Image: public.ecr.aws/nginx/nginx:stable
                  LogConfiguration: { LogDriver: awslogs, Options: { awslogs-group: /shop/web, awslogs-create-group: 'true', awslogs-region: !Ref AWS::Region, awslogs-stream-prefix: web } }
      `,
      expects: [{ at: 'ExecutionRole.Properties.ManagedPolicyArns', message: 'log' }],
    },
    {
      name: 'a secret that another role may read',
      over: 'fargateService',
      template: `
        Resources:
          Password: { Type: AWS::SecretsManager::Secret }
          TaskRole:
            Type: AWS::IAM::Role
            Properties:
              AssumeRolePolicyDocument: { Statement: [{ Effect: Allow, Principal: { Service: ecs-tasks.amazonaws.com }, Action: sts:AssumeRole }] }
              Policies: [{ PolicyName: secret, PolicyDocument: { Statement: { Effect: Allow, Action: secretsmanager:GetSecretValue, Resource: !Ref Password } } }]
          Task:
            Properties:
              TaskRoleArn: !GetAtt TaskRole.Arn
              ContainerDefinitions: [{ Name: web, Image: public.ecr.aws/nginx/nginx:stable, Secrets: [{ Name: PASSWORD, ValueFrom: !Sub '\${Password}:password::' }] }]
      `,
      expects: [{ at: 'ExecutionRole.Properties.ManagedPolicyArns', message: 'secret' }],
    },
    {
      name: 'a policy for ssm:GetParameter where ECS calls ssm:GetParameters',
      over: 'fargateService',
      template: `
        Resources:
          ExecutionRole:
            Properties:
              Policies: [{ PolicyName: settings, PolicyDocument: { Statement: [{ Effect: Allow, Action: ssm:GetParameter, Resource: !Sub 'arn:aws:ssm:\${AWS::Region}:\${AWS::AccountId}:parameter/shop/*' }] } }]
          Task:
            Properties:
              ContainerDefinitions: [{ Name: web, Image: public.ecr.aws/nginx/nginx:stable, Secrets: [{ Name: MODE, ValueFrom: /shop/mode }] }]
      `,
      expects: [{ at: 'ExecutionRole.Properties.Policies.0.PolicyDocument.Statement.0.Action', message: 'parameter' }],
    },
    {
      name: 'a secret of an Express service',
      over: 'fargateService',
      template: `
        Resources:
          Password: { Type: AWS::SecretsManager::Secret }
          GatewayRole:
            Type: AWS::IAM::Role
            Properties:
              AssumeRolePolicyDocument: { Statement: [{ Effect: Allow, Principal: { Service: ecs.amazonaws.com }, Action: sts:AssumeRole }] }
              ManagedPolicyArns: [arn:aws:iam::aws:policy/service-role/AmazonECSInfrastructureRoleforExpressGatewayServices]
          Express:
            Type: AWS::ECS::ExpressGatewayService
            Properties:
              ExecutionRoleArn: !GetAtt ExecutionRole.Arn
              InfrastructureRoleArn: !GetAtt GatewayRole.Arn
              PrimaryContainer: { Image: public.ecr.aws/nginx/nginx:1.27, Secrets: [{ Name: PASSWORD, ValueFrom: !Ref Password }] }
      `,
      expects: [{ at: 'ExecutionRole.Properties.ManagedPolicyArns', message: 'secret' }],
    },
    {
      name: 'a secret of a daemon',
      over: 'fargateService',
      template: `
        Resources:
          Password: { Type: AWS::SecretsManager::Secret }
          Scanner:
            Type: AWS::ECS::DaemonTaskDefinition
            Properties:
              Family: scanner
              ExecutionRoleArn: !GetAtt ExecutionRole.Arn
              ContainerDefinitions: [{ Name: scanner, Image: public.ecr.aws/docker/library/busybox:1.37, Secrets: [{ Name: PASSWORD, ValueFrom: !Ref Password }] }]
      `,
      expects: [{ at: 'ExecutionRole.Properties.ManagedPolicyArns', message: 'secret' }],
    },
    {
      name: 'a secret under a key of the account',
      over: 'fargateService',
      template: `
        Resources:
          Key:
            Type: AWS::KMS::Key
            Properties: { KeyPolicy: { Statement: [{ Effect: Allow, Principal: { AWS: !Sub 'arn:aws:iam::\${AWS::AccountId}:root' }, Action: 'kms:*', Resource: '*' }] } }
          Password: { Type: AWS::SecretsManager::Secret, Properties: { KmsKeyId: !Ref Key } }
          ExecutionRole:
            Properties:
              Policies: [{ PolicyName: secret, PolicyDocument: { Statement: { Effect: Allow, Action: secretsmanager:GetSecretValue, Resource: !Ref Password } } }]
          Task:
            Properties:
              ContainerDefinitions: [{ Name: web, Image: public.ecr.aws/nginx/nginx:stable, Secrets: [{ Name: PASSWORD, ValueFrom: !Ref Password }] }]
      `,
      expects: [{ at: 'ExecutionRole.Properties.Policies', message: 'key' }],
    },
    {
      name: 'a key whose own policy lets in one role alone',
      because: 'What the policies of other roles say of a key counts only where its own policy lets in their account.',
      over: 'fargateService',
      template: `${allowing("Action: ['secretsmanager:GetSecretValue', 'kms:Decrypt'], Resource: '*'")}
          Key:
            Type: AWS::KMS::Key
            Properties: { KeyPolicy: { Statement: [{ Effect: Allow, Principal: { AWS: !Sub 'arn:aws:iam::\${AWS::AccountId}:role/admin' }, Action: 'kms:*', Resource: '*' }] } }
          Password: { Type: AWS::SecretsManager::Secret, Properties: { KmsKeyId: !Ref Key } }${web(', Secrets: [{ Name: PASSWORD, ValueFrom: !Ref Password }]')}`,
      expects: [{ at: 'Key.Properties.KeyPolicy', message: 'key' }],
    },
    {
      name: 'an environment file that nobody lets the role read',
      over: 'fargateService',
      template: `
        Resources:
          Settings: { Type: AWS::S3::Bucket }
          Task:
            Properties:
              ContainerDefinitions: [{ Name: web, Image: public.ecr.aws/nginx/nginx:stable, EnvironmentFiles: [{ Type: s3, Value: !Sub '\${Settings.Arn}/web.env' }] }]
      `,
      expects: [{ at: 'ExecutionRole.Properties.ManagedPolicyArns', message: 'file' }],
    },
    {
      name: 'a denial',
      over: 'fargateService',
      template: `
        Resources:
          ExecutionRole:
            Properties:
              Policies: [{ PolicyName: no, PolicyDocument: { Statement: [{ Effect: Deny, Action: 'ecr:*', NotResource: arn:aws:ecr:eu-west-1:111122223333:repository/other }] } }]
          Task:
            Properties:
              ContainerDefinitions: [{ Name: web, Image: 111122223333.dkr.ecr.eu-west-1.amazonaws.com/shop/web:1 }]
      `,
      expects: [{ at: 'ExecutionRole.Properties.Policies.0.PolicyDocument.Statement.0', message: 'image' }],
    },
    {
      name: 'a permissions boundary that leaves the secret out',
      over: 'fargateService',
      template: `
        Resources:
          Boundary:
            Type: AWS::IAM::ManagedPolicy
            Properties: { PolicyDocument: { Statement: [{ Effect: Allow, Action: ['ecr:*', 'logs:*'], Resource: '*' }] } }
          ExecutionRole:
            Properties:
              PermissionsBoundary: !Ref Boundary
              Policies: [{ PolicyName: secret, PolicyDocument: { Statement: [{ Effect: Allow, Action: 'secretsmanager:*', Resource: '*' }] } }]
          Task:
            Properties:
              ContainerDefinitions: [{ Name: web, Image: public.ecr.aws/nginx/nginx:stable, Secrets: [{ Name: PASSWORD, ValueFrom: arn:aws:secretsmanager:eu-west-1:111122223333:secret:shop/db-Ab12Cd }] }]
      `,
      expects: [{ at: 'ExecutionRole.Properties.PermissionsBoundary', message: 'secret' }],
    },
    {
      name: 'the first pull of an image through the cache, with the managed policy',
      over: 'fargateService',
      template: `
        Resources:
          Cache: { Type: AWS::ECR::PullThroughCacheRule, Properties: { EcrRepositoryPrefix: docker-hub, UpstreamRegistryUrl: registry-1.docker.io } }${web('', '111122223333.dkr.ecr.eu-west-1.amazonaws.com/docker-hub/library/nginx:1')}`,
      expects: [{ at: 'ExecutionRole.Properties.ManagedPolicyArns', message: 'upstream' }],
    },
    {
      name: 'a login to a registry of somebody else, in a secret that nobody may read',
      over: 'fargateService',
      template: `
        Resources:
          Login: { Type: AWS::SecretsManager::Secret }${web(', RepositoryCredentials: { CredentialsParameter: !Ref Login }', 'registry.example.com/web:1')}`,
      expects: [{ at: 'ExecutionRole.Properties.ManagedPolicyArns', message: 'secret' }],
    },
    {
      name: 'the token of Splunk in a secret that nobody may read',
      because: 'The log driver gets it with the execution role, as the container would.',
      over: 'ec2Service',
      template: `
        Resources:
          Token: { Type: AWS::SecretsManager::Secret }
          LaunchTemplate: { Properties: { LaunchTemplateData: { UserData: { 'Fn::Base64': !Sub "#!/bin/bash\\necho ECS_CLUSTER=\${Cluster} >> /etc/ecs/ecs.config\\necho 'ECS_AVAILABLE_LOGGING_DRIVERS=[\\"json-file\\",\\"splunk\\"]' >> /etc/ecs/ecs.config" } } } }${
            web(', Memory: 512, LogConfiguration: { LogDriver: splunk, Options: { splunk-url: https://splunk.example.com }, SecretOptions: [{ Name: splunk-token, ValueFrom: !Ref Token }] }')}`,
      expects: [{ at: 'ExecutionRole.Properties.ManagedPolicyArns', message: 'secret' }],
    },
    {
      name: 'the configuration of a log router in a bucket that the role may not read',
      over: 'fargateService',
      template: `
        Resources:
          Settings: { Type: AWS::S3::Bucket }
          Task:
            Properties:
              ContainerDefinitions:
                - { Name: web, Image: public.ecr.aws/nginx/nginx:stable, LogConfiguration: { LogDriver: awsfirelens } }
                - Name: router
                  Image: public.ecr.aws/aws-observability/aws-for-fluent-bit:stable
                  FirelensConfiguration: { Type: fluentd, Options: { config-file-type: s3, config-file-value: !Sub '\${Settings.Arn}/router.conf' } }
      `,
      expects: [{ at: 'ExecutionRole.Properties.ManagedPolicyArns', message: 'file' }],
    },
    {
      name: 'an environment file that the role may read, in a bucket that it may not find',
      over: 'fargateService',
      template: `${allowing("Action: s3:GetObject, Resource: 'arn:aws:s3:::settings/*'")}${web(', EnvironmentFiles: [{ Type: s3, Value: arn:aws:s3:::settings/web.env }]')}`,
      expects: [{ at: 'ExecutionRole.Properties.Policies', message: 'file' }],
    },
    {
      name: 'a credential spec in a bucket that the role may not read',
      over: 'ec2Service',
      template: `
        Resources:${web(", Memory: 512, CredentialSpecs: ['credentialspecdomainless:arn:aws:s3:::specs/web.json']")}`,
      expects: [{ at: 'ExecutionRole.Properties.ManagedPolicyArns', message: 'file' }],
    },
    {
      name: 'a share of FSx for Windows that the role may neither find nor log in to',
      over: 'ec2Service',
      template: `
        Resources:
          Login: { Type: AWS::SecretsManager::Secret }
          Task:
            Properties:
              Volumes: [{ Name: share, FSxWindowsFileServerVolumeConfiguration: { FileSystemId: fs-0123456789abcdef0, RootDirectory: share, AuthorizationConfig: { CredentialsParameter: !Ref Login, Domain: example.com } } }]
      `,
      expects: [{ at: 'ExecutionRole.Properties.ManagedPolicyArns', message: 'share' }, { at: 'ExecutionRole.Properties.ManagedPolicyArns', message: 'secret' }],
    },
    {
      name: 'a secret by its name, in a statement without the suffix',
      because: 'Secrets Manager appends six characters to the name of each secret, and IAM is asked about the ARN with them.',
      over: 'fargateService',
      template: `${allowing("Action: secretsmanager:GetSecretValue, Resource: 'arn:aws:secretsmanager:eu-west-1:111122223333:secret:shop/db'")}${
        web(", Secrets: [{ Name: PASSWORD, ValueFrom: 'arn:aws:secretsmanager:eu-west-1:111122223333:secret:shop/db:password::' }]")}`,
      expects: [{ at: 'ExecutionRole.Properties.Policies.0.PolicyDocument.Statement.Resource', message: 'secret' }],
    },
    {
      name: 'a log group of another name, in whatever region and account',
      over: 'fargateService',
      template: `
        Resources:
          ExecutionRole: { Properties: { ManagedPolicyArns: null, Policies: [{ PolicyName: logs, PolicyDocument: { Statement: { Effect: Allow, Action: 'logs:*', Resource: 'arn:aws:logs:*:*:log-group:/shop/api:*' } } }] } }${
        web(', LogConfiguration: { LogDriver: awslogs, Options: { awslogs-group: /shop/web, awslogs-region: !Ref AWS::Region, awslogs-stream-prefix: web } }')}`,
      expects: [{ at: 'ExecutionRole.Properties.Policies.0.PolicyDocument.Statement.Resource', message: 'log' }],
    },
    {
      name: 'a secret of a parameter, of which only the key is known',
      over: 'fargateService',
      template: `
        Parameters:
          SecretArn: { Type: String }${web(", Secrets: [{ Name: PASSWORD, ValueFrom: !Sub '${SecretArn}:password::' }]").replace('\n', '\n        Resources:\n')}`,
      expects: [{ at: 'ExecutionRole.Properties.ManagedPolicyArns', message: 'secret' }],
    },
    {
      name: 'a secret of another account, in whatever region',
      over: 'fargateService',
      template: `${allowing("Action: secretsmanager:GetSecretValue, Resource: 'arn:aws:secretsmanager:*:444455556666:secret:*'")}${
        web(", Secrets: [{ Name: PASSWORD, ValueFrom: 'arn:aws:secretsmanager:eu-west-1:111122223333:secret:shop/db-AbCdEf' }]")}`,
      expects: [{ at: 'ExecutionRole.Properties.Policies.0.PolicyDocument.Statement.Resource', message: 'secret' }],
    },
    {
      name: 'parameters of another path',
      over: 'fargateService',
      template: `${allowing("Action: 'ssm:Get*', Resource: !Sub 'arn:aws:ssm:${AWS::Region}:${AWS::AccountId}:parameter/stage/*'")}${web(', Secrets: [{ Name: MODE, ValueFrom: /shop/mode }]')}`,
      expects: [{ at: 'ExecutionRole.Properties.Policies.0.PolicyDocument.Statement.Resource', message: 'parameter' }],
    },
  ],
  good: [
    {
      name: 'a secret of a parameter',
      over: 'fargateService',
      template: `
        Parameters:
          SecretArn: { Type: String }${allowing('Action: secretsmanager:GetSecretValue, Resource: !Ref SecretArn')}${web(", Secrets: [{ Name: PASSWORD, ValueFrom: !Sub '${SecretArn}:password::' }]")}`,
    },
    {
      name: 'everything allowed where it is asked for',
      over: 'fargateService',
      template: `
        Resources:
          Repository: { Type: AWS::ECR::Repository }
          Logs: { Type: AWS::Logs::LogGroup }
          Password: { Type: AWS::SecretsManager::Secret }
          ExecutionRole:
            Properties:
              ManagedPolicyArns: null
              Policies:
                - PolicyName: start
                  PolicyDocument:
                    Statement:
                      - { Effect: Allow, Action: ecr:GetAuthorizationToken, Resource: '*' }
                      - { Effect: Allow, Action: [ecr:BatchGetImage, ecr:GetDownloadUrlForLayer], Resource: !GetAtt Repository.Arn }
                      - { Effect: Allow, Action: [logs:CreateLogStream, logs:PutLogEvents], Resource: !GetAtt Logs.Arn }
                      - { Effect: Allow, Action: secretsmanager:GetSecretValue, Resource: !Ref Password }
          Task:
            Properties:
              ContainerDefinitions:
                - Name: web
                  Image: !Sub '\${Repository.RepositoryUri}:1'
                  Secrets: [{ Name: PASSWORD, ValueFrom: !Sub '\${Password}:password::' }]
                  LogConfiguration: { LogDriver: awslogs, Options: { awslogs-group: !Ref Logs, awslogs-region: !Ref AWS::Region, awslogs-stream-prefix: web } }
          Service:
            Properties: { DesiredCount: 0 }
      `,
    },
    {
      name: 'a secret whose own policy lets the role in',
      over: 'fargateService',
      template: `
        Resources:
          Password: { Type: AWS::SecretsManager::Secret }
          PasswordPolicy:
            Type: AWS::SecretsManager::ResourcePolicy
            Properties:
              SecretId: !Ref Password
              ResourcePolicy: { Statement: [{ Effect: Allow, Principal: { AWS: !GetAtt ExecutionRole.Arn }, Action: secretsmanager:GetSecretValue, Resource: '*' }] }
          Task:
            Properties:
              ContainerDefinitions: [{ Name: web, Image: public.ecr.aws/nginx/nginx:stable, Secrets: [{ Name: PASSWORD, ValueFrom: !Ref Password }] }]
      `,
    },
    {
      name: 'a secret under a key that lets the role in for the sake of Secrets Manager',
      over: 'fargateService',
      template: `
        Resources:
          Key:
            Type: AWS::KMS::Key
            Properties:
              KeyPolicy:
                Statement:
                  - Effect: Allow
                    Principal: { AWS: !GetAtt ExecutionRole.Arn }
                    Action: kms:Decrypt
                    Resource: '*'
                    Condition: { StringEquals: { kms:ViaService: !Sub 'secretsmanager.\${AWS::Region}.amazonaws.com' } }
          Password: { Type: AWS::SecretsManager::Secret, Properties: { KmsKeyId: !GetAtt Key.Arn } }
          Allowed:
            Type: AWS::IAM::Policy
            Properties: { PolicyName: secret, Roles: [!Ref ExecutionRole], PolicyDocument: { Statement: { Effect: Allow, Action: 'secretsmanager:Get*', Resource: !Sub '\${Password}*' } } }
          Service: { DependsOn: [DefaultRoute, Allowed] }
          Task:
            Properties:
              ContainerDefinitions: [{ Name: web, Image: public.ecr.aws/nginx/nginx:stable, Secrets: [{ Name: PASSWORD, ValueFrom: !Ref Password }] }]
      `,
    },
    {
      name: 'an image from a parameter, wherever that is pulled from',
      over: 'fargateService',
      template: '{ Parameters: { Image: { Type: String } }, Resources: { Task: { Properties: { ContainerDefinitions: [{ Name: web, Image: !Ref Image }] } } } }',
    },
    {
      name: 'an image through the cache, which the policy of the registry allows to bring in',
      over: 'fargateService',
      template: `
        Resources:
          Cache: { Type: AWS::ECR::PullThroughCacheRule, Properties: { EcrRepositoryPrefix: docker-hub, UpstreamRegistryUrl: registry-1.docker.io } }
          Registry:
            Type: AWS::ECR::RegistryPolicy
            Properties:
              PolicyText: { Statement: [{ Effect: Allow, Principal: { AWS: !GetAtt ExecutionRole.Arn }, Action: [ecr:CreateRepository, ecr:BatchImportUpstreamImage], Resource: 'arn:aws:ecr:eu-west-1:111122223333:repository/docker-hub/*' }] }${
                web('', '111122223333.dkr.ecr.eu-west-1.amazonaws.com/docker-hub/library/nginx:1')}`,
    },
  ],
  unknown: [
    {
      name: 'a policy of which a condition decides whose it is',
      over: 'fargateService',
      template: `
        Parameters: { Stage: { Type: String } }
        Conditions: { Production: !Equals [!Ref Stage, production] }
        Resources:
          Password: { Type: AWS::SecretsManager::Secret }
          Other: { Type: AWS::SecretsManager::Secret }
          PasswordPolicy:
            Type: AWS::SecretsManager::ResourcePolicy
            Properties:
              SecretId: !If [Production, !Ref Password, !Ref Other]
              ResourcePolicy: { Statement: [{ Effect: Allow, Principal: { AWS: !GetAtt ExecutionRole.Arn }, Action: secretsmanager:GetSecretValue, Resource: '*' }] }
          Task:
            Properties:
              ContainerDefinitions: [{ Name: web, Image: public.ecr.aws/nginx/nginx:stable, Secrets: [{ Name: PASSWORD, ValueFrom: !Ref Password }] }]
      `,
      expects: [{ at: 'PasswordPolicy.Properties.SecretId' }],
    },
    {
      name: 'a role elsewhere',
      over: 'fargateService',
      template: `
        Resources:
          ExecutionRole: null
          Task:
            Properties:
              ExecutionRoleArn: arn:aws:iam::111122223333:role/ecsTaskExecutionRole
              ContainerDefinitions: [{ Name: web, Image: 111122223333.dkr.ecr.eu-west-1.amazonaws.com/shop/web:1 }]
      `,
      expects: [{ at: 'Task.Properties.ExecutionRoleArn' }],
    },
    {
      name: 'an image from a parameter, and a role that may pull from nowhere',
      over: 'fargateService',
      template: `
        Parameters: { Image: { Type: String } }
        Resources:
          ExecutionRole: { Properties: { ManagedPolicyArns: null } }
          Task: { Properties: { ContainerDefinitions: [{ Name: web, Image: !Ref Image }] } }
      `,
      expects: [{ at: 'Task.Properties.ContainerDefinitions.0.Image' }],
    },
    {
      name: 'a policy elsewhere',
      over: 'fargateService',
      template: `
        Resources:
          ExecutionRole:
            Properties: { ManagedPolicyArns: [arn:aws:iam::111122223333:policy/pull] }
          Task:
            Properties:
              ContainerDefinitions: [{ Name: web, Image: 111122223333.dkr.ecr.eu-west-1.amazonaws.com/shop/web:1 }]
      `,
      expects: [{ at: 'ExecutionRole.Properties.ManagedPolicyArns.0' }],
    },
    {
      name: 'a statement for one region in a stack of which the region is not given',
      over: 'fargateService',
      template: `
        Resources:
          ExecutionRole:
            Properties:
              Policies: [{ PolicyName: settings, PolicyDocument: { Statement: { Effect: Allow, Action: ssm:GetParameters, Resource: 'arn:aws:ssm:eu-west-1:111122223333:parameter/shop/*' } } }]
          Task:
            Properties:
              ContainerDefinitions: [{ Name: web, Image: public.ecr.aws/nginx/nginx:stable, Secrets: [{ Name: MODE, ValueFrom: /shop/mode }] }]
      `,
      expects: [{ at: 'Task.Properties.ContainerDefinitions.0.Secrets.0.ValueFrom' }],
    },
  ],
  spelled: [
    {
      name: 'a policy as text',
      over: 'fargateService',
      template: `
        Resources:
          ExecutionRole:
            Properties:
              ManagedPolicyArns: null
              Policies: [{ PolicyName: pull, PolicyDocument: '{"Statement":{"Effect":"Allow","Action":"ecr:*","Resource":"*"}}' }]
          Task:
            Properties:
              ContainerDefinitions: [{ Name: web, Image: 111122223333.dkr.ecr.eu-west-1.amazonaws.com/shop/web:1 }]
      `,
    },
    {
      name: 'the secret of a database, by its attachment',
      over: 'fargateService',
      template: `
        Resources:
          Password: { Type: AWS::SecretsManager::Secret }
          Database: { Type: AWS::RDS::DBCluster, Properties: { Engine: aurora-mysql } }
          Attachment: { Type: AWS::SecretsManager::SecretTargetAttachment, Properties: { SecretId: !Ref Password, TargetId: !Ref Database, TargetType: AWS::RDS::DBCluster } }
          ExecutionRole:
            Properties:
              Policies: [{ PolicyName: secret, PolicyDocument: { Statement: { Effect: Allow, Action: secretsmanager:GetSecretValue, Resource: !Ref Password } } }]
          Task:
            Properties:
              ContainerDefinitions: [{ Name: web, Image: public.ecr.aws/nginx/nginx:stable, Secrets: [{ Name: PASSWORD, ValueFrom: !Ref Attachment }] }]
      `,
    },
    {
      name: 'a secret by its ARN without the suffix',
      over: 'fargateService',
      template: `
        Resources:
          ExecutionRole:
            Properties:
              Policies: [{ PolicyName: secret, PolicyDocument: { Statement: { Effect: Allow, Action: secretsmanager:GetSecretValue, Resource: 'arn:aws:secretsmanager:eu-west-1:111122223333:secret:shop/db-??????' } } }]
          Task:
            Properties:
              ContainerDefinitions: [{ Name: web, Image: public.ecr.aws/nginx/nginx:stable, Secrets: [{ Name: PASSWORD, ValueFrom: 'arn:aws:secretsmanager:eu-west-1:111122223333:secret:shop/db' }] }]
      `,
    },
    {
      name: 'a parameter with its version',
      over: 'fargateService',
      template: `${allowing("Action: ssm:GetParameters, Resource: !Sub 'arn:aws:ssm:${AWS::Region}:${AWS::AccountId}:parameter/shop/mode'")}${web(', Secrets: [{ Name: MODE, ValueFrom: \'/shop/mode:3\' }]')}`,
    },
  ],
};
