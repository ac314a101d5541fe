import { dualStack, routeOfIpv6 } from '../dual-stack';
import type { Examples } from '../example';

const publicIpv6 = routeOfIpv6('GatewayId: !Ref InternetGateway');

const withoutIpv4 = `${dualStack}${publicIpv6}`.replaceAll('AssignIpv6AddressOnCreation', 'MapPublicIpOnLaunch: false, AssignIpv6AddressOnCreation');

export const instanceNetworkPathExamples: Examples = {
  rule: 'instance-network-path',
  bad: [
    {
      name: 'public subnets and no public address',
      because: 'The launch template overrules the subnets, which would give one.',
      over: 'ec2Service',
      template: `
        Resources:
          LaunchTemplate:
            Properties:
              LaunchTemplateData:
                SecurityGroupIds: null
                NetworkInterfaces: [{ DeviceIndex: 0, AssociatePublicIpAddress: false, Groups: [!Ref InstanceSecurityGroup] }]
      `,
      expects: [{ at: 'LaunchTemplate.Properties.LaunchTemplateData.NetworkInterfaces.0.AssociatePublicIpAddress', message: 'notRegistered' }],
    },
    {
      name: 'private subnets without a way out',
      over: 'ec2Service',
      template: `
        Resources:
          DefaultRoute: null
          Group: { DependsOn: null }
      `,
      expects: [{ at: 'Routes.Properties', message: 'notRegistered' }],
    },
    {
      name: 'one of the three endpoints of ECS missing',
      over: 'ec2Service',
      template: `
        Resources:
          DefaultRoute: null
          Group: { DependsOn: null }
          Agent:
            Type: AWS::EC2::VPCEndpoint
            Properties: { VpcEndpointType: Interface, ServiceName: !Sub 'com.amazonaws.\${AWS::Region}.ecs-agent', VpcId: !Ref Vpc, SubnetIds: [!Ref SubnetA], SecurityGroupIds: [!Ref EndpointSecurityGroup], PrivateDnsEnabled: true }
          Ecs:
            Type: AWS::EC2::VPCEndpoint
            Properties: { VpcEndpointType: Interface, ServiceName: !Sub 'com.amazonaws.\${AWS::Region}.ecs', VpcId: !Ref Vpc, SubnetIds: [!Ref SubnetA], SecurityGroupIds: [!Ref EndpointSecurityGroup], PrivateDnsEnabled: true }
          EndpointSecurityGroup:
            Type: AWS::EC2::SecurityGroup
            Properties: { GroupDescription: Endpoints, VpcId: !Ref Vpc, SecurityGroupIngress: [{ IpProtocol: tcp, FromPort: 443, ToPort: 443, CidrIp: 10.0.0.0/16 }] }
      `,
      expects: [{ at: 'Vpc.Properties', message: 'notRegistered' }],
    },
    {
      name: 'one of two subnets without a route table of its own',
      because: 'The group still brings instances, in the other subnet.',
      over: 'ec2Service',
      template: `
        Resources:
          RoutesOfB: null
      `,
      expects: [{ at: 'SubnetB.Properties', message: 'notRegistered' }],
    },
    {
      name: 'public subnets of both kinds of addresses that give a public IPv6 address alone',
      because: 'Where the instance has IPv4 addresses the agent calls ECS by those. So are the public subnets of a VPC that the CDK makes for both kinds.',
      over: 'ec2Service',
      template: `
        Resources:${withoutIpv4}
      `,
      expects: [{ at: 'LaunchTemplate.Properties.LaunchTemplateData.NetworkInterfaces.AssociatePublicIpAddress', message: 'notRegistered' }],
    },
  ],
  good: [
    {
      name: 'the same where the agent is told to call by IPv6',
      over: 'ec2Service',
      template: `
        Resources:${withoutIpv4}
          Task: { Properties: { ContainerDefinitions: [{ Name: web, Image: ecr-public.aws.com/nginx/nginx:stable, Memory: 512 }] } }
          LaunchTemplate: { Properties: { LaunchTemplateData: { UserData: { 'Fn::Base64': !Sub "#!/bin/bash\\necho ECS_CLUSTER=\${Cluster} >> /etc/ecs/ecs.config\\necho ECS_INSTANCE_IP_COMPATIBILITY=ipv6 >> /etc/ecs/ecs.config\\n" } } } }
      `,
    },
    { name: 'subnets that give a public address', over: 'ec2Service', template: '' },
    {
      name: 'subnets that do not, and a launch template that does',
      over: 'ec2Service',
      template: `
        Resources:
          SubnetA: { Properties: { MapPublicIpOnLaunch: false } }
          SubnetB: { Properties: { MapPublicIpOnLaunch: false } }
          LaunchTemplate:
            Properties:
              LaunchTemplateData:
                SecurityGroupIds: null
                NetworkInterfaces: [{ DeviceIndex: 0, AssociatePublicIpAddress: true, Groups: [!Ref InstanceSecurityGroup] }]
      `,
    },
  ],
  unknown: [
    {
      name: 'user data from a parameter, which may set a proxy',
      over: 'ec2Service',
      template: `
        Parameters: { UserData: { Type: String } }
        Resources:
          DefaultRoute: null
          Group: { DependsOn: null }
          LaunchTemplate:
            Properties:
              LaunchTemplateData: { UserData: !Ref UserData }
      `,
      expects: [{ at: 'LaunchTemplate.Properties.LaunchTemplateData.UserData' }],
    },
    {
      name: 'subnets that are elsewhere',
      over: 'ec2Service',
      template: `
        Parameters:
          Subnets: { Type: List<AWS::EC2::Subnet::Id> }
        Resources:
          Group: { Properties: { VPCZoneIdentifier: !Ref Subnets } }
      `,
      expects: [{ at: 'Group.Properties.VPCZoneIdentifier' }],
    },
    {
      name: 'an agent that goes through a proxy',
      over: 'ec2Service',
      template: `
        Resources:
          DefaultRoute: null
          Group: { DependsOn: null }
          LaunchTemplate:
            Properties:
              LaunchTemplateData:
                UserData:
                  Fn::Base64: !Sub |
                    #!/bin/bash
                    echo ECS_CLUSTER=\${Cluster} >> /etc/ecs/ecs.config
                    echo HTTP_PROXY=10.0.0.131:3128 >> /etc/ecs/ecs.config
      `,
      expects: [{ at: 'LaunchTemplate.Properties.LaunchTemplateData.UserData' }],
    },
  ],
  defaulted: [
    {
      name: 'MapPublicIpOnLaunch, which is false unless given',
      over: 'ec2Service',
      template: `
        Resources:
          SubnetA: { Properties: { MapPublicIpOnLaunch: null } }
          SubnetB: { Properties: { MapPublicIpOnLaunch: null } }
      `,
      expects: [{ at: 'LaunchTemplate.Properties.LaunchTemplateData.NetworkInterfaces.AssociatePublicIpAddress', message: 'notRegistered' }],
    },
  ],
};
