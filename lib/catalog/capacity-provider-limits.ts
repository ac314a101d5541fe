import { fact } from './fact';
import type { Limit, ValuesTaken } from './property-demand';

/** How the names of capacity providers may not begin, in any case. */
export const capacityProviderNames = fact({
  id: 'capacity-provider-names',
  standing: 'documented',
  source: {
    url: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CreateCapacityProvider.html',
    read: '2026-11-20',
    says: 'name: it cannot be prefixed with "aws", "ecs", or "fargate".',
  },
  value: { reserved: ['aws', 'ecs', 'fargate'] },
});

/** How many capacity providers one strategy may name, and a cluster have. */
export const strategyLength = fact({
  id: 'strategy-length',
  standing: 'documented',
  source: {
    url: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CapacityProviderStrategyItem.html',
    read: '2026-11-20',
    says: 'A capacity provider strategy can contain a maximum of 20 capacity providers. Amazon ECS service quotas: capacity providers per cluster 20.',
  },
  value: 20,
});

/** How large the numbers of an item of a strategy may be. */
export const strategyItemLimits = fact({
  id: 'strategy-item-limits',
  standing: 'documented',
  source: {
    url: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CapacityProviderStrategyItem.html',
    read: '2026-11-20',
    says: 'base: valid range 0 to 100000. weight: valid range 0 to 1000.',
  },
  value: { base: 100_000, weight: 1000 },
});

const managedScaling = 'AutoScalingGroupProvider.ManagedScaling';
const launchTemplate = 'ManagedInstancesProvider.InstanceLaunchTemplate';

/** How large the numbers of a capacity provider may be. */
export const capacityProviderLimits = fact<readonly Limit[]>({
  id: 'capacity-provider-limits',
  standing: 'documented',
  source: {
    url: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ManagedScaling.html',
    read: '2026-11-20',
    says: 'Ranges of ManagedScaling, ManagedInstancesStorageConfiguration and InfrastructureOptimization.',
  },
  value: [
    { path: `${managedScaling}.TargetCapacity`, measures: 'number', least: 1, most: 100, unit: 'percent' },
    { path: `${managedScaling}.MinimumScalingStepSize`, measures: 'number', least: 1, most: 10_000, unit: 'instances' },
    { path: `${managedScaling}.MaximumScalingStepSize`, measures: 'number', least: 1, most: 10_000, unit: 'instances' },
    { path: `${managedScaling}.InstanceWarmupPeriod`, measures: 'number', least: 0, most: 10_000, unit: 'seconds' },
    { path: `${launchTemplate}.StorageConfiguration.StorageSizeGiB`, measures: 'number', least: 30, most: 16_384, unit: 'GiB' },
    { path: `${launchTemplate}.NetworkConfiguration.Subnets`, measures: 'items', least: 1 },
    { path: 'ManagedInstancesProvider.InfrastructureOptimization.ScaleInAfter', measures: 'number', least: -1, most: 3600, unit: 'seconds' },
  ],
});

/** The words that a capacity provider may hold where it holds one of a few. */
export const capacityProviderValues = fact<readonly ValuesTaken[]>({
  id: 'capacity-provider-values',
  standing: 'documented',
  source: {
    url: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_AutoScalingGroupProvider.html',
    read: '2026-11-20',
    says: 'The valid values of each enumeration of AutoScalingGroupProvider, ManagedScaling and InstanceLaunchTemplate.',
  },
  value: [
    { path: `${managedScaling}.Status`, takes: ['ENABLED', 'DISABLED'], isExact: true },
    { path: 'AutoScalingGroupProvider.ManagedTerminationProtection', takes: ['ENABLED', 'DISABLED'], isExact: true },
    { path: 'AutoScalingGroupProvider.ManagedDraining', takes: ['ENABLED', 'DISABLED'], isExact: true },
    { path: `${launchTemplate}.Monitoring`, takes: ['BASIC', 'DETAILED'] },
    { path: `${launchTemplate}.CapacityOptionType`, takes: ['ON_DEMAND', 'SPOT', 'RESERVED'] },
    { path: 'ManagedInstancesProvider.PropagateTags', takes: ['CAPACITY_PROVIDER', 'NONE'] },
  ],
});
