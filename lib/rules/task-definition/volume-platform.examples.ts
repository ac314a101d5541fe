import type { Examples } from '../example';

const withVolume = (volume: string, system: string, before = '') => `
  ${before}
  Resources:
    Task:
      Type: AWS::ECS::TaskDefinition
      Properties:
        RequiresCompatibilities: [EC2]
        RuntimePlatform: { OperatingSystemFamily: ${system} }
        Volumes: [{ Name: data, ${volume} }]
        ContainerDefinitions: [{ Name: web, Image: 'example.com/web:1', Memory: 512, MountPoints: [{ SourceVolume: data, ContainerPath: /data }] }]
`;
const share = 'FSxWindowsFileServerVolumeConfiguration: { FileSystemId: fs-0123456789abcdef0, RootDirectory: share, AuthorizationConfig: { CredentialsParameter: arn:aws:secretsmanager:eu-west-1:123456789012:secret:login-AbCdEf, Domain: example.com } }';
const efs = 'EFSVolumeConfiguration: { FilesystemId: fs-0123456789abcdef0 }';

export const volumePlatformExamples: Examples = {
  rule: 'volume-platform',
  bad: [
    { name: 'EFS in Windows containers', over: 'nothing', template: withVolume(efs, 'WINDOWS_SERVER_2022_CORE'), expects: [{ at: 'Task.Properties.Volumes.0', message: 'linuxOnly' }] },
    { name: 'a share of Windows in Linux containers', over: 'nothing', template: withVolume(share, 'LINUX'), expects: [{ at: 'Task.Properties.Volumes.0', message: 'windowsOnly' }] },
    {
      name: 'a volume driver for Linux in Windows containers',
      over: 'nothing',
      template: withVolume('DockerVolumeConfiguration: { Driver: rexray/ebs, Scope: shared }', 'WINDOWS_SERVER_2022_CORE'),
      expects: [{ at: 'Task.Properties.Volumes.0.DockerVolumeConfiguration.Driver', message: 'localOnly' }],
    },
  ],
  good: [
    { name: 'EFS in Linux containers', over: 'nothing', template: withVolume(efs, 'LINUX') },
    { name: 'a volume of Docker in Windows containers', over: 'nothing', template: withVolume('DockerVolumeConfiguration: { Driver: local, Scope: task }', 'WINDOWS_SERVER_2022_CORE') },
  ],
  unknown: [
    {
      name: 'an operating system from a parameter without a default',
      over: 'nothing',
      template: withVolume(efs, '!Ref System', 'Parameters: { System: { Type: String } }'),
      expects: [{ at: 'Task.Properties.RuntimePlatform.OperatingSystemFamily' }],
    },
  ],
};
