import type { Examples } from '../example';

export const efsMountTargetZoneExamples: Examples = {
  rule: 'efs-mount-target-zone',
  bad: [
    {
      name: 'a mount target in one of two zones',
      over: 'fileSystemService',
      template: `
        Resources:
          MountTargetB: null
          Service: { DependsOn: [DefaultRoute, MountTargetA] }
      `,
      expects: [{ at: 'Files.Properties', message: 'missing' }],
    },
    {
      name: 'no mount target at all',
      over: 'fileSystemService',
      template: `
        Resources:
          MountTargetA: null
          MountTargetB: null
          Service: { DependsOn: DefaultRoute }
      `,
      expects: [{ at: 'Files.Properties', message: 'none' }],
    },
    {
      name: 'tasks in two zones, and a One Zone file system',
      over: 'fileSystemService',
      template: `
        Resources:
          Files: { Properties: { AvailabilityZoneName: !Select [0, !GetAZs ''] } }
          MountTargetB: null
          Service: { DependsOn: [DefaultRoute, MountTargetA] }
      `,
      expects: [{ at: 'Files.Properties.AvailabilityZoneName', message: 'oneZone' }],
    },
  ],
  good: [
    { name: 'a mount target in each zone', over: 'fileSystemService', template: '' },
    {
      name: 'tasks in the zone of the one mount target',
      over: 'fileSystemService',
      template: `
        Resources:
          MountTargetB: null
          Service:
            DependsOn: [DefaultRoute, MountTargetA]
            Properties: { NetworkConfiguration: { AwsvpcConfiguration: { Subnets: [!Ref SubnetA] } } }
      `,
    },
  ],
  unknown: [
    {
      name: 'a mount target in a subnet that is elsewhere',
      over: 'fileSystemService',
      template: `
        Parameters:
          OtherSubnet: { Type: AWS::EC2::Subnet::Id }
        Resources:
          MountTargetB: { Properties: { SubnetId: !Ref OtherSubnet } }
      `,
      expects: [{ at: 'MountTargetB.Properties.SubnetId' }],
    },
    {
      name: 'mount targets of a loop over subnets that are not known',
      over: 'fileSystemService',
      template: `
        Transform: AWS::LanguageExtensions
        Parameters:
          Subnets: { Type: CommaDelimitedList }
        Resources:
          MountTargetA: null
          MountTargetB: null
          Fn::ForEach::MountTargets:
            - Subnet
            - !Ref Subnets
            - MountTarget&{Subnet}:
                Type: AWS::EFS::MountTarget
                Properties: { FileSystemId: !Ref Files, SubnetId: !Ref Subnet }
      `,
      expects: [{ at: 'Fn::ForEach::MountTargets.1' }],
    },
    {
      name: 'a file system that is handed to a nested stack',
      over: 'fileSystemService',
      template: `
        Resources:
          MountTargetA: null
          MountTargetB: null
          Mounting:
            Type: AWS::CloudFormation::Stack
            Properties: { TemplateURL: https://s3.amazonaws.com/shop/mounting.yaml, Parameters: { FileSystem: !Ref Files } }
      `,
      expects: [{ at: 'Mounting.Properties' }],
    },
    {
      name: 'a file system that is elsewhere',
      over: 'fileSystemService',
      template: `
        Resources:
          Task: { Properties: { Volumes: [{ Name: data, EFSVolumeConfiguration: { FilesystemId: fs-0123456789abcdef0 } }] } }
      `,
      expects: [{ at: 'Task.Properties.Volumes.0.EFSVolumeConfiguration.FilesystemId' }],
    },
  ],
};
