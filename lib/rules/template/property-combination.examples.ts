import type { Examples } from '../example';

const mappings = (first: string, second: string): string => `Subnets: null, SubnetMappings: [{ SubnetId: !Ref SubnetA, ${first} }, { SubnetId: !Ref SubnetB, ${second} }]`;
const addresses = `
          One: { Type: AWS::EC2::EIP, DependsOn: Attachment }
          Two: { Type: AWS::EC2::EIP, DependsOn: Attachment }`;
const elastic = mappings('AllocationId: !GetAtt One.AllocationId', 'AllocationId: !GetAtt Two.AllocationId');
const network = `
          Listener: { Properties: { Protocol: TCP } }
          Targets: { Properties: { Protocol: TCP } }`;

export const propertyCombinationExamples: Examples = {
  rule: 'property-combination',
  bad: [
    {
      name: 'a file system with a key that is not encrypted',
      over: 'fileSystemService',
      template: '{ Resources: { Files: { Properties: { Encrypted: false, KmsKeyId: alias/files } } } }',
      expects: [{ at: 'Files.Properties.Encrypted', message: 'needs' }],
    },
    {
      name: 'throughput that is provisioned, and nobody says how much',
      over: 'fileSystemService',
      template: '{ Resources: { Files: { Properties: { ThroughputMode: provisioned } } } }',
      expects: [{ at: 'Files.Properties.ProvisionedThroughputInMibps', message: 'needs' }],
    },
    {
      name: 'Elastic IP addresses of an Application Load Balancer',
      over: 'loadBalancedService',
      template: `
        Resources:${addresses}
          LoadBalancer: { Properties: { ${elastic} } }
      `,
      expects: [{ at: 'LoadBalancer.Properties.Type', message: 'needs' }],
    },
    {
      name: 'subnets and mappings of subnets',
      over: 'loadBalancedService',
      template: '{ Resources: { LoadBalancer: { Properties: { SubnetMappings: [{ SubnetId: !Ref SubnetA }, { SubnetId: !Ref SubnetB }] } } } }',
      expects: [{ at: 'LoadBalancer.Properties.SubnetMappings', message: 'excludes' }],
    },
    {
      name: 'a route that leads nowhere',
      over: 'fargateService',
      template: '{ Resources: { Other: { Type: AWS::EC2::Route, Properties: { RouteTableId: !Ref Routes, DestinationCidrBlock: 203.0.113.0/24 } } } }',
      expects: [{ at: 'Other.Properties', message: 'none' }],
    },
    {
      name: 'a route that leads to two places',
      over: 'fargateService',
      template: '{ Resources: { Other: { Type: AWS::EC2::Route, Properties: { RouteTableId: !Ref Routes, DestinationCidrBlock: 203.0.113.0/24, GatewayId: !Ref InternetGateway, NetworkInterfaceId: eni-0123456789abcdef0 } } } }',
      expects: [{ at: 'Other.Properties.NetworkInterfaceId', message: 'several' }],
    },
  ],
  good: [
    {
      name: 'Elastic IP addresses of a Network Load Balancer',
      over: 'loadBalancedService',
      template: `
        Resources:${addresses}${network}
          LoadBalancer: { Properties: { Type: network, SecurityGroups: null, ${elastic} } }
          TaskSecurityGroup: { Properties: { SecurityGroupIngress: [{ IpProtocol: tcp, FromPort: 80, ToPort: 80, CidrIp: 0.0.0.0/0 }] } }
      `,
    },
    { name: 'a file system with a key', over: 'fileSystemService', template: '{ Resources: { Files: { Properties: { Encrypted: true, KmsKeyId: alias/files } } } }' },
  ],
  unknown: [
    {
      name: 'encryption by a parameter without a default',
      over: 'fileSystemService',
      template: '{ Parameters: { Encrypted: { Type: String } }, Resources: { Files: { Properties: { Encrypted: !Ref Encrypted, KmsKeyId: alias/files } } } }',
      expects: [{ at: 'Files.Properties.Encrypted' }],
    },
  ],
};
