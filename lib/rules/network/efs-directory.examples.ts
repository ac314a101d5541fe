import type { Examples } from '../example';

function mounting(what: string): string {
  return `
          Task: { Properties: { Volumes: [{ Name: data, EFSVolumeConfiguration: { FilesystemId: !Ref Files, TransitEncryption: ENABLED, ${what} } }] } }`;
}

const byAccessPoint = mounting('AuthorizationConfig: { AccessPointId: !Ref AccessPoint }');

export const efsDirectoryExamples: Examples = {
  rule: 'efs-directory',
  bad: [
    {
      name: 'a directory of a new file system',
      over: 'fileSystemService',
      template: `
        Resources:${mounting('RootDirectory: /shop')}
      `,
      expects: [{ at: 'Task.Properties.Volumes.0.EFSVolumeConfiguration.RootDirectory', message: 'notThere' }],
    },
    {
      name: 'an access point that does not make its directory',
      over: 'fileSystemService',
      template: `
        Resources:${byAccessPoint}
          AccessPoint: { Type: AWS::EFS::AccessPoint, Properties: { FileSystemId: !Ref Files, RootDirectory: { Path: /shop } } }
      `,
      expects: [{ at: 'AccessPoint.Properties.RootDirectory.Path', message: 'notMade' }],
    },
    {
      name: 'an access point of another file system',
      over: 'fileSystemService',
      template: `
        Resources:${byAccessPoint}
          Archive: { Type: AWS::EFS::FileSystem }
          AccessPoint: { Type: AWS::EFS::AccessPoint, Properties: { FileSystemId: !Ref Archive } }
      `,
      expects: [{ at: 'Task.Properties.Volumes.0.EFSVolumeConfiguration.AuthorizationConfig.AccessPointId', message: 'otherFileSystem' }],
    },
  ],
  good: [
    {
      name: 'an access point that makes its directory',
      over: 'fileSystemService',
      template: `
        Resources:${byAccessPoint}
          AccessPoint:
            Type: AWS::EFS::AccessPoint
            Properties: { FileSystemId: !Ref Files, RootDirectory: { Path: /shop, CreationInfo: { OwnerUid: '1000', OwnerGid: '1000', Permissions: '750' } } }
      `,
    },
    {
      name: 'a directory that an instance may make',
      over: 'fileSystemService',
      template: `
        Resources:${mounting('RootDirectory: /shop')}
          Filler:
            Type: AWS::EC2::Instance
            Properties: { ImageId: ami-0123456789abcdef0, UserData: { Fn::Base64: !Sub 'mount -t efs \${Files}:/ /mnt && mkdir /mnt/shop' } }
      `,
    },
    {
      name: 'a directory of a file system that is there already',
      over: 'fargateService',
      template: `
        Resources:
          Task:
            Properties:
              Volumes: [{ Name: data, EFSVolumeConfiguration: { FilesystemId: fs-0123456789abcdef0, RootDirectory: /shop } }]
      `,
    },
  ],
};
