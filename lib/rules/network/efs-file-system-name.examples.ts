import type { Examples } from '../example';

const otherVpc = (more: string) => `
        Resources:
          OtherVpc: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.1.0.0/16, EnableDnsHostnames: true } }
          OtherA: { Type: AWS::EC2::Subnet, Properties: { VpcId: !Ref OtherVpc, CidrBlock: 10.1.0.0/24, AvailabilityZone: !Select [0, !GetAZs ''] } }
          OtherB: { Type: AWS::EC2::Subnet, Properties: { VpcId: !Ref OtherVpc, CidrBlock: 10.1.1.0/24, AvailabilityZone: !Select [1, !GetAZs ''] } }
          FilesSecurityGroup: { Properties: { VpcId: !Ref OtherVpc, SecurityGroupIngress: [{ IpProtocol: tcp, FromPort: 2049, ToPort: 2049, CidrIp: 10.0.0.0/8 }] } }
          MountTargetA: { Properties: { SubnetId: !Ref OtherA } }
          MountTargetB: { Properties: { SubnetId: !Ref OtherB } }${more}
      `;

export const efsFileSystemNameExamples: Examples = {
  rule: 'efs-file-system-name',
  bad: [
    {
      name: 'a VPC that gives out no DNS names',
      over: 'fileSystemService',
      template: `
        Resources:
          Vpc: { Properties: { EnableDnsHostnames: false } }
      `,
      expects: [{ at: 'Vpc.Properties.EnableDnsHostnames', message: 'notResolved' }],
    },
    {
      name: 'mount targets in another VPC, to which nothing leads',
      over: 'fileSystemService',
      template: otherVpc(''),
      expects: [{ at: 'MountTargetA.Properties.SubnetId', message: 'otherVpc' }],
    },
  ],
  good: [
    { name: 'a VPC that gives out DNS names', over: 'fileSystemService', template: '' },
    {
      name: 'a VPC that gives out none, and tasks that mount nothing',
      over: 'fargateService',
      template: `
        Resources:
          Vpc: { Properties: { EnableDnsHostnames: false } }
      `,
    },
  ],
  unknown: [
    {
      name: 'mount targets in another VPC, to which a route leads by a peering connection',
      over: 'fileSystemService',
      template: otherVpc(`
          Peering: { Type: AWS::EC2::VPCPeeringConnection, Properties: { VpcId: !Ref Vpc, PeerVpcId: !Ref OtherVpc } }
          RouteToOther: { Type: AWS::EC2::Route, Properties: { RouteTableId: !Ref Routes, DestinationCidrBlock: 10.1.0.0/16, VpcPeeringConnectionId: !Ref Peering } }`),
      expects: [{ at: 'RouteToOther.Properties' }],
    },
    {
      name: 'EnableDnsHostnames from a parameter without a default',
      over: 'fileSystemService',
      template: `
        Parameters:
          Names: { Type: String }
        Resources:
          Vpc: { Properties: { EnableDnsHostnames: !Ref Names } }
      `,
      expects: [{ at: 'Vpc.Properties.EnableDnsHostnames' }],
    },
  ],
  defaulted: [
    {
      name: 'EnableDnsHostnames, which is false unless given',
      over: 'fileSystemService',
      template: `
        Resources:
          Vpc: { Properties: { EnableDnsHostnames: null } }
      `,
      expects: [{ at: 'Vpc.Properties.EnableDnsHostnames', message: 'notResolved' }],
    },
  ],
};
