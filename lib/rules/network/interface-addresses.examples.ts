import { dualStack, ipv6Only } from '../dual-stack';
import type { Examples } from '../example';

const endpoint = (type: string): string => `
          Logs: { Type: AWS::EC2::VPCEndpoint, Properties: { VpcEndpointType: Interface, ServiceName: !Sub 'com.amazonaws.\${AWS::Region}.logs', VpcId: !Ref Vpc, SubnetIds: [!Ref SubnetA], IpAddressType: ${type} } }`;

export const interfaceAddressesExamples: Examples = {
  rule: 'interface-addresses',
  bad: [
    {
      name: 'a load balancer of both kinds of addresses in subnets of IPv4',
      over: 'loadBalancedService',
      template: '{ Resources: { LoadBalancer: { Properties: { IpAddressType: dualstack, Subnets: [!Ref SubnetA] } } } }',
      expects: [{ at: 'LoadBalancer.Properties.IpAddressType', message: 'mismatch' }],
    },
    {
      name: 'an endpoint of IPv6 in subnets of both kinds',
      over: 'fargateService',
      template: `
        Resources:${dualStack}${endpoint('ipv6')}
      `,
      expects: [{ at: 'Logs.Properties.IpAddressType', message: 'mismatch' }],
    },
    {
      name: 'a mount target in a subnet of IPv6 that does not say so',
      because: 'Without IpAddressType a mount target has an IPv4 address.',
      over: 'nothing',
      template: `
        Resources:
          Vpc: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.0.0.0/16 } }
          Ipv6Addresses: { Type: AWS::EC2::VPCCidrBlock, Properties: { VpcId: !Ref Vpc, AmazonProvidedIpv6CidrBlock: true } }
          Subnet: { Type: AWS::EC2::Subnet, DependsOn: Ipv6Addresses, Properties: { VpcId: !Ref Vpc, Ipv6Native: true, AssignIpv6AddressOnCreation: true, Ipv6CidrBlock: !Select [0, !Cidr [!Select [0, !GetAtt Vpc.Ipv6CidrBlocks], 1, 64]] } }
          Files: { Type: AWS::EFS::FileSystem, Properties: { Encrypted: true } }
          Target: { Type: AWS::EFS::MountTarget, Properties: { FileSystemId: !Ref Files, SubnetId: !Ref Subnet, SecurityGroups: [sg-1] } }
      `,
      expects: [{ at: 'Target.Properties.IpAddressType', message: 'mismatch' }],
    },
  ],
  good: [
    {
      name: 'both kinds in subnets of both',
      over: 'fargateService',
      template: `
        Resources:${dualStack}${endpoint('dualstack')}
      `,
    },
    {
      name: 'IPv4 in subnets of both',
      over: 'fargateService',
      template: `
        Resources:${dualStack}${endpoint('ipv4')}
      `,
    },
    {
      name: 'subnets that have IPv6 addresses by resources of their own',
      over: 'loadBalancedService',
      template: `
        Resources:
          Ipv6Addresses: { Type: AWS::EC2::VPCCidrBlock, Properties: { VpcId: !Ref Vpc, AmazonProvidedIpv6CidrBlock: true } }
          OfA: { Type: AWS::EC2::SubnetCidrBlock, DependsOn: Ipv6Addresses, Properties: { SubnetId: !Ref SubnetA, Ipv6CidrBlock: !Select [0, !Cidr [!Select [0, !GetAtt Vpc.Ipv6CidrBlocks], 2, 64]] } }
          OfB: { Type: AWS::EC2::SubnetCidrBlock, DependsOn: Ipv6Addresses, Properties: { SubnetId: !Ref SubnetB, Ipv6CidrBlock: !Select [1, !Cidr [!Select [0, !GetAtt Vpc.Ipv6CidrBlocks], 2, 64]] } }
          LoadBalancer: { Properties: { IpAddressType: dualstack } }
      `,
    },
    {
      name: 'IPv6 in subnets of IPv6 alone',
      over: 'fargateService',
      template: `
        Resources:${ipv6Only}${endpoint('ipv6')}
          Service: null
      `,
    },
  ],
  unknown: [
    {
      name: 'subnets that are elsewhere',
      over: 'loadBalancedService',
      template: `
        Parameters: { A: { Type: 'AWS::EC2::Subnet::Id' } }
        Resources: { LoadBalancer: { Properties: { IpAddressType: dualstack, Subnets: [!Ref A] } } }
      `,
      expects: [{ at: 'LoadBalancer.Properties.Subnets.0' }],
    },
  ],
};
