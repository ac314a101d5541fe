import { fact } from './fact';
import type { ValuesTaken } from './property-demand';

const container = 'ContainerDefinitions.*';

/** Parameters of a task definition that Fargate does not take, or of which it takes some values only. */
export const fargateParameters = fact<readonly ValuesTaken[]>({
  id: 'fargate-parameters',
  standing: 'documented',
  source: {
    url: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-tasks-services.html',
    read: '2026-11-20',
    says: 'Task definition parameters that are not valid for Fargate and those that are limited. Since 2026 the API no longer lists tmpfs among them.',
  },
  value: [
    { path: 'PlacementConstraints', ecsSays: 'Fargate compatible task definitions do not support placement constraints' },
    { path: 'IpcMode', ecsSays: 'Tasks using the Fargate launch type do not support ipcMode.' },
    { path: 'PidMode', takes: ['task'], ecsSays: "Tasks using the Fargate launch type do not support pidMode 'host'. The supported value for pidMode is 'task'." },
    { path: 'InferenceAccelerators', ecsSays: 'Tasks using the Fargate launch type do not support inference accelerators.' },
    {
      path: 'RuntimePlatform.OperatingSystemFamily',
      takes: ['LINUX', 'WINDOWS_SERVER_2019_CORE', 'WINDOWS_SERVER_2019_FULL', 'WINDOWS_SERVER_2022_CORE', 'WINDOWS_SERVER_2022_FULL'],
    },
    { path: 'Volumes.*.Host.SourcePath', ecsSays: 'Fargate compatible task definitions do not support sourcePath' },
    { path: 'Volumes.*.DockerVolumeConfiguration', ecsSays: 'Fargate compatible task definitions do not support dockerVolumeConfiguration' },
    { path: 'Volumes.*.FSxWindowsFileServerVolumeConfiguration' },
    { path: `${container}.Privileged`, ecsSays: 'Fargate compatible task definitions do not support privileged containers' },
    { path: `${container}.DnsSearchDomains` },
    { path: `${container}.DockerSecurityOptions`, ecsSays: 'Fargate compatible task definitions do not support dockerSecurityOptions' },
    { path: `${container}.LinuxParameters.Capabilities.Add.*`, takes: ['SYS_PTRACE'], ecsSays: 'It is not allowed on Fargate.' },
    {
      path: `${container}.LinuxParameters.Devices`,
      ecsSays: 'Fargate compatible task definitions do not support devices',
      instead: 'A bucket that /dev/fuse is to mount is reached by a volume of S3 Files (S3FilesVolumeConfiguration).',
    },
    { path: `${container}.LinuxParameters.MaxSwap`, ecsSays: 'Fargate compatible task definitions do not support maxSwap' },
    { path: `${container}.LinuxParameters.SharedMemorySize`, ecsSays: 'Fargate compatible task definitions do not support sharedMemorySize' },
    { path: `${container}.LinuxParameters.Swappiness`, ecsSays: 'Fargate compatible task definitions do not support swappiness' },
    { path: `${container}.LogConfiguration.LogDriver`, takes: ['awslogs', 'splunk', 'awsfirelens'], ecsSays: 'It is not a valid log driver. Must be one of [awslogs,splunk,awsfirelens]' },
    { path: `${container}.FirelensConfiguration.Options.config-file-type`, takes: ['file'], ecsSays: "Fargate launch type does not support FirelensConfiguration config file from 's3'" },
    { path: `${container}.ResourceRequirements.*.Type`, takes: ['InferenceAccelerator'], ecsSays: 'Tasks using the Fargate launch type do not support GPU resource requirements.' },
  ],
});
