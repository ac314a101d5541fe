/** How the templates of one deployment refer to each other. */
export type Way = 'by exports' | 'by nesting' | 'by parameters of Systems Manager';

const network = `
  Vpc: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.0.0.0/16 } }
  InternetGateway: { Type: AWS::EC2::InternetGateway }
  Attachment: { Type: AWS::EC2::VPCGatewayAttachment, Properties: { VpcId: !Ref Vpc, InternetGatewayId: !Ref InternetGateway } }
  PublicRoutes: { Type: AWS::EC2::RouteTable, Properties: { VpcId: !Ref Vpc } }
  PublicDefault: { Type: AWS::EC2::Route, DependsOn: Attachment, Properties: { RouteTableId: !Ref PublicRoutes, DestinationCidrBlock: 0.0.0.0/0, GatewayId: !Ref InternetGateway } }
  Public: { Type: AWS::EC2::Subnet, Properties: { VpcId: !Ref Vpc, CidrBlock: 10.0.0.0/24, AvailabilityZone: !Select [0, !GetAZs ''] } }
  OfPublic: { Type: AWS::EC2::SubnetRouteTableAssociation, Properties: { SubnetId: !Ref Public, RouteTableId: !Ref PublicRoutes } }
  Address: { Type: AWS::EC2::EIP, Properties: { Domain: vpc } }
  Nat: { Type: AWS::EC2::NatGateway, DependsOn: PublicDefault, Properties: { SubnetId: !Ref Public, AllocationId: !GetAtt Address.AllocationId } }
  Routes: { Type: AWS::EC2::RouteTable, Properties: { VpcId: !Ref Vpc } }
  Default: { Type: AWS::EC2::Route, Properties: { RouteTableId: !Ref Routes, DestinationCidrBlock: 0.0.0.0/0, NatGatewayId: !Ref Nat } }
  A: { Type: AWS::EC2::Subnet, Properties: { VpcId: !Ref Vpc, CidrBlock: 10.0.1.0/24, AvailabilityZone: !Select [0, !GetAZs ''] } }
  B: { Type: AWS::EC2::Subnet, Properties: { VpcId: !Ref Vpc, CidrBlock: 10.0.2.0/24, AvailabilityZone: !Select [1, !GetAZs ''] } }
  OfA: { Type: AWS::EC2::SubnetRouteTableAssociation, Properties: { SubnetId: !Ref A, RouteTableId: !Ref Routes } }
  OfB: { Type: AWS::EC2::SubnetRouteTableAssociation, Properties: { SubnetId: !Ref B, RouteTableId: !Ref Routes } }
  Tasks:
    Type: AWS::EC2::SecurityGroup
    Properties: { GroupDescription: Tasks, VpcId: !Ref Vpc, SecurityGroupEgress: [{ IpProtocol: tcp, FromPort: 443, ToPort: 443, CidrIp: 0.0.0.0/0 }] }
`;

const cluster = `
  Cluster: { Type: AWS::ECS::Cluster }
  ExecutionRole:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument: { Statement: [{ Effect: Allow, Principal: { Service: ecs-tasks.amazonaws.com }, Action: sts:AssumeRole }] }
      ManagedPolicyArns: [arn:aws:iam::aws:policy/service-role/AmazonECSTaskExecutionRolePolicy]
  InstanceRole:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument: { Statement: [{ Effect: Allow, Principal: { Service: ec2.amazonaws.com }, Action: sts:AssumeRole }] }
      ManagedPolicyArns: [arn:aws:iam::aws:policy/service-role/AmazonEC2ContainerServiceforEC2Role]
  InstanceProfile: { Type: AWS::IAM::InstanceProfile, Properties: { Roles: [!Ref InstanceRole] } }
  LaunchTemplate:
    Type: AWS::EC2::LaunchTemplate
    Properties:
      LaunchTemplateData:
        ImageId: '{{resolve:ssm:/aws/service/ecs/optimized-ami/amazon-linux-2023/recommended/image_id}}'
        InstanceType: m5.large
        IamInstanceProfile: { Arn: !GetAtt InstanceProfile.Arn }
        SecurityGroupIds: [GROUP]
        UserData: { 'Fn::Base64': !Sub "#!/bin/bash\\necho ECS_CLUSTER=\${Cluster} >> /etc/ecs/ecs.config\\n" }
  Group:
    Type: AWS::AutoScaling::AutoScalingGroup
    Properties: { VPCZoneIdentifier: SUBNETS, LaunchTemplate: { LaunchTemplateId: !Ref LaunchTemplate, Version: !GetAtt LaunchTemplate.LatestVersionNumber }, MinSize: 2, MaxSize: 2 }
`;

const service = `
  Task:
    Type: AWS::ECS::TaskDefinition
    Properties:
      NetworkMode: awsvpc
      ExecutionRoleArn: ROLE
      ContainerDefinitions: [{ Name: app, Image: 'public.ecr.aws/nginx/nginx:stable', Memory: 512 }]
  Service:
    Type: AWS::ECS::Service
    Properties:
      Cluster: CLUSTER
      TaskDefinition: !Ref Task
      LaunchType: EC2
      DesiredCount: 2
      NetworkConfiguration: { AwsvpcConfiguration: { Subnets: SUBNETS, SecurityGroups: [GROUP] } }
`;

/** What each template gives to the others, and under which name it is asked there. */
const given = {
  network: { SUBNETS: "!Join [',', [!Ref A, !Ref B]]", GROUP: '!GetAtt Tasks.GroupId' },
  cluster: { CLUSTER: '!Ref Cluster', ROLE: '!GetAtt ExecutionRole.Arn' },
  service: {},
} as const;

const bodies = { network, cluster, service };

/** Three templates of one shop that floats, as files: network, cluster and service; where they are nested, with a fourth around them. */
export function linkedShop(way: Way): Readonly<Record<string, string>> {
  const files = Object.fromEntries((['network', 'cluster', 'service'] as const).map(name => [`${name}.yaml`, template(name, way)]));
  return way === 'by nesting' ? { ...files, 'shop.yaml': around } : files;
}

function template(name: keyof typeof bodies, way: Way): string {
  const outputs = Object.entries(given[name]), body = bodies[name].replace(/\b(SUBNETS|GROUP|CLUSTER|ROLE)\b/g, word => asked(word, way));
  const parameters = way === 'by nesting' ? [...new Set(bodies[name].match(/\b(SUBNETS|GROUP|CLUSTER|ROLE)\b/g) ?? [])] : way === 'by exports' ? [] : ['SUBNETS'];
  const stored = outputs.map(([word, value]) => `  Given${word}: { Type: AWS::SSM::Parameter, Properties: { Name: /shop/${word}, Type: String, Value: ${value} } }\n`);
  return [
    ...(parameters.length > 0 ? ['Parameters:', ...parameters.map(word => `  ${word}: { Type: ${typeOf(word, way)} }`)] : []),
    `Resources:${body}${way === 'by parameters of Systems Manager' ? stored.join('') : ''}`,
    ...(outputs.length > 0 ? ['Outputs:', ...outputs.map(([word, value]) => `  ${word}: { Value: ${value}, Export: { Name: !Sub '\${AWS::StackName}-${word}' } }`)] : []),
  ].join('\n');
}

function typeOf(word: string, way: Way): string {
  if (way === 'by nesting') return word === 'SUBNETS' ? "'List<AWS::EC2::Subnet::Id>'" : 'String';
  return "'AWS::SSM::Parameter::Value<List<AWS::EC2::Subnet::Id>>', Default: /shop/SUBNETS";
}

/** How a template asks for what another gives. */
function asked(word: string, way: Way): string {
  switch (way) {
    case 'by nesting': return `!Ref ${word}`;
    case 'by parameters of Systems Manager': return word === 'SUBNETS' ? '!Ref SUBNETS' : `'{{resolve:ssm:/shop/${word}}}'`;
    case 'by exports': {
      const value = `{ 'Fn::ImportValue': shop-${word in given.network ? 'network' : 'cluster'}-${word} }`;
      return word === 'SUBNETS' ? `{ 'Fn::Split': [',', ${value}] }` : value;
    }
  }
}

const around = `
Resources:
  Network: { Type: AWS::CloudFormation::Stack, Properties: { TemplateURL: network.yaml } }
  Cluster:
    Type: AWS::CloudFormation::Stack
    Properties: { TemplateURL: ./cluster.yaml, Parameters: { SUBNETS: !GetAtt Network.Outputs.SUBNETS, GROUP: !GetAtt Network.Outputs.GROUP } }
  Service:
    Type: AWS::CloudFormation::Stack
    Properties:
      TemplateURL: !Sub 'https://s3.amazonaws.com/\${AWS::AccountId}-templates/v1/service.yaml'
      Parameters:
        SUBNETS: !GetAtt Network.Outputs.SUBNETS
        GROUP: !GetAtt Network.Outputs.GROUP
        CLUSTER: !GetAtt Cluster.Outputs.CLUSTER
        ROLE: !GetAtt Cluster.Outputs.ROLE
`;
