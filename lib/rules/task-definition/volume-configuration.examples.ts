import type { Examples } from '../example';

const withVolume = (volume: string, before = '') => `
  ${before}
  Resources:
    Files: { Type: AWS::EFS::FileSystem }
    AccessPoint: { Type: AWS::EFS::AccessPoint, Properties: { FileSystemId: !Ref Files } }
    Task:
      Properties:
        Volumes: [${volume}]
        ContainerDefinitions: [{ Name: web, Image: public.ecr.aws/nginx/nginx:stable, MountPoints: [{ SourceVolume: data, ContainerPath: /data }] }]
`;
const efs = (rest: string) => `{ Name: data, EFSVolumeConfiguration: { FilesystemId: !Ref Files, ${rest} } }`;
const at = (property: string) => `Task.Properties.Volumes.0${property}`;

export const volumeConfigurationExamples: Examples = {
  rule: 'volume-configuration',
  bad: [
    {
      name: 'a directory beside an access point of S3 Files',
      over: 'fargateService',
      template: withVolume(`{ Name: data, S3FilesVolumeConfiguration: {
          FileSystemArn: arn:aws:s3files:eu-west-1:123456789012:file-system/fs-0123456789abcdef0, RootDirectory: /shop,
          AccessPointArn: arn:aws:s3files:eu-west-1:123456789012:file-system/fs-0123456789abcdef0/access-point/fsap-0123456789abcdef0 } }`),
      expects: [{ at: at('.S3FilesVolumeConfiguration.RootDirectory'), message: 'rootDirectory' }],
    },
    {
      name: 'IAM authorization without encryption',
      over: 'fargateService',
      template: withVolume(efs('AuthorizationConfig: { IAM: ENABLED }')),
      expects: [{ at: at('.EFSVolumeConfiguration.TransitEncryption'), message: 'notEncrypted' }],
    },
    {
      name: 'an access point and a directory beside it',
      over: 'fargateService',
      template: withVolume(efs('RootDirectory: /shop, TransitEncryption: ENABLED, AuthorizationConfig: { AccessPointId: !Ref AccessPoint }')),
      expects: [{ at: at('.EFSVolumeConfiguration.RootDirectory'), message: 'rootDirectory' }],
    },
    {
      name: 'an access point without encryption',
      over: 'fargateService',
      template: withVolume(efs('TransitEncryption: DISABLED, AuthorizationConfig: { AccessPointId: !Ref AccessPoint }')),
      expects: [{ at: at('.EFSVolumeConfiguration.TransitEncryption'), message: 'notEncrypted' }],
    },
    {
      name: 'a Docker volume of the task that is to be provisioned',
      over: 'ec2Service',
      template: withVolume('{ Name: data, DockerVolumeConfiguration: { Scope: task, Autoprovision: true } }').replace('MountPoints', 'Memory: 256, MountPoints'),
      expects: [{ at: at('.DockerVolumeConfiguration.Autoprovision'), message: 'autoprovision' }],
    },
    {
      name: 'two kinds at once',
      over: 'ec2Service',
      template: withVolume('{ Name: data, Host: { SourcePath: /data }, DockerVolumeConfiguration: { Scope: task } }').replace('MountPoints', 'Memory: 256, MountPoints'),
      expects: [{ at: at(''), message: 'twoKinds' }],
    },
  ],
  good: [
    {
      name: 'two volumes on the host, one of which names no path',
      over: 'ec2Service',
      template: withVolume('{ Name: data, Host: { SourcePath: /data } }, { Name: scratch, Host: {} }').replace('MountPoints', 'Memory: 256, MountPoints'),
    },
  ],
  unknown: [
    {
      name: 'encryption from a parameter without a default',
      over: 'fargateService',
      template: withVolume(efs('TransitEncryption: !Ref Encryption, AuthorizationConfig: { IAM: ENABLED }'), 'Parameters: { Encryption: { Type: String } }'),
      expects: [{ at: at('.EFSVolumeConfiguration.TransitEncryption') }],
    },
  ],
};
