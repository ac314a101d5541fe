import { dualStack, routeOfIpv6 } from '../dual-stack';
import type { Examples } from '../example';

const privateSubnets = `
          PrivateRoutes: { Type: AWS::EC2::RouteTable, Properties: { VpcId: !Ref Vpc } }
          PrivateA: { Type: AWS::EC2::Subnet, Properties: { VpcId: !Ref Vpc, CidrBlock: 10.0.2.0/24, AvailabilityZone: !Select [0, !GetAZs ''] } }
          PrivateB: { Type: AWS::EC2::Subnet, Properties: { VpcId: !Ref Vpc, CidrBlock: 10.0.3.0/24, AvailabilityZone: !Select [1, !GetAZs ''] } }
          RoutesOfPrivateA: { Type: AWS::EC2::SubnetRouteTableAssociation, Properties: { SubnetId: !Ref PrivateA, RouteTableId: !Ref PrivateRoutes } }
          RoutesOfPrivateB: { Type: AWS::EC2::SubnetRouteTableAssociation, Properties: { SubnetId: !Ref PrivateB, RouteTableId: !Ref PrivateRoutes } }`;

const natGateway = `
          Address: { Type: AWS::EC2::EIP, DependsOn: Attachment, Properties: { Domain: vpc } }
          NatGateway: { Type: AWS::EC2::NatGateway, DependsOn: DefaultRoute, Properties: { SubnetId: !Ref SubnetA, AllocationId: !GetAtt Address.AllocationId } }
          PrivateRoute: { Type: AWS::EC2::Route, Properties: { RouteTableId: !Ref PrivateRoutes, DestinationCidrBlock: 0.0.0.0/0, NatGatewayId: !Ref NatGateway } }`;

const publicIpv6 = routeOfIpv6('GatewayId: !Ref InternetGateway');

export const loadBalancerClientsExamples: Examples = {
  rule: 'load-balancer-clients',
  bad: [
    {
      name: 'a load balancer for the internet in private subnets',
      because: 'The NAT gateway takes requests out and none in.',
      over: 'loadBalancedService',
      template: `
        Resources:${privateSubnets}${natGateway}
          LoadBalancer: { Properties: { Subnets: [!Ref PrivateA, !Ref PrivateB] } }
      `,
      expects: [{ at: 'LoadBalancer.Properties.Subnets', message: 'noWayIn' }],
    },
    {
      name: 'one of two subnets private',
      over: 'loadBalancedService',
      template: `
        Resources:${privateSubnets}
          LoadBalancer: { Properties: { Subnets: [!Ref SubnetA, !Ref PrivateB] } }
      `,
      expects: [{ at: 'LoadBalancer.Properties.Subnets', message: 'partlyNoWayIn' }],
    },
    {
      name: 'a listener on a port that the security group does not admit',
      over: 'loadBalancedService',
      template: `
        Resources:
          Listener: { Properties: { Port: 8080 } }
      `,
      expects: [{ at: 'LoadBalancerSecurityGroup.Properties.SecurityGroupIngress', message: 'closed' }],
    },
    {
      name: 'addresses of both kinds, and a route of IPv4 alone',
      over: 'loadBalancedService',
      template: `
        Resources:${dualStack}
          LoadBalancer: { Properties: { IpAddressType: dualstack } }
          LoadBalancerSecurityGroup: { Properties: { SecurityGroupIngress: [{ IpProtocol: tcp, FromPort: 80, ToPort: 80, CidrIp: 0.0.0.0/0 }, { IpProtocol: tcp, FromPort: 80, ToPort: 80, CidrIpv6: '::/0' }] } }
      `,
      expects: [{ at: 'LoadBalancer.Properties.IpAddressType', message: 'noWayInForOne' }],
    },
    {
      name: 'addresses of both kinds, and a security group that admits IPv4',
      over: 'loadBalancedService',
      template: `
        Resources:${dualStack}${publicIpv6}
          LoadBalancer: { Properties: { IpAddressType: dualstack } }
      `,
      expects: [{ at: 'LoadBalancerSecurityGroup.Properties.SecurityGroupIngress', message: 'closedToOne' }],
    },
    {
      name: 'clients that come by IPv6 alone, and a security group that admits IPv4',
      over: 'loadBalancedService',
      template: `
        Resources:${dualStack}${publicIpv6}
          LoadBalancer: { Properties: { IpAddressType: dualstack-without-public-ipv4 } }
      `,
      expects: [{ at: 'LoadBalancerSecurityGroup.Properties.SecurityGroupIngress', message: 'closed' }],
    },
    {
      name: 'clients that come by IPv6 alone, and a route of IPv4 alone',
      over: 'loadBalancedService',
      template: `
        Resources:${dualStack}
          LoadBalancer: { Properties: { IpAddressType: dualstack-without-public-ipv4 } }
          LoadBalancerSecurityGroup: { Properties: { SecurityGroupIngress: [{ IpProtocol: tcp, FromPort: 80, ToPort: 80, CidrIpv6: '::/0' }] } }
      `,
      expects: [{ at: 'LoadBalancer.Properties.Subnets', message: 'noWayIn' }],
    },
  ],
  good: [
    {
      name: 'addresses, routes and rules of both kinds',
      over: 'loadBalancedService',
      template: `
        Resources:${dualStack}${publicIpv6}
          LoadBalancer: { Properties: { IpAddressType: dualstack } }
          LoadBalancerSecurityGroup: { Properties: { SecurityGroupIngress: [{ IpProtocol: tcp, FromPort: 80, ToPort: 80, CidrIp: 0.0.0.0/0 }, { IpProtocol: tcp, FromPort: 80, ToPort: 80, CidrIpv6: '::/0' }] } }
      `,
    },
    { name: 'public subnets, and a security group that admits the listener', over: 'loadBalancedService', template: '' },
    {
      name: 'an internal load balancer in private subnets',
      over: 'loadBalancedService',
      template: `
        Resources:${privateSubnets}
          LoadBalancer: { Properties: { Scheme: internal, Subnets: [!Ref PrivateA, !Ref PrivateB] } }
      `,
    },
  ],
  unknown: [
    {
      name: 'subnets of which another stack has the routes',
      over: 'loadBalancedService',
      template: `
        Resources:${privateSubnets}
          PrivateRoute:
            Type: AWS::EC2::Route
            Properties: { RouteTableId: !Ref PrivateRoutes, DestinationCidrBlock: 0.0.0.0/0, GatewayId: !ImportValue internet-gateway }
          LoadBalancer: { Properties: { Subnets: [!Ref PrivateA, !Ref PrivateB] } }
      `,
      expects: [{ at: 'PrivateRoute.Properties.GatewayId' }],
    },
  ],
};
