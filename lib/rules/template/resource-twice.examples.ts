import type { Examples } from '../example';

export const resourceTwiceExamples: Examples = {
  rule: 'resource-twice',
  bad: [
    {
      name: 'two default routes in one table',
      over: 'fargateService',
      template: `
        Resources:
          Again: { Type: AWS::EC2::Route, DependsOn: Attachment, Properties: { RouteTableId: !Ref Routes, DestinationCidrBlock: 0.0.0.0/0, GatewayId: !Ref InternetGateway } }
      `,
      expects: [{ at: 'DefaultRoute.Properties', message: 'taken' }],
    },
    {
      name: 'a subnet with two route tables',
      over: 'fargateService',
      template: `
        Resources:
          Others: { Type: AWS::EC2::RouteTable, Properties: { VpcId: !Ref Vpc } }
          RoutesOfAToo: { Type: AWS::EC2::SubnetRouteTableAssociation, Properties: { SubnetId: !Ref SubnetA, RouteTableId: !Ref Others } }
      `,
      expects: [{ at: 'RoutesOfAToo.Properties', message: 'taken' }],
    },
    {
      name: 'a second internet gateway',
      over: 'fargateService',
      template: `
        Resources:
          Second: { Type: AWS::EC2::InternetGateway }
          SecondAttachment: { Type: AWS::EC2::VPCGatewayAttachment, Properties: { VpcId: !Ref Vpc, InternetGatewayId: !Ref Second } }
      `,
      expects: [{ at: 'SecondAttachment.Properties', message: 'taken' }],
    },
    {
      name: 'one name twice in a namespace',
      over: 'fargateService',
      template: `
        Resources:
          Namespace: { Type: AWS::ServiceDiscovery::PrivateDnsNamespace, Properties: { Name: example.internal, Vpc: !Ref Vpc } }
          Web: { Type: AWS::ServiceDiscovery::Service, Properties: { Name: web, NamespaceId: !GetAtt Namespace.Id, DnsConfig: { DnsRecords: [{ Type: A, TTL: 10 }] } } }
          WebToo: { Type: AWS::ServiceDiscovery::Service, Properties: { Name: web, NamespaceId: !GetAtt Namespace.Id, DnsConfig: { DnsRecords: [{ Type: A, TTL: 60 }] } } }
      `,
      expects: [{ at: 'WebToo.Properties', message: 'taken' }],
    },
  ],
  good: [
    {
      name: 'routes for different ranges',
      over: 'fargateService',
      template: `
        Resources:
          Others: { Type: AWS::EC2::Route, DependsOn: Attachment, Properties: { RouteTableId: !Ref Routes, DestinationCidrBlock: 203.0.113.0/24, GatewayId: !Ref InternetGateway } }
      `,
    },
    {
      name: 'two routes of which one is made',
      over: 'fargateService',
      template: `
        Conditions:
          IsPublic: !Equals ['yes', 'yes']
          IsPrivate: !Not [!Condition IsPublic]
        Resources:
          DefaultRoute: { Condition: IsPublic }
          Again: { Type: AWS::EC2::Route, Condition: IsPrivate, DependsOn: Attachment, Properties: { RouteTableId: !Ref Routes, DestinationCidrBlock: 0.0.0.0/0, GatewayId: !Ref InternetGateway } }
      `,
    },
  ],
  unknown: [
    {
      name: 'two routes by a parameter without a default',
      over: 'fargateService',
      template: `
        Parameters:
          Kind: { Type: String }
        Conditions:
          IsOther: !Equals [!Ref Kind, other]
        Resources:
          Again: { Type: AWS::EC2::Route, Condition: IsOther, DependsOn: Attachment, Properties: { RouteTableId: !Ref Routes, DestinationCidrBlock: 0.0.0.0/0, GatewayId: !Ref InternetGateway } }
      `,
      expects: [{ at: 'Again.Condition' }],
    },
  ],
};
