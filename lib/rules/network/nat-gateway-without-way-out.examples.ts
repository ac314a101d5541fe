import type { Examples } from '../example';

const privateSubnet = `
          PrivateSubnet: { Type: AWS::EC2::Subnet, Properties: { VpcId: !Ref Vpc, CidrBlock: 10.0.2.0/24, AvailabilityZone: !Select [0, !GetAZs ''] } }
          PrivateRoutes: { Type: AWS::EC2::RouteTable, Properties: { VpcId: !Ref Vpc } }
          RoutesOfPrivate: { Type: AWS::EC2::SubnetRouteTableAssociation, Properties: { SubnetId: !Ref PrivateSubnet, RouteTableId: !Ref PrivateRoutes } }
          PrivateRoute: { Type: AWS::EC2::Route, Properties: { RouteTableId: !Ref PrivateRoutes, DestinationCidrBlock: 0.0.0.0/0, NatGatewayId: !Ref NatGateway } }
          Address: { Type: AWS::EC2::EIP, Properties: { Domain: vpc } }
          Service:
            Properties: { NetworkConfiguration: { AwsvpcConfiguration: { AssignPublicIp: DISABLED, Subnets: [!Ref PrivateSubnet] } } }`;

export const natGatewayWithoutWayOutExamples: Examples = {
  rule: 'nat-gateway-without-way-out',
  bad: [
    {
      name: 'a NAT gateway in the private subnet that it is to serve',
      because: 'Its own way out leads back to it.',
      over: 'fargateService',
      template: `
        Resources:${privateSubnet}
          NatGateway: { Type: AWS::EC2::NatGateway, Properties: { SubnetId: !Ref PrivateSubnet, AllocationId: !GetAtt Address.AllocationId } }
      `,
      expects: [{ at: 'NatGateway.Properties.SubnetId', message: 'noWayOut' }],
    },
    {
      name: 'a NAT gateway in a subnet without a route table of its own',
      over: 'fargateService',
      template: `
        Resources:${privateSubnet}
          NatGateway: { Type: AWS::EC2::NatGateway, Properties: { SubnetId: !Ref SubnetA, AllocationId: !GetAtt Address.AllocationId } }
          RoutesOfA: null
      `,
      expects: [{ at: 'NatGateway.Properties.SubnetId', message: 'noWayOut' }],
    },
    {
      name: 'a public NAT gateway without an address',
      over: 'fargateService',
      template: `
        Resources:${privateSubnet}
          NatGateway: { Type: AWS::EC2::NatGateway, DependsOn: DefaultRoute, Properties: { SubnetId: !Ref SubnetA } }
      `,
      expects: [{ at: 'NatGateway.Properties.AllocationId', message: 'noAddress' }],
    },
    {
      name: 'a NAT gateway in a VPC without an internet gateway',
      over: 'fargateService',
      template: `
        Resources:${privateSubnet}
          NatGateway: { Type: AWS::EC2::NatGateway, Properties: { SubnetId: !Ref SubnetA, AllocationId: !GetAtt Address.AllocationId } }
          DefaultRoute: null
          Attachment: null
      `,
      expects: [{ at: 'Vpc.Properties', message: 'noInternetGateway' }],
    },
    {
      name: 'a private NAT gateway in a public subnet',
      over: 'fargateService',
      template: `
        Resources:${privateSubnet}
          NatGateway: { Type: AWS::EC2::NatGateway, Properties: { SubnetId: !Ref SubnetA, ConnectivityType: private } }
      `,
      expects: [{ at: 'NatGateway.Properties.ConnectivityType', message: 'private' }],
    },
  ],
  good: [
    {
      name: 'a NAT gateway in a public subnet',
      over: 'fargateService',
      template: `
        Resources:${privateSubnet}
          NatGateway: { Type: AWS::EC2::NatGateway, DependsOn: DefaultRoute, Properties: { SubnetId: !Ref SubnetA, AllocationId: !GetAtt Address.AllocationId } }
      `,
    },
    {
      name: 'a regional NAT gateway, which stands in no subnet',
      over: 'fargateService',
      template: `
        Resources:${privateSubnet}
          NatGateway: { Type: AWS::EC2::NatGateway, DependsOn: DefaultRoute, Properties: { AvailabilityMode: regional, VpcId: !Ref Vpc } }
      `,
    },
    {
      name: 'a private NAT gateway that leads to another network',
      over: 'fargateService',
      template: `
        Resources:
          SubnetC: { Type: AWS::EC2::Subnet, Properties: { VpcId: !Ref Vpc, CidrBlock: 10.0.2.0/24, AvailabilityZone: !Select [0, !GetAZs ''] } }
          NatGateway: { Type: AWS::EC2::NatGateway, Properties: { SubnetId: !Ref SubnetC, ConnectivityType: private } }
          ToOffice: { Type: AWS::EC2::Route, Properties: { RouteTableId: !Ref Routes, DestinationCidrBlock: 172.16.0.0/12, NatGatewayId: !Ref NatGateway } }
      `,
    },
  ],
  unknown: [
    {
      name: 'a private NAT gateway behind a transit gateway',
      over: 'fargateService',
      template: `
        Resources:${privateSubnet}
          NatGateway: { Type: AWS::EC2::NatGateway, Properties: { SubnetId: !Ref SubnetA, ConnectivityType: private } }
          DefaultRoute: { Properties: { GatewayId: null, TransitGatewayId: tgw-0123456789abcdef0 } }
      `,
      expects: [{ at: 'DefaultRoute.Properties' }],
    },
    {
      name: 'a NAT gateway behind a firewall',
      because: 'Where the endpoint of the firewall leads is not in the template.',
      over: 'fargateService',
      template: `
        Resources:${privateSubnet}
          NatGateway: { Type: AWS::EC2::NatGateway, Properties: { SubnetId: !Ref SubnetA, AllocationId: !GetAtt Address.AllocationId } }
          DefaultRoute: { Properties: { GatewayId: null, VpcEndpointId: vpce-0123456789abcdef0 } }
      `,
      expects: [{ at: 'DefaultRoute.Properties' }],
    },
  ],
};
