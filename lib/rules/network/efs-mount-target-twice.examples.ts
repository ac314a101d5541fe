import type { Examples } from '../example';

const oneZone = (index: number): string => `Files: { Properties: { AvailabilityZoneName: !Select [${index}, !GetAZs ''] } }`;
const alone = `MountTargetB: null
          Service: { DependsOn: [DefaultRoute, MountTargetA], Properties: { NetworkConfiguration: { AwsvpcConfiguration: { Subnets: [!Ref SubnetA] } } } }`;

export const efsMountTargetTwiceExamples: Examples = {
  rule: 'efs-mount-target-twice',
  bad: [
    {
      name: 'two subnets of one zone',
      over: 'fileSystemService',
      template: `
        Resources:
          SubnetB: { Properties: { AvailabilityZone: !Select [0, !GetAZs ''] } }
      `,
      expects: [{ at: 'MountTargetB.Properties', message: 'sameZone' }],
    },
    {
      name: 'a mount target in another VPC',
      over: 'fileSystemService',
      template: `
        Resources:
          OtherVpc: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.1.0.0/16 } }
          OtherSubnet: { Type: AWS::EC2::Subnet, Properties: { VpcId: !Ref OtherVpc, CidrBlock: 10.1.0.0/24 } }
          OtherGroup: { Type: AWS::EC2::SecurityGroup, Properties: { GroupDescription: Others, VpcId: !Ref OtherVpc } }
          MountTargetC: { Type: AWS::EFS::MountTarget, Properties: { FileSystemId: !Ref Files, SubnetId: !Ref OtherSubnet, SecurityGroups: [!Ref OtherGroup] } }
      `,
      expects: [{ at: 'MountTargetC.Properties', message: 'otherVpc' }],
    },
    {
      name: 'two mount targets of a One Zone file system',
      over: 'fileSystemService',
      template: `
        Resources:
          ${oneZone(0)}
      `,
      expects: [{ at: 'Files.Properties.AvailabilityZoneName', message: 'beyondZone' }, { at: 'MountTargetB.Properties', message: 'otherZone' }],
    },
    {
      name: 'the mount target of a One Zone file system in another zone',
      over: 'fileSystemService',
      template: `
        Resources:
          ${oneZone(1)}
          ${alone}
      `,
      expects: [{ at: 'MountTargetA.Properties', message: 'otherZone' }],
    },
  ],
  good: [
    { name: 'a mount target in each zone', over: 'fileSystemService', template: '' },
    {
      name: 'a One Zone file system with tasks in its zone',
      over: 'fileSystemService',
      template: `
        Resources:
          ${oneZone(0)}
          ${alone}
      `,
    },
  ],
};
