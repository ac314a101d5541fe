import type { Examples } from '../example';

const withVolume = (volume: string, image = 'Image: public.ecr.aws/nginx/nginx:stable') => `
  Resources:
    Bucket: { Type: AWS::S3::Bucket }
    AccessPoint: { Type: AWS::EFS::AccessPoint, Properties: { FileSystemId: !Ref Files } }
    Task:
      Properties:
        TaskRoleArn: arn:aws:iam::123456789012:role/tasks
        Volumes: [{ Name: data, ${volume} }]
        ContainerDefinitions: [{ Name: web, ${image}, MountPoints: [{ SourceVolume: data, ContainerPath: /data }] }]
`;
const at = (property: string) => `Task.Properties.Volumes.0.${property}`;

export const volumeSourceExamples: Examples = {
  rule: 'volume-source',
  bad: [
    {
      name: 'a bucket as a file system of EFS',
      over: 'fileSystemService',
      template: withVolume('EFSVolumeConfiguration: { FilesystemId: !Ref Bucket }'),
      expects: [{ at: at('EFSVolumeConfiguration.FilesystemId'), message: 'bucket' }],
    },
    {
      name: 'a bucket as a file system of S3 Files',
      over: 'fileSystemService',
      template: withVolume('S3FilesVolumeConfiguration: { FileSystemArn: !GetAtt Bucket.Arn }'),
      expects: [{ at: at('S3FilesVolumeConfiguration.FileSystemArn'), message: 'bucket' }],
    },
    {
      name: 'a bucket as a path of the container instance',
      over: 'ec2Service',
      template: withVolume("Host: { SourcePath: 's3://uploads' }", 'Memory: 512, Image: public.ecr.aws/nginx/nginx:stable').replace(/ {4}AccessPoint.*\n/, ''),
      expects: [{ at: at('Host.SourcePath'), message: 'bucket' }],
    },
    {
      name: 'the ARN of a file system',
      over: 'fileSystemService',
      template: withVolume('EFSVolumeConfiguration: { FilesystemId: !GetAtt Files.Arn, TransitEncryption: ENABLED }'),
      expects: [{ at: at('EFSVolumeConfiguration.FilesystemId'), message: 'notAnId' }],
    },
    {
      name: 'the ARN of an access point',
      over: 'fileSystemService',
      template: withVolume('EFSVolumeConfiguration: { FilesystemId: !Ref Files, TransitEncryption: ENABLED, AuthorizationConfig: { AccessPointId: !GetAtt AccessPoint.Arn } }'),
      expects: [{ at: at('EFSVolumeConfiguration.AuthorizationConfig.AccessPointId'), message: 'notAnId' }],
    },
    {
      name: 'an access point for the file system',
      over: 'fileSystemService',
      template: withVolume('EFSVolumeConfiguration: { FilesystemId: !Ref AccessPoint, TransitEncryption: ENABLED }'),
      expects: [{ at: at('EFSVolumeConfiguration.FilesystemId'), message: 'accessPoint' }],
    },
  ],
  good: [
    { name: 'a file system and an access point by their ids', over: 'fileSystemService', template: withVolume('EFSVolumeConfiguration: { FilesystemId: !Ref Files, TransitEncryption: ENABLED, AuthorizationConfig: { AccessPointId: !Ref AccessPoint } }') },
    { name: 'a bucket by S3 Files', over: 'fileSystemService', template: withVolume('S3FilesVolumeConfiguration: { FileSystemArn: arn:aws:s3files:eu-west-1:123456789012:file-system/fs-0123456789abcdef0 }') },
  ],
};
