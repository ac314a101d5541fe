/** Small stacks that work, for the examples of rules to be laid over. Each floats as it stands. */
export type BaseStackName = keyof typeof baseStacks;

function subnets(isPublic: boolean): string {
  return `
  Vpc:
    Type: AWS::EC2::VPC
    Properties: { CidrBlock: 10.0.0.0/16, EnableDnsHostnames: true }
  Routes:
    Type: AWS::EC2::RouteTable
    Properties: { VpcId: !Ref Vpc }
  SubnetA:
    Type: AWS::EC2::Subnet
    Properties: { VpcId: !Ref Vpc, CidrBlock: 10.0.0.0/24, AvailabilityZone: !Select [0, !GetAZs ''], MapPublicIpOnLaunch: ${isPublic} }
  SubnetB:
    Type: AWS::EC2::Subnet
    Properties: { VpcId: !Ref Vpc, CidrBlock: 10.0.1.0/24, AvailabilityZone: !Select [1, !GetAZs ''], MapPublicIpOnLaunch: ${isPublic} }
  RoutesOfA:
    Type: AWS::EC2::SubnetRouteTableAssociation
    Properties: { SubnetId: !Ref SubnetA, RouteTableId: !Ref Routes }
  RoutesOfB:
    Type: AWS::EC2::SubnetRouteTableAssociation
    Properties: { SubnetId: !Ref SubnetB, RouteTableId: !Ref Routes }
  TaskSecurityGroup:
    Type: AWS::EC2::SecurityGroup
    Properties:
      GroupDescription: Tasks
      VpcId: !Ref Vpc
      SecurityGroupIngress: [{ IpProtocol: tcp, FromPort: 80, ToPort: 80, CidrIp: 10.0.0.0/16 }]
`;
}

const network = `${subnets(true)}
  InternetGateway: { Type: AWS::EC2::InternetGateway }
  Attachment:
    Type: AWS::EC2::VPCGatewayAttachment
    Properties: { VpcId: !Ref Vpc, InternetGatewayId: !Ref InternetGateway }
  DefaultRoute:
    Type: AWS::EC2::Route
    DependsOn: Attachment
    Properties: { RouteTableId: !Ref Routes, DestinationCidrBlock: 0.0.0.0/0, GatewayId: !Ref InternetGateway }
`;

function interfaceEndpoint(id: string, service: string): string {
  return `
  ${id}:
    Type: AWS::EC2::VPCEndpoint
    Properties:
      VpcEndpointType: Interface
      ServiceName: !Sub com.amazonaws.\${AWS::Region}.${service}
      VpcId: !Ref Vpc
      SubnetIds: [!Ref SubnetA, !Ref SubnetB]
      SecurityGroupIds: [!Ref EndpointSecurityGroup]
      PrivateDnsEnabled: true
`;
}

const privateNetwork = `${subnets(false)}
  EndpointSecurityGroup:
    Type: AWS::EC2::SecurityGroup
    Properties:
      GroupDescription: Endpoints
      VpcId: !Ref Vpc
      SecurityGroupIngress: [{ IpProtocol: tcp, FromPort: 443, ToPort: 443, SourceSecurityGroupId: !Ref TaskSecurityGroup }]
${[['EcrApi', 'ecr.api'], ['EcrDkr', 'ecr.dkr'], ['Logs', 'logs']].map(([id = '', service = '']) => interfaceEndpoint(id, service)).join('')}
  S3:
    Type: AWS::EC2::VPCEndpoint
    Properties: { ServiceName: !Sub 'com.amazonaws.\${AWS::Region}.s3', VpcId: !Ref Vpc, RouteTableIds: [!Ref Routes] }
`;

const executionRole = `
  ExecutionRole:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Version: '2012-10-17'
        Statement: [{ Effect: Allow, Principal: { Service: ecs-tasks.amazonaws.com }, Action: sts:AssumeRole }]
      ManagedPolicyArns: [arn:aws:iam::aws:policy/service-role/AmazonECSTaskExecutionRolePolicy]
`;

const fargateService = `
Resources:${network}${executionRole}
  Cluster: { Type: AWS::ECS::Cluster }
  Task:
    Type: AWS::ECS::TaskDefinition
    Properties:
      RequiresCompatibilities: [FARGATE]
      NetworkMode: awsvpc
      Cpu: '256'
      Memory: '512'
      ExecutionRoleArn: !GetAtt ExecutionRole.Arn
      ContainerDefinitions:
        - Name: web
          Image: public.ecr.aws/nginx/nginx:stable
          PortMappings: [{ ContainerPort: 80 }]
  Service:
    Type: AWS::ECS::Service
    DependsOn: DefaultRoute
    Properties:
      Cluster: !Ref Cluster
      TaskDefinition: !Ref Task
      LaunchType: FARGATE
      DesiredCount: 2
      NetworkConfiguration:
        AwsvpcConfiguration:
          AssignPublicIp: ENABLED
          Subnets: [!Ref SubnetA, !Ref SubnetB]
          SecurityGroups: [!Ref TaskSecurityGroup]
`;

const privateService = `${fargateService.replace(network, privateNetwork).replace('    DependsOn: DefaultRoute\n', '').replace('          AssignPublicIp: ENABLED\n', '')
  .replace(/ +Image: .*\n +PortMappings: .*\n/, `          Image: !Sub \${AWS::AccountId}.dkr.ecr.\${AWS::Region}.\${AWS::URLSuffix}/web:1
          LogConfiguration:
            LogDriver: awslogs
            Options: { awslogs-group: !Ref LogGroup, awslogs-region: !Ref AWS::Region, awslogs-stream-prefix: web }
`)}
  LogGroup: { Type: AWS::Logs::LogGroup }
`;

const managedInstancesService = `${fargateService.replace('[FARGATE]', '[MANAGED_INSTANCES]').replace('      LaunchType: FARGATE\n', '').replace('          AssignPublicIp: ENABLED\n', '').trimEnd()}
      CapacityProviderStrategy: [{ CapacityProvider: !Ref Managed, Weight: 1 }]
  Managed:
    Type: AWS::ECS::CapacityProvider
    Properties:
      ClusterName: !Ref Cluster
      ManagedInstancesProvider:
        InfrastructureRoleArn: arn:aws:iam::123456789012:role/ecsInfrastructureRole
        InstanceLaunchTemplate:
          Ec2InstanceProfileArn: arn:aws:iam::123456789012:instance-profile/ecsInstanceRole
          NetworkConfiguration: { Subnets: [!Ref SubnetA, !Ref SubnetB], SecurityGroups: [!Ref TaskSecurityGroup] }
`;

const scheduledTask = `${fargateService.replace(/ {2}Service:\n[^]*$/, '')}
  EventsRole:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Version: '2012-10-17'
        Statement: [{ Effect: Allow, Principal: { Service: events.amazonaws.com }, Action: sts:AssumeRole }]
      Policies:
        - PolicyName: run
          PolicyDocument: { Version: '2012-10-17', Statement: [{ Effect: Allow, Action: ['ecs:RunTask', 'iam:PassRole'], Resource: '*' }] }
  Rule:
    Type: AWS::Events::Rule
    Properties:
      ScheduleExpression: rate(1 day)
      Targets:
        - Id: task
          Arn: !GetAtt Cluster.Arn
          RoleArn: !GetAtt EventsRole.Arn
          EcsParameters:
            TaskDefinitionArn: !Ref Task
            LaunchType: FARGATE
            NetworkConfiguration: { AwsVpcConfiguration: { Subnets: [!Ref SubnetA, !Ref SubnetB], AssignPublicIp: ENABLED } }
`;

/** Lets the tasks mount a file system. */
function mounting(stack: string): string {
  return `${stack.replace(/( {2}Service:\n.*\n) +DependsOn: (\w+)/, '$1    DependsOn: [$2, MountTargetA, MountTargetB]')
    .replace('\n  Service:', `
          MountPoints: [{ SourceVolume: data, ContainerPath: /data }]
      Volumes: [{ Name: data, EFSVolumeConfiguration: { FilesystemId: !Ref Files, TransitEncryption: ENABLED } }]
  Service:`)}
  Files: { Type: AWS::EFS::FileSystem, Properties: { Encrypted: true } }
  MountTargetA:
    Type: AWS::EFS::MountTarget
    Properties: { FileSystemId: !Ref Files, SubnetId: !Ref SubnetA, SecurityGroups: [!Ref FilesSecurityGroup] }
  MountTargetB:
    Type: AWS::EFS::MountTarget
    Properties: { FileSystemId: !Ref Files, SubnetId: !Ref SubnetB, SecurityGroups: [!Ref FilesSecurityGroup] }
  FilesSecurityGroup:
    Type: AWS::EC2::SecurityGroup
    Properties:
      GroupDescription: Mount targets
      VpcId: !Ref Vpc
      SecurityGroupIngress: [{ IpProtocol: tcp, FromPort: 2049, ToPort: 2049, SourceSecurityGroupId: !Ref TaskSecurityGroup }]
`;
}

const loadBalancer = `
  LoadBalancerSecurityGroup:
    Type: AWS::EC2::SecurityGroup
    Properties:
      GroupDescription: Load balancer
      VpcId: !Ref Vpc
      SecurityGroupIngress: [{ IpProtocol: tcp, FromPort: 80, ToPort: 80, CidrIp: 0.0.0.0/0 }]
  LoadBalancer:
    Type: AWS::ElasticLoadBalancingV2::LoadBalancer
    DependsOn: DefaultRoute
    Properties:
      Type: application
      Scheme: internet-facing
      Subnets: [!Ref SubnetA, !Ref SubnetB]
      SecurityGroups: [!Ref LoadBalancerSecurityGroup]
  Listener:
    Type: AWS::ElasticLoadBalancingV2::Listener
    Properties:
      LoadBalancerArn: !Ref LoadBalancer
      Port: 80
      Protocol: HTTP
      DefaultActions: [{ Type: forward, TargetGroupArn: !Ref Targets }]
`;

function targets(type: string): string {
  return `
  Targets:
    Type: AWS::ElasticLoadBalancingV2::TargetGroup
    Properties: { VpcId: !Ref Vpc, Port: 80, Protocol: HTTP, TargetType: ${type} }
`;
}

/** Puts the service, which each stack ends with, behind the load balancer. */
function balanced(stack: string): string {
  return `${stack.replace(/( {2}Service:\n.*\n) +DependsOn: (\w+)/, '$1    DependsOn: [$2, Listener]').trimEnd()}
      LoadBalancers: [{ ContainerName: web, ContainerPort: 80, TargetGroupArn: !Ref Targets }]
${loadBalancer}`;
}

const ec2Service = `
Parameters:
  Ami:
    Type: AWS::SSM::Parameter::Value<AWS::EC2::Image::Id>
    Default: /aws/service/ecs/optimized-ami/amazon-linux-2023/recommended/image_id
Resources:${network}${executionRole}
  Cluster: { Type: AWS::ECS::Cluster }
  InstanceSecurityGroup:
    Type: AWS::EC2::SecurityGroup
    Properties:
      GroupDescription: Container instances
      VpcId: !Ref Vpc
      SecurityGroupIngress: [{ IpProtocol: tcp, FromPort: 32768, ToPort: 65535, CidrIp: 10.0.0.0/16 }]
  InstanceRole:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Version: '2012-10-17'
        Statement: [{ Effect: Allow, Principal: { Service: ec2.amazonaws.com }, Action: sts:AssumeRole }]
      ManagedPolicyArns: [arn:aws:iam::aws:policy/service-role/AmazonEC2ContainerServiceforEC2Role]
  InstanceProfile:
    Type: AWS::IAM::InstanceProfile
    Properties: { Roles: [!Ref InstanceRole] }
  LaunchTemplate:
    Type: AWS::EC2::LaunchTemplate
    Properties:
      LaunchTemplateData:
        ImageId: !Ref Ami
        InstanceType: m5.large
        IamInstanceProfile: { Arn: !GetAtt InstanceProfile.Arn }
        SecurityGroupIds: [!Ref InstanceSecurityGroup]
        UserData:
          Fn::Base64: !Sub |
            #!/bin/bash
            echo ECS_CLUSTER=\${Cluster} >> /etc/ecs/ecs.config
  Group:
    Type: AWS::AutoScaling::AutoScalingGroup
    DependsOn: DefaultRoute
    Properties:
      VPCZoneIdentifier: [!Ref SubnetA, !Ref SubnetB]
      LaunchTemplate: { LaunchTemplateId: !Ref LaunchTemplate, Version: !GetAtt LaunchTemplate.LatestVersionNumber }
      MinSize: '2'
      MaxSize: '2'
  Task:
    Type: AWS::ECS::TaskDefinition
    Properties:
      RequiresCompatibilities: [EC2]
      ExecutionRoleArn: !GetAtt ExecutionRole.Arn
      ContainerDefinitions:
        - Name: web
          Image: public.ecr.aws/nginx/nginx:stable
          Memory: 512
          PortMappings: [{ ContainerPort: 80 }]
  Service:
    Type: AWS::ECS::Service
    DependsOn: Group
    Properties:
      Cluster: !Ref Cluster
      TaskDefinition: !Ref Task
      LaunchType: EC2
      DesiredCount: 2
`;

const capacityProviderService = `${ec2Service.replace('      LaunchType: EC2\n', '').replace('DependsOn: Group', 'DependsOn: Association')}
  Provider:
    Type: AWS::ECS::CapacityProvider
    DependsOn: Cluster
    Properties:
      AutoScalingGroupProvider:
        AutoScalingGroupArn: !Ref Group
        ManagedScaling: { Status: ENABLED, TargetCapacity: 100 }
        ManagedTerminationProtection: DISABLED
  Association:
    Type: AWS::ECS::ClusterCapacityProviderAssociations
    Properties:
      Cluster: !Ref Cluster
      CapacityProviders: [!Ref Provider]
      DefaultCapacityProviderStrategy: [{ CapacityProvider: !Ref Provider, Weight: 1 }]
`;

export const baseStacks = {
  /** Nothing but the example itself. */
  nothing: '',
  /** A Fargate service with two tasks in public subnets: Vpc, SubnetA, SubnetB, TaskSecurityGroup, ExecutionRole, Cluster, Task, Service. */
  fargateService,
  /** The same behind an Application Load Balancer: LoadBalancer, Listener, Targets, LoadBalancerSecurityGroup. */
  loadBalancedService: balanced(fargateService) + targets('ip'),
  /** A Fargate service in subnets without a way out, with endpoints for what it needs: EcrApi, EcrDkr, Logs, S3, EndpointSecurityGroup. */
  privateService,
  /** A Fargate service whose tasks mount a file system: Files, MountTargetA, MountTargetB, FilesSecurityGroup. */
  fileSystemService: mounting(fargateService),
  /** A service on two m5.large container instances in two zones: LaunchTemplate, Group, InstanceRole, Task, Service. */
  ec2Service,
  /** The same by the default strategy of its cluster: Provider, Association. */
  capacityProviderService,
  /** A service on Managed Instances: Managed, Cluster, Task, Service. */
  managedInstancesService,
  /** A rule of EventBridge that starts a Fargate task each day: EventsRole, Rule, Cluster, Task. */
  scheduledTask,
  /** A service on container instances behind an Application Load Balancer. */
  ec2LoadBalancedService: balanced(ec2Service) + targets('instance'),
} as const;
