import { dualStack, egressOnly, ipv6Only } from '../dual-stack';
import type { Examples } from '../example';

const router = '{ Name: router, Image: !Sub "${AWS::AccountId}.dkr.ecr.${AWS::Region}.${AWS::URLSuffix}/fluent-bit:1", FirelensConfiguration: { Type: fluentbit } }';
const firehose = '{ LogDriver: awsfirelens, Options: { Name: firehose, region: !Ref AWS::Region, delivery_stream: web } }';
const cloudWatch = '{ LogDriver: awsfirelens, Options: { Name: cloudwatch, region: !Ref AWS::Region, log_group_name: web, log_stream_prefix: web- } }';

/** Another container beside that of the service. Its image and the first one's come from Amazon ECR. */
function beside(container: string, log = '{ LogDriver: awslogs, Options: { awslogs-group: !Ref LogGroup, awslogs-region: !Ref AWS::Region, awslogs-stream-prefix: web } }'): string {
  return `
          TaskRole:
            Type: AWS::IAM::Role
            Properties:
              AssumeRolePolicyDocument: { Version: '2012-10-17', Statement: [{ Effect: Allow, Principal: { Service: ecs-tasks.amazonaws.com }, Action: sts:AssumeRole }] }
              Policies: [{ PolicyName: send, PolicyDocument: { Version: '2012-10-17', Statement: [{ Effect: Allow, Action: ['firehose:*', 'logs:*', 'xray:*'], Resource: '*' }] } }]
          Task:
            Properties:
              TaskRoleArn: !GetAtt TaskRole.Arn
              ContainerDefinitions:
                - Name: web
                  Image: !Sub \${AWS::AccountId}.dkr.ecr.\${AWS::Region}.\${AWS::URLSuffix}/web:1
                  LogConfiguration: ${log}
                - ${container}`;
}

export const taskNetworkPathExamples: Examples = {
  rule: 'task-network-path',
  bad: [
    {
      name: 'public subnets and no public address',
      because: 'An internet gateway serves only interfaces with a public address.',
      over: 'fargateService',
      template: `
        Resources:
          Service:
            Properties: { NetworkConfiguration: { AwsvpcConfiguration: { AssignPublicIp: DISABLED } } }
      `,
      expects: [{ at: 'Service.Properties.NetworkConfiguration.AwsvpcConfiguration.AssignPublicIp', message: 'image' }],
    },
    {
      name: 'private subnets without a NAT gateway and without endpoints',
      over: 'fargateService',
      template: `
        Resources:
          DefaultRoute: null
          Service: { DependsOn: null }
      `,
      expects: [{ at: 'Routes.Properties', message: 'image' }],
    },
    {
      name: 'a subnet with which no route table is associated',
      because: 'The main table of the VPC holds for it. Tasks that land in SubnetB start, those in SubnetA do not.',
      over: 'fargateService',
      template: `
        Resources:
          RoutesOfA: null
      `,
      expects: [{ at: 'SubnetA.Properties', message: 'image' }],
    },
    {
      name: 'a security group that lets tasks out to the database alone',
      over: 'fargateService',
      template: `
        Resources:
          TaskSecurityGroup:
            Properties:
              SecurityGroupEgress: [{ IpProtocol: tcp, FromPort: 5432, ToPort: 5432, CidrIp: 10.0.0.0/16 }]
      `,
      expects: [{ at: 'TaskSecurityGroup.Properties.SecurityGroupEgress', message: 'image' }],
    },
    {
      name: 'the same in subnets that are elsewhere',
      because: 'Wherever they stand, what their security group does not let out does not leave.',
      over: 'fargateService',
      template: `
        Parameters:
          Subnets: { Type: List<AWS::EC2::Subnet::Id> }
        Resources:
          Service: { Properties: { NetworkConfiguration: { AwsvpcConfiguration: { Subnets: !Ref Subnets } } } }
          TaskSecurityGroup:
            Properties:
              SecurityGroupEgress: [{ IpProtocol: tcp, FromPort: 5432, ToPort: 5432, CidrIp: 10.0.0.0/16 }]
      `,
      expects: [{ at: 'TaskSecurityGroup.Properties.SecurityGroupEgress', message: 'image' }],
    },
    {
      name: 'the same by a rule beside the group',
      because: 'The first rule for what goes out takes away the one that lets everything out, wherever it stands.',
      over: 'fargateService',
      template: `
        Resources:
          ToDatabase:
            Type: AWS::EC2::SecurityGroupEgress
            Properties: { GroupId: !GetAtt TaskSecurityGroup.GroupId, IpProtocol: tcp, FromPort: 5432, ToPort: 5432, CidrIp: 10.0.0.0/16 }
      `,
      expects: [{ at: 'TaskSecurityGroup.Properties.SecurityGroupEgress', message: 'image' }],
    },
    {
      name: 'Managed Instances with endpoints for ECS and none for images',
      over: 'managedInstancesService',
      template: `
        Resources:
          DefaultRoute: null
          EndpointSecurityGroup:
            Type: AWS::EC2::SecurityGroup
            Properties: { GroupDescription: Endpoints, VpcId: !Ref Vpc, SecurityGroupIngress: [{ IpProtocol: tcp, FromPort: 443, ToPort: 443, CidrIp: 10.0.0.0/16 }] }
          Agent: { Type: AWS::EC2::VPCEndpoint, Properties: &endpoint { VpcEndpointType: Interface, ServiceName: !Sub 'com.amazonaws.\${AWS::Region}.ecs-agent', VpcId: !Ref Vpc, SubnetIds: [!Ref SubnetA], SecurityGroupIds: [!Ref EndpointSecurityGroup], PrivateDnsEnabled: true } }
          Telemetry: { Type: AWS::EC2::VPCEndpoint, Properties: { <<: *endpoint, ServiceName: !Sub 'com.amazonaws.\${AWS::Region}.ecs-telemetry' } }
          Ecs: { Type: AWS::EC2::VPCEndpoint, Properties: { <<: *endpoint, ServiceName: !Sub 'com.amazonaws.\${AWS::Region}.ecs' } }
          Service: { DependsOn: Managed }
      `,
      expects: [{ at: 'Routes.Properties', message: 'image' }],
    },
    {
      name: 'a security group that lets tasks out to a prefix list of the office alone',
      over: 'fargateService',
      template: `
        Resources:
          Office: { Type: AWS::EC2::PrefixList, Properties: { PrefixListName: office, AddressFamily: IPv4, MaxEntries: 2, Entries: [{ Cidr: 192.168.0.0/16 }] } }
          TaskSecurityGroup:
            Properties:
              SecurityGroupEgress: [{ IpProtocol: tcp, FromPort: 443, ToPort: 443, DestinationPrefixListId: !GetAtt Office.PrefixListId }]
      `,
      expects: [{ at: 'TaskSecurityGroup.Properties.SecurityGroupEgress', message: 'image' }],
    },
    {
      name: 'a network ACL that lets no answer in',
      over: 'fargateService',
      template: `
        Resources:
          Acl: { Type: AWS::EC2::NetworkAcl, Properties: { VpcId: !Ref Vpc } }
          Out: { Type: AWS::EC2::NetworkAclEntry, Properties: { NetworkAclId: !Ref Acl, RuleNumber: 100, Egress: true, Protocol: -1, RuleAction: allow, CidrBlock: 0.0.0.0/0 } }
          In: { Type: AWS::EC2::NetworkAclEntry, Properties: { NetworkAclId: !Ref Acl, RuleNumber: 100, Protocol: 6, PortRange: { From: 80, To: 80 }, RuleAction: allow, CidrBlock: 0.0.0.0/0 } }
          AclOfA: { Type: AWS::EC2::SubnetNetworkAclAssociation, Properties: { SubnetId: !Ref SubnetA, NetworkAclId: !Ref Acl } }
          AclOfB: { Type: AWS::EC2::SubnetNetworkAclAssociation, Properties: { SubnetId: !Ref SubnetB, NetworkAclId: !Ref Acl } }
      `,
      expects: [{ at: 'Acl.Properties', message: 'image' }],
    },
    {
      name: 'endpoints for ECR and none for S3',
      because: 'ECR keeps the layers of images in S3.',
      over: 'privateService',
      template: `
        Resources:
          S3: null
      `,
      expects: [{ at: 'Vpc.Properties', message: 'image' }],
    },
    {
      name: 'a gateway endpoint on another route table',
      over: 'privateService',
      template: `
        Resources:
          OtherRoutes: { Type: AWS::EC2::RouteTable, Properties: { VpcId: !Ref Vpc } }
          S3: { Properties: { RouteTableIds: [!Ref OtherRoutes] } }
      `,
      expects: [{ at: 'S3.Properties.RouteTableIds', message: 'image' }],
    },
    {
      name: 'an endpoint without private DNS',
      because: 'The name of the registry then leads to its public address.',
      over: 'privateService',
      template: `
        Resources:
          EcrDkr: { Properties: { PrivateDnsEnabled: false } }
      `,
      expects: [{ at: 'EcrDkr.Properties.PrivateDnsEnabled', message: 'image' }],
    },
    {
      name: 'endpoints that let in other addresses than those of the tasks',
      over: 'privateService',
      template: `
        Resources:
          EndpointSecurityGroup:
            Properties: { SecurityGroupIngress: [{ IpProtocol: tcp, FromPort: 443, ToPort: 443, CidrIp: 10.1.0.0/16 }] }
      `,
      expects: [{ at: 'EndpointSecurityGroup.Properties.SecurityGroupIngress', message: 'image' }],
    },
    {
      name: 'a gateway endpoint whose policy allows the user\'s own bucket alone',
      because: 'Layers come from a bucket of ECR\'s.',
      over: 'privateService',
      template: `
        Resources:
          Bucket: { Type: AWS::S3::Bucket }
          S3:
            Properties:
              PolicyDocument: { Statement: [{ Effect: Allow, Principal: '*', Action: 's3:*', Resource: [!GetAtt Bucket.Arn, !Sub '\${Bucket.Arn}/*'] }] }
      `,
      expects: [{ at: 'S3.Properties.PolicyDocument', message: 'image' }],
    },
    {
      name: 'logs without an endpoint to go to',
      over: 'privateService',
      template: `
        Resources:
          Logs: null
      `,
      expects: [{ at: 'Vpc.Properties', message: 'logs' }],
    },
    {
      name: 'a secret without an endpoint to come from',
      over: 'privateService',
      template: `
        Resources:
          Password: { Type: AWS::SecretsManager::Secret }
          SecretsPolicy:
            Type: AWS::IAM::RolePolicy
            Properties:
              RoleName: !Ref ExecutionRole
              PolicyName: secrets
              PolicyDocument: { Statement: [{ Effect: Allow, Action: secretsmanager:GetSecretValue, Resource: !Ref Password }] }
          Task:
            Properties:
              ContainerDefinitions:
                - Name: web
                  Image: !Sub \${AWS::AccountId}.dkr.ecr.\${AWS::Region}.\${AWS::URLSuffix}/web:1
                  Secrets: [{ Name: PASSWORD, ValueFrom: !Ref Password }]
      `,
      expects: [{ at: 'Vpc.Properties', message: 'secrets' }],
    },
    {
      name: 'Service Connect without an endpoint to go through',
      over: 'privateService',
      template: `
        Resources:
          Namespace: { Type: AWS::ServiceDiscovery::HttpNamespace, Properties: { Name: shop } }
          Service: { Properties: { ServiceConnectConfiguration: { Enabled: true, Namespace: !GetAtt Namespace.Arn } } }
      `,
      expects: [{ at: 'Vpc.Properties', message: 'serviceConnect' }],
    },
    {
      name: 'a shell by ECS Exec without an endpoint to go through',
      because: 'The tasks run; only the shell does not open.',
      over: 'privateService',
      template: `
        Resources:
          Service: { Properties: { EnableExecuteCommand: true } }
      `,
      expects: [{ at: 'Vpc.Properties', message: 'exec' }],
    },
    {
      name: 'the daemon of X-Ray without an endpoint to send to',
      because: 'The tasks run; their traces go nowhere.',
      over: 'privateService',
      template: `
        Resources:${beside('{ Name: xray, Essential: false, Image: !Sub "${AWS::AccountId}.dkr.ecr.${AWS::Region}.${AWS::URLSuffix}/xray/aws-xray-daemon:3.x" }')}
      `,
      expects: [{ at: 'Vpc.Properties', message: 'calls' }],
    },
    {
      name: 'logs that FireLens sends to Amazon Data Firehose, without an endpoint for it',
      over: 'privateService',
      template: `
        Resources:${beside(router, firehose)}
      `,
      expects: [{ at: 'Vpc.Properties', message: 'calls' }],
    },
    {
      name: 'an image that comes through a cache when it is first pulled',
      because: 'Amazon ECR has the endpoints that it needs; the registry behind it is beyond the internet.',
      over: 'privateService',
      template: `
        Resources:
          Cache: { Type: AWS::ECR::PullThroughCacheRule, Properties: { EcrRepositoryPrefix: docker-hub, UpstreamRegistryUrl: registry-1.docker.io } }
          Task: { Properties: { ContainerDefinitions: [{ Name: web, Image: !Sub '\${AWS::AccountId}.dkr.ecr.\${AWS::Region}.\${AWS::URLSuffix}/docker-hub/library/nginx:1' }] } }
      `,
      expects: [{ at: 'Routes.Properties', message: 'upstream' }],
    },
    {
      name: 'subnets of both kinds of addresses that lead to the internet by IPv6 alone',
      because: 'Where tasks have IPv4 addresses, ECS calls Amazon ECR by those.',
      over: 'privateService',
      template: `
        Resources:${dualStack}${egressOnly}
          EcrApi: null
          EcrDkr: null
          S3: null
          Task: { Properties: { ContainerDefinitions: [{ Name: web, Image: !Sub '\${AWS::AccountId}.dkr-ecr.\${AWS::Region}.on.aws/web:1' }] } }
      `,
      expects: [{ at: 'Vpc.Properties', message: 'image' }],
    },
    {
      name: 'subnets of IPv6 addresses alone, and an image of a registry that has none by its first name',
      over: 'fargateService',
      template: `
        Resources:${ipv6Only}${egressOnly}
          TaskSecurityGroup: { Properties: { SecurityGroupIngress: [{ IpProtocol: tcp, FromPort: 80, ToPort: 80, CidrIpv6: '::/0' }] } }
          Service: { Properties: { NetworkConfiguration: { AwsvpcConfiguration: { AssignPublicIp: null } } } }
      `,
      expects: [{ at: 'Task.Properties.ContainerDefinitions.0.Image', message: 'image' }],
    },
    {
      name: 'subnets of IPv6 addresses alone, and no route for them',
      over: 'fargateService',
      template: `
        Resources:${ipv6Only}
          Task: { Properties: { ContainerDefinitions: [{ Name: web, Image: ecr-public.aws.com/nginx/nginx:stable, PortMappings: [{ ContainerPort: 80 }] }] } }
          Service: { Properties: { NetworkConfiguration: { AwsvpcConfiguration: { AssignPublicIp: null } } } }
      `,
      expects: [{ at: 'Routes.Properties', message: 'image' }],
    },
    {
      name: 'subnets of IPv6 addresses alone, and a group that lets out by IPv4',
      over: 'fargateService',
      template: `
        Resources:${ipv6Only}${egressOnly}
          TaskSecurityGroup: { Properties: { SecurityGroupEgress: [{ IpProtocol: '-1', CidrIp: 0.0.0.0/0 }] } }
          Task: { Properties: { ContainerDefinitions: [{ Name: web, Image: ecr-public.aws.com/nginx/nginx:stable, PortMappings: [{ ContainerPort: 80 }] }] } }
          Service: { Properties: { NetworkConfiguration: { AwsvpcConfiguration: { AssignPublicIp: null } } } }
      `,
      expects: [{ at: 'TaskSecurityGroup.Properties.SecurityGroupEgress', message: 'image' }],
    },
  ],
  good: [
    {
      name: 'subnets of IPv6 addresses alone, a route for them, and an image by a name that has such addresses',
      over: 'fargateService',
      template: `
        Resources:${ipv6Only}${egressOnly}
          Task: { Properties: { ContainerDefinitions: [{ Name: web, Image: ecr-public.aws.com/nginx/nginx:stable, PortMappings: [{ ContainerPort: 80 }] }] } }
          Service: { Properties: { NetworkConfiguration: { AwsvpcConfiguration: { AssignPublicIp: null } } } }
      `,
    },
    {
      name: 'subnets of IPv6 addresses alone, and an image from a registry of IPv4 by NAT64',
      over: 'fargateService',
      template: `
        Resources:${ipv6Only.replaceAll('Ipv6Native: true', 'Ipv6Native: true, EnableDns64: true')}${egressOnly}
          Public: { Type: AWS::EC2::Subnet, Properties: { VpcId: !Ref Vpc, CidrBlock: 10.0.2.0/24 } }
          PublicRoutes: { Type: AWS::EC2::RouteTable, Properties: { VpcId: !Ref Vpc } }
          RoutesOfPublic: { Type: AWS::EC2::SubnetRouteTableAssociation, Properties: { SubnetId: !Ref Public, RouteTableId: !Ref PublicRoutes } }
          DefaultRoute: { Properties: { RouteTableId: !Ref PublicRoutes } }
          Address: { Type: AWS::EC2::EIP, DependsOn: DefaultRoute }
          Nat: { Type: AWS::EC2::NatGateway, Properties: { SubnetId: !Ref Public, AllocationId: !GetAtt Address.AllocationId } }
          Nat64Route: { Type: AWS::EC2::Route, Properties: { RouteTableId: !Ref Routes, DestinationIpv6CidrBlock: '64:ff9b::/96', NatGatewayId: !Ref Nat } }
          Service: { Properties: { NetworkConfiguration: { AwsvpcConfiguration: { AssignPublicIp: null } } } }
      `,
    },
    {
      name: 'subnets of which nothing is known, and a security group that lets out by IPv6',
      over: 'fargateService',
      template: `
        Parameters: { Subnets: { Type: 'List<AWS::EC2::Subnet::Id>' } }
        Resources:
          Task: { Properties: { ContainerDefinitions: [{ Name: web, Image: !Sub '\${AWS::AccountId}.dkr-ecr.\${AWS::Region}.on.aws/web:1' }] } }
          TaskSecurityGroup: { Properties: { SecurityGroupEgress: [{ IpProtocol: '-1', CidrIpv6: '::/0' }] } }
          Service: { Properties: { NetworkConfiguration: { AwsvpcConfiguration: { Subnets: !Ref Subnets } } } }
      `,
    },
    {
      name: 'a route and a rule for a prefix list that holds all addresses',
      over: 'fargateService',
      template: `
        Resources:
          Everywhere: { Type: AWS::EC2::PrefixList, Properties: { PrefixListName: all, AddressFamily: IPv4, MaxEntries: 1, Entries: [{ Cidr: 0.0.0.0/0 }] } }
          DefaultRoute: { Properties: { DestinationCidrBlock: null, DestinationPrefixListId: !Ref Everywhere } }
          TaskSecurityGroup:
            Properties:
              SecurityGroupEgress: [{ IpProtocol: tcp, FromPort: 443, ToPort: 443, DestinationPrefixListId: !Ref Everywhere }]
      `,
    },
    {
      name: 'container instances of which nobody knows whether they reach ECS',
      because: 'Instances of which ECS never hears start no task that could fail. Whether it does, instance-network-path leaves open.',
      over: 'ec2Service',
      template: `
        Parameters: { OtherVpc: { Type: AWS::EC2::VPC::Id } }
        Resources:
          DefaultRoute: null
          Group: { DependsOn: null }
          SubnetA: { Properties: { VpcId: !Ref OtherVpc } }
          SubnetB: { Properties: { VpcId: !Ref OtherVpc } }
      `,
    },
    { name: 'public subnets and a public address', over: 'fargateService', template: '' },
    { name: 'endpoints for all that the tasks need', over: 'privateService', template: '' },
    {
      name: 'logs that FireLens sends to CloudWatch Logs, for which there is an endpoint',
      over: 'privateService',
      template: `
        Resources:${beside(router, cloudWatch)}
      `,
    },
    {
      name: 'private subnets that lead to a NAT gateway in a public one',
      over: 'fargateService',
      template: `
        Resources:
          PrivateSubnet: { Type: AWS::EC2::Subnet, Properties: { VpcId: !Ref Vpc, CidrBlock: 10.0.2.0/24, AvailabilityZone: !Select [0, !GetAZs ''] } }
          PrivateRoutes: { Type: AWS::EC2::RouteTable, Properties: { VpcId: !Ref Vpc } }
          RoutesOfPrivate: { Type: AWS::EC2::SubnetRouteTableAssociation, Properties: { SubnetId: !Ref PrivateSubnet, RouteTableId: !Ref PrivateRoutes } }
          Address: { Type: AWS::EC2::EIP, Properties: { Domain: vpc } }
          NatGateway: { Type: AWS::EC2::NatGateway, DependsOn: DefaultRoute, Properties: { SubnetId: !Ref SubnetA, AllocationId: !GetAtt Address.AllocationId } }
          PrivateRoute: { Type: AWS::EC2::Route, Properties: { RouteTableId: !Ref PrivateRoutes, DestinationCidrBlock: 0.0.0.0/0, NatGatewayId: !Ref NatGateway } }
          Service:
            Properties: { NetworkConfiguration: { AwsvpcConfiguration: { AssignPublicIp: DISABLED, Subnets: [!Ref PrivateSubnet] } } }
      `,
    },
    {
      name: 'a gateway endpoint whose policy allows the layers of ECR',
      over: 'privateService',
      template: `
        Resources:
          S3:
            Properties:
              PolicyDocument: { Statement: [{ Effect: Allow, Principal: '*', Action: s3:GetObject, Resource: !Sub 'arn:aws:s3:::prod-\${AWS::Region}-starport-layer-bucket/*' }] }
      `,
    },
    {
      name: 'endpoints that let in the addresses of the VPC',
      over: 'privateService',
      template: `
        Resources:
          EndpointSecurityGroup:
            Properties: { SecurityGroupIngress: [{ IpProtocol: '-1', CidrIp: !GetAtt Vpc.CidrBlock }] }
      `,
    },
  ],
  unknown: [
    {
      name: 'a placeholder for an image, which names no registry',
      over: 'privateService',
      template: `
        Resources:
          Task: { Properties: { ContainerDefinitions: [{ Name: web, Image: 'REPOSITORY:TAG' }] } }
      `,
      expects: [{ at: 'Task.Properties.ContainerDefinitions.0.Image' }],
    },
    {
      name: 'logs that FireLens sends to a plugin from a parameter without a default',
      over: 'privateService',
      template: `
        Parameters:
          Plugin: { Type: String }
        Resources:${beside(router, '{ LogDriver: awsfirelens, Options: { Name: !Ref Plugin } }')}
      `,
      expects: [{ at: 'Task.Properties.ContainerDefinitions.0.LogConfiguration.Options.Name' }],
    },
    {
      name: 'subnets that are elsewhere',
      over: 'fargateService',
      template: `
        Parameters:
          Subnets: { Type: List<AWS::EC2::Subnet::Id> }
        Resources:
          Service:
            Properties: { NetworkConfiguration: { AwsvpcConfiguration: { AssignPublicIp: DISABLED, Subnets: !Ref Subnets } } }
      `,
      expects: [{ at: 'Service.Properties.NetworkConfiguration.AwsvpcConfiguration.Subnets' }],
    },
    {
      name: 'a route to a transit gateway',
      because: 'What lies behind it is not in the template.',
      over: 'fargateService',
      template: `
        Resources:
          DefaultRoute: { Properties: { GatewayId: null, TransitGatewayId: tgw-0123456789abcdef0 } }
      `,
      expects: [{ at: 'DefaultRoute.Properties' }],
    },
    {
      name: 'a route to a network that has the endpoints',
      over: 'privateService',
      template: `
        Resources:
          EcrApi: null
          EcrDkr: null
          Logs: null
          S3: null
          SharedServices:
            Type: AWS::EC2::Route
            Properties: { RouteTableId: !Ref Routes, DestinationCidrBlock: 10.100.0.0/16, TransitGatewayId: tgw-0123456789abcdef0 }
      `,
      expects: [{ at: 'SharedServices.Properties' }],
    },
    {
      name: 'a main route table into which a custom resource may write',
      over: 'fargateService',
      template: `
        Resources:
          RoutesOfA: null
          RoutesOfB: null
          MainRoutes:
            Type: Custom::MainRoutes
            Properties: { ServiceToken: !ImportValue main-routes, Vpc: !Ref Vpc, Gateway: !Ref InternetGateway }
      `,
      expects: [{ at: 'MainRoutes.Properties' }],
    },
    {
      name: 'a security group that is elsewhere',
      over: 'fargateService',
      template: `
        Parameters:
          Group: { Type: AWS::EC2::SecurityGroup::Id }
        Resources:
          Service:
            Properties: { NetworkConfiguration: { AwsvpcConfiguration: { SecurityGroups: [!Ref Group] } } }
      `,
      expects: [{ at: 'Service.Properties.NetworkConfiguration.AwsvpcConfiguration.SecurityGroups.0' }],
    },
  ],
  spelled: [
    {
      name: 'the protocol of a rule as a number, its ports as texts',
      over: 'fargateService',
      template: `
        Resources:
          TaskSecurityGroup:
            Properties: { SecurityGroupEgress: [{ IpProtocol: 6, FromPort: '443', ToPort: '443', CidrIp: 0.0.0.0/0 }] }
      `,
    },
  ],
  defaulted: [
    {
      name: 'AssignPublicIp, which is DISABLED unless given',
      over: 'fargateService',
      template: `
        Resources:
          Service:
            Properties: { NetworkConfiguration: { AwsvpcConfiguration: { AssignPublicIp: null } } }
      `,
      expects: [{ at: 'Service.Properties.NetworkConfiguration.AwsvpcConfiguration.AssignPublicIp', message: 'image' }],
    },
    {
      name: 'PrivateDnsEnabled, which is false unless given',
      over: 'privateService',
      template: `
        Resources:
          Logs: { Properties: { PrivateDnsEnabled: null } }
      `,
      expects: [{ at: 'Logs.Properties.PrivateDnsEnabled', message: 'logs' }],
    },
    {
      name: 'the security groups of an endpoint: the default one of the VPC lets in only what has it too',
      over: 'privateService',
      template: `
        Resources:
          Logs: { Properties: { SecurityGroupIds: null } }
      `,
      expects: [{ at: 'Logs.Properties.SecurityGroupIds', message: 'logs' }],
    },
  ],
};
