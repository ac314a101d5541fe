import { fact } from './fact';
import type { Limit, ValuesTaken } from './property-demand';

const awsvpc = 'NetworkConfiguration.AwsvpcConfiguration';
const deployment = 'DeploymentConfiguration';

/** How much a service may ask for. */
export const serviceLimits = fact<readonly Limit[]>({
  id: 'service-limits',
  standing: 'documented',
  source: {
    url: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CreateService.html',
    read: '2026-11-20',
    says: 'Lengths and ranges of CreateService and of the types below it; subnets, security groups and target groups: Amazon ECS service quotas.',
  },
  value: [
    { path: `${awsvpc}.Subnets`, measures: 'items', least: 1, most: 16, ecsSays: 'subnets can have at most 16 items.' },
    { path: `${awsvpc}.SecurityGroups`, measures: 'items', most: 5, ecsSays: 'securityGroups can have at most 5 items.' },
    { path: 'LoadBalancers', measures: 'items', most: 5, ecsSays: 'load balancers can have at most 5 items.' },
    { path: 'ServiceRegistries', measures: 'items', most: 1 },
    { path: 'ServiceConnectConfiguration.Services.*.ClientAliases', measures: 'items', most: 1 },
    { path: 'ServiceConnectConfiguration.Services.*.ClientAliases.*.Port', measures: 'number', least: 0, most: 65535 },
    { path: 'ServiceConnectConfiguration.Services.*.Timeout.IdleTimeoutSeconds', measures: 'number', least: 0, most: 2147483647, unit: 'seconds' },
    { path: 'ServiceConnectConfiguration.Services.*.Timeout.PerRequestTimeoutSeconds', measures: 'number', least: 0, most: 2147483647, unit: 'seconds' },
    { path: 'PlacementStrategies', measures: 'items', most: 5, ecsSays: 'Maximum number of strategies is 5.' },
    { path: 'PlacementConstraints', measures: 'items', most: 10, ecsSays: 'Maximum number of constraints is 10.' },
    { path: 'PlacementConstraints.*.Expression', measures: 'characters', most: 2000 },
    { path: 'CapacityProviderStrategy', measures: 'items', most: 20 },
    { path: 'VolumeConfigurations', measures: 'items', most: 1 },
    { path: 'DesiredCount', measures: 'number', least: 0 },
    { path: 'HealthCheckGracePeriodSeconds', measures: 'number', least: 0, most: 2147483647, unit: 'seconds' },
    { path: 'ForceNewDeployment.ForceNewDeploymentNonce', measures: 'characters', least: 1, most: 255 },
    { path: `${deployment}.BakeTimeInMinutes`, measures: 'number', least: 0, most: 1440, unit: 'minutes' },
    { path: `${deployment}.LinearConfiguration.StepPercent`, measures: 'number', least: 3, most: 100 },
    { path: `${deployment}.LinearConfiguration.StepBakeTimeInMinutes`, measures: 'number', least: 0, most: 1440, unit: 'minutes' },
    { path: `${deployment}.CanaryConfiguration.CanaryPercent`, measures: 'number', least: 0.1, most: 100 },
    { path: `${deployment}.CanaryConfiguration.CanaryBakeTimeInMinutes`, measures: 'number', least: 0, most: 1440, unit: 'minutes' },
  ],
});

/** The words that a service may hold where it holds one of a few. */
export const serviceValues = fact<readonly ValuesTaken[]>({
  id: 'service-values',
  standing: 'documented',
  source: {
    url: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CreateService.html',
    read: '2026-11-20',
    says: 'The valid values of each enumeration of CreateService and of the types below it. Those that CloudFormation has in its schema too it takes in these letters alone: "Fargate is not a valid enum value".',
  },
  value: [
    { path: 'LaunchType', takes: ['EC2', 'FARGATE', 'EXTERNAL', 'MANAGED_INSTANCES'], isExact: true },
    { path: 'SchedulingStrategy', takes: ['REPLICA', 'DAEMON'], isExact: true },
    { path: 'DeploymentController.Type', takes: ['ECS', 'CODE_DEPLOY', 'EXTERNAL'], isExact: true },
    { path: 'PropagateTags', takes: ['TASK_DEFINITION', 'SERVICE', 'NONE'], isExact: true },
    { path: 'AvailabilityZoneRebalancing', takes: ['ENABLED', 'DISABLED'], isExact: true },
    { path: `${awsvpc}.AssignPublicIp`, takes: ['ENABLED', 'DISABLED'], isExact: true },
    { path: `${deployment}.Strategy`, takes: ['ROLLING', 'BLUE_GREEN', 'LINEAR', 'CANARY'], isExact: true },
    {
      path: `${deployment}.LifecycleHooks.*.LifecycleStages.*`,
      takes: [
        'RECONCILE_SERVICE', 'PRE_SCALE_UP', 'POST_SCALE_UP', 'TEST_TRAFFIC_SHIFT', 'POST_TEST_TRAFFIC_SHIFT', 'PRE_PRODUCTION_TRAFFIC_SHIFT', 'PRODUCTION_TRAFFIC_SHIFT',
        'POST_PRODUCTION_TRAFFIC_SHIFT',
      ],
    },
    { path: 'VolumeConfigurations.*.ManagedEBSVolume.VolumeType', takes: ['gp2', 'gp3', 'io1', 'io2', 'st1', 'sc1', 'standard'] },
    { path: 'VolumeConfigurations.*.ManagedEBSVolume.FilesystemType', takes: ['ext3', 'ext4', 'xfs', 'ntfs'] },
  ],
});

/** What a service on external instances cannot have. */
export const externalServiceProperties = fact<readonly Pick<ValuesTaken, 'path' | 'ecsSays'>[]>({
  id: 'external-service-properties',
  standing: 'documented',
  source: {
    url: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-anywhere.html',
    read: '2026-11-21',
    says: 'Service load balancing and service discovery are not supported; of the agent\'s capabilities service-connect-v1 and storage.ebs-task-volume-attach are never registered by external instances (agent/app/agent_capability.go).',
  },
  value: [{ path: 'LoadBalancers' }, { path: 'ServiceRegistries' }, { path: 'ServiceConnectConfiguration.Enabled' }, { path: 'VolumeConfigurations' }],
});
