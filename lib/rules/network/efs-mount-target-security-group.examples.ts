import type { Examples } from '../example';

export const efsMountTargetSecurityGroupExamples: Examples = {
  rule: 'efs-mount-target-security-group',
  bad: [
    {
      name: 'mount targets that let in another port',
      over: 'fileSystemService',
      template: `
        Resources:
          FilesSecurityGroup: { Properties: { SecurityGroupIngress: [{ IpProtocol: tcp, FromPort: 443, ToPort: 443, SourceSecurityGroupId: !Ref TaskSecurityGroup }] } }
      `,
      expects: [{ at: 'FilesSecurityGroup.Properties.SecurityGroupIngress', message: 'closed' }],
    },
    {
      name: 'mount targets that let in another group',
      over: 'fileSystemService',
      template: `
        Resources:
          OtherSecurityGroup: { Type: AWS::EC2::SecurityGroup, Properties: { GroupDescription: Others, VpcId: !Ref Vpc } }
          FilesSecurityGroup: { Properties: { SecurityGroupIngress: [{ IpProtocol: tcp, FromPort: 2049, ToPort: 2049, SourceSecurityGroupId: !Ref OtherSecurityGroup }] } }
      `,
      expects: [{ at: 'FilesSecurityGroup.Properties.SecurityGroupIngress', message: 'closed' }],
    },
    {
      name: 'the same in subnets that parameters name',
      over: 'fileSystemService',
      template: `
        Parameters:
          First: { Type: AWS::EC2::Subnet::Id }
          Second: { Type: AWS::EC2::Subnet::Id }
        Resources:
          OtherSecurityGroup: { Type: AWS::EC2::SecurityGroup, Properties: { GroupDescription: Others, VpcId: !Ref Vpc } }
          FilesSecurityGroup: { Properties: { SecurityGroupIngress: [{ IpProtocol: tcp, FromPort: 2049, ToPort: 2049, SourceSecurityGroupId: !Ref OtherSecurityGroup }] } }
          MountTargetA: { Properties: { SubnetId: !Ref First } }
          MountTargetB: { Properties: { SubnetId: !Ref Second } }
          Service: { Properties: { NetworkConfiguration: { AwsvpcConfiguration: { Subnets: [!Ref First, !Ref Second] } } } }
      `,
      expects: [{ at: 'FilesSecurityGroup.Properties.SecurityGroupIngress', message: 'closed' }],
    },
    {
      name: 'tasks that may speak HTTPS alone',
      over: 'fileSystemService',
      template: `
        Resources:
          TaskSecurityGroup: { Properties: { SecurityGroupEgress: [{ IpProtocol: tcp, FromPort: 443, ToPort: 443, CidrIp: 0.0.0.0/0 }] } }
      `,
      expects: [{ at: 'TaskSecurityGroup.Properties.SecurityGroupEgress', message: 'closed' }],
    },
  ],
  good: [
    { name: 'mount targets that let in the group of the tasks', over: 'fileSystemService', template: '' },
    {
      name: 'mount targets that let in the addresses of the VPC, by a rule beside the group',
      over: 'fileSystemService',
      template: `
        Resources:
          FilesSecurityGroup: { Properties: { SecurityGroupIngress: null } }
          Nfs: { Type: AWS::EC2::SecurityGroupIngress, Properties: { GroupId: !Ref FilesSecurityGroup, IpProtocol: tcp, FromPort: 2049, ToPort: 2049, CidrIp: 10.0.0.0/16 } }
      `,
    },
  ],
  unknown: [
    {
      name: 'a source that a parameter gives',
      over: 'fileSystemService',
      template: `
        Parameters:
          Source: { Type: String }
        Resources:
          FilesSecurityGroup: { Properties: { SecurityGroupIngress: [{ IpProtocol: tcp, FromPort: 2049, ToPort: 2049, CidrIp: !Ref Source }] } }
      `,
      expects: [{ at: 'FilesSecurityGroup.Properties.SecurityGroupIngress.0.CidrIp' }],
    },
  ],
};
