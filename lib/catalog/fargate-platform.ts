import { fact } from './fact';

/** Something that a task definition may ask for, and the platform version of Fargate that first had it. */
export interface PlatformFeature {
  /** From the properties of the task definition or of the service, with `*` for each item of a list. */
  readonly path: string;
  readonly since: string;
}

/** What older platform versions of Fargate for Linux do not have. */
export const fargatePlatformFeatures = fact<readonly PlatformFeature[]>({
  id: 'fargate-platform-features',
  standing: 'documented',
  source: {
    url: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/platform-fargate.html',
    read: '2026-11-20',
    says: 'The history of the platform versions, and of each feature the version that it requires.',
  },
  value: [
    { path: 'EphemeralStorage', since: '1.4.0' },
    { path: 'PidMode', since: '1.4.0' },
    { path: 'Volumes.*.EFSVolumeConfiguration', since: '1.4.0' },
    { path: 'Volumes.*.ConfiguredAtLaunch', since: '1.4.0' },
    { path: 'ContainerDefinitions.*.EnvironmentFiles', since: '1.4.0' },
    { path: 'ContainerDefinitions.*.LinuxParameters.Capabilities.Add', since: '1.4.0' },
    { path: 'ContainerDefinitions.*.SystemControls', since: '1.4.0' },
    { path: 'ContainerDefinitions.*.DependsOn', since: '1.3.0' },
    { path: 'ContainerDefinitions.*.FirelensConfiguration', since: '1.3.0' },
    { path: 'ContainerDefinitions.*.Secrets', since: '1.3.0' },
  ],
});

/** What a service cannot have on older platform versions of Fargate for Linux. */
export const fargateServiceFeatures = fact<readonly PlatformFeature[]>({
  id: 'fargate-service-features',
  standing: 'documented',
  source: {
    url: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/platform-fargate.html',
    read: '2026-11-20',
    says: 'Service Connect, ECS Exec and volumes of EBS require Linux platform version 1.4.0.',
  },
  value: [
    { path: 'ServiceConnectConfiguration.Enabled', since: '1.4.0' },
    { path: 'EnableExecuteCommand', since: '1.4.0' },
    { path: 'VolumeConfigurations', since: '1.4.0' },
  ],
});

/** From which size on a task needs a platform version of Fargate for Linux. */
export const fargateLargeTasks = fact({
  id: 'fargate-large-tasks',
  standing: 'documented',
  source: {
    url: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-tasks-services.html',
    read: '2026-11-20',
    says: 'Task CPU of 8 vCPU and more requires Linux platform 1.4.0 or later.',
  },
  value: { cpuUnits: 8192, since: '1.4.0' },
});

/** The platform version of Fargate for Windows. */
export const fargateWindowsVersion = fact({
  id: 'fargate-windows-version',
  standing: 'documented',
  source: {
    url: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/platform-fargate.html',
    read: '2026-11-20',
    says: 'Windows platform version 1.0.0 is what LATEST means for Windows, and there is no other.',
  },
  value: '1.0.0',
});

/** The first platform version of Fargate for Linux with the architecture ARM64. */
export const fargateArmVersion = fact({
  id: 'fargate-arm-version',
  standing: 'documented',
  source: {
    url: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CapacityProviderStrategyItem.html',
    read: '2026-11-22',
    says: 'FARGATE_SPOT takes Linux tasks with X86_64 from platform version 1.3.0 on, and with ARM64 from 1.4.0 on; Fargate had no ARM64 before 1.4.0.',
  },
  value: '1.4.0',
});

/** The first platform version of Fargate for Linux that gives containers one key of a secret, or a version of it. */
export const fargateSecretKeyVersion = fact({
  id: 'fargate-secret-key-version',
  standing: 'documented',
  source: {
    url: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/secrets-envvar-secrets-manager.html',
    read: '2026-11-22',
    says: 'To inject a specific JSON key or version of a secret, platform version 1.4.0 or later is required (Linux).',
  },
  value: '1.4.0',
});
