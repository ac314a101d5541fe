import { fact } from './fact';
import type { ValuesTaken } from './property-demand';

const container = 'ContainerDefinitions.*';
const onOrOff = ['ENABLED', 'DISABLED'];
const capabilities = [
  'ALL', 'AUDIT_CONTROL', 'AUDIT_READ', 'AUDIT_WRITE', 'BLOCK_SUSPEND', 'BPF', 'CHECKPOINT_RESTORE', 'CHOWN', 'DAC_OVERRIDE', 'DAC_READ_SEARCH', 'FOWNER', 'FSETID', 'IPC_LOCK', 'IPC_OWNER', 'KILL',
  'LEASE', 'LINUX_IMMUTABLE', 'MAC_ADMIN', 'MAC_OVERRIDE', 'MKNOD', 'NET_ADMIN', 'NET_BIND_SERVICE', 'NET_BROADCAST', 'NET_RAW', 'PERFMON', 'SETFCAP', 'SETGID', 'SETPCAP', 'SETUID', 'SYS_ADMIN',
  'SYS_BOOT', 'SYS_CHROOT', 'SYS_MODULE', 'SYS_NICE', 'SYS_PACCT', 'SYS_PTRACE', 'SYS_RAWIO', 'SYS_RESOURCE', 'SYS_TIME', 'SYS_TTY_CONFIG', 'SYSLOG', 'WAKE_ALARM',
];

/** The words that a task definition may hold where it holds one of a few, whatever it runs on. */
export const taskDefinitionValues = fact<readonly ValuesTaken[]>({
  id: 'task-definition-values',
  standing: 'documented',
  source: {
    url: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RegisterTaskDefinition.html',
    read: '2026-11-20',
    says: 'The valid values of each enumeration of RegisterTaskDefinition and of the types below it. Windows container instances also know the network mode default. Of the log drivers, ECS also takes those that its agent knows and the enumeration leaves out: none (https://github.com/aws/aws-cdk/pull/35819), logentries and sumologic (agent/dockerclient/logging_drivers.go).',
  },
  value: [
    { path: 'NetworkMode', takes: ['bridge', 'host', 'awsvpc', 'none', 'default'] },
    { path: 'RequiresCompatibilities.*', takes: ['EC2', 'FARGATE', 'EXTERNAL', 'MANAGED_INSTANCES'] },
    { path: 'PidMode', takes: ['host', 'task'] },
    { path: 'IpcMode', takes: ['host', 'task', 'none'] },
    { path: 'RuntimePlatform.CpuArchitecture', takes: ['X86_64', 'ARM64'] },
    {
      path: 'RuntimePlatform.OperatingSystemFamily',
      takes: [
        'LINUX', 'WINDOWS_SERVER_2016_FULL', 'WINDOWS_SERVER_2004_CORE', 'WINDOWS_SERVER_20H2_CORE', 'WINDOWS_SERVER_2019_CORE', 'WINDOWS_SERVER_2019_FULL',
        'WINDOWS_SERVER_2022_CORE', 'WINDOWS_SERVER_2022_FULL', 'WINDOWS_SERVER_2025_CORE', 'WINDOWS_SERVER_2025_FULL',
      ],
    },
    { path: 'PlacementConstraints.*.Type', takes: ['memberOf'] },
    { path: 'ProxyConfiguration.Type', takes: ['APPMESH'] },
    { path: 'Volumes.*.EFSVolumeConfiguration.TransitEncryption', takes: onOrOff, isExact: true },
    { path: 'Volumes.*.EFSVolumeConfiguration.AuthorizationConfig.IAM', takes: onOrOff, isExact: true },
    { path: `${container}.LogConfiguration.LogDriver`, takes: ['json-file', 'syslog', 'journald', 'gelf', 'fluentd', 'awslogs', 'splunk', 'awsfirelens', 'none', 'logentries', 'sumologic'] },
    { path: `${container}.VersionConsistency`, takes: ['enabled', 'disabled'] },
    { path: `${container}.FirelensConfiguration.Type`, takes: ['fluentd', 'fluentbit'] },
    { path: `${container}.LinuxParameters.Capabilities.Add.*`, takes: capabilities },
    { path: `${container}.LinuxParameters.Capabilities.Drop.*`, takes: capabilities },
    { path: 'Volumes.*.DockerVolumeConfiguration.Scope', takes: ['task', 'shared'] },
    { path: `${container}.EnvironmentFiles.*.Type`, takes: ['s3'] },
    { path: `${container}.PortMappings.*.AppProtocol`, takes: ['http', 'http2', 'grpc'], isExact: true },
    { path: `${container}.DependsOn.*.Condition`, takes: ['START', 'COMPLETE', 'SUCCESS', 'HEALTHY'] },
    { path: `${container}.ResourceRequirements.*.Type`, takes: ['GPU', 'InferenceAccelerator', 'NeuronDevice'] },
    {
      path: `${container}.Ulimits.*.Name`,
      takes: ['core', 'cpu', 'data', 'fsize', 'locks', 'memlock', 'msgqueue', 'nice', 'nofile', 'nproc', 'rss', 'rtprio', 'rttime', 'sigpending', 'stack'],
    },
  ],
});

/** How the value of a requirement of GPUs is written. */
export const gpuForm = fact<string>({
  id: 'gpu-form',
  standing: 'documented',
  source: {
    url: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-gpu-specifying.html',
    read: '2026-11-22',
    says: 'A whole number, a decimal one for instances that have a part of a GPU, as 0.25, or ALL for all that the instance has. A requirement that shares a GPU has a SharingStrategy in its place (API ResourceRequirement).',
  },
  value: '^(\\d+|\\d*\\.\\d+|ALL)$',
});
