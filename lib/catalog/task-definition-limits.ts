import { fact } from './fact';
import type { Limit } from './property-demand';

const container = 'ContainerDefinitions.*';

/** How much a task definition may ask for, whatever it runs on. */
export const taskDefinitionLimits = fact<readonly Limit[]>({
  id: 'task-definition-limits',
  standing: 'documented',
  source: {
    url: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDefinition.html',
    read: '2026-11-20',
    says: 'Ranges and lengths of ContainerDefinition, HealthCheck, ContainerRestartPolicy and LinuxParameters; containers per task definition: Amazon ECS service quotas.',
  },
  value: [
    { path: 'ContainerDefinitions', measures: 'items', most: 10, ecsSays: 'Too many containers.' },
    { path: 'PlacementConstraints', measures: 'items', most: 10 },
    { path: `${container}.PortMappings.*.ContainerPort`, measures: 'number', least: 1, most: 65535, ecsSays: "Invalid 'containerPort' setting for container" },
    { path: `${container}.PortMappings.*.HostPort`, measures: 'number', least: 0, most: 65535, ecsSays: "Invalid 'hostPort' setting for container" },
    { path: `${container}.EnvironmentFiles`, measures: 'items', most: 10, ecsSays: 'The maximum number of environment files was exceeded. Specify ten or less and try again.' },
    { path: `${container}.CredentialSpecs`, measures: 'items', most: 1 },
    { path: `${container}.HealthCheck.Interval`, measures: 'number', least: 5, most: 300, unit: 'seconds', ecsSays: 'Health check interval must be less than or equal to the maximum allowed value 300' },
    { path: `${container}.HealthCheck.Timeout`, measures: 'number', least: 2, most: 60, unit: 'seconds', ecsSays: 'Health check timeout must be less than or equal to the maximum allowed value 60' },
    { path: `${container}.HealthCheck.Retries`, measures: 'number', least: 1, most: 10, ecsSays: 'Health check retries must be less than or equal to the maximum allowed value 10' },
    { path: `${container}.HealthCheck.StartPeriod`, measures: 'number', least: 0, most: 300, unit: 'seconds', ecsSays: 'Health check startPeriod must be less than or equal to the maximum allowed value 300' },
    {
      path: `${container}.RestartPolicy.RestartAttemptPeriod`, measures: 'number', least: 60, most: 1800, unit: 'seconds',
      ecsSays: "The 'restartAttemptPeriod' setting for container must be between 60 and 1800.",
    },
    { path: `${container}.RestartPolicy.IgnoredExitCodes`, measures: 'items', most: 50 },
    { path: `${container}.LinuxParameters.MaxSwap`, measures: 'number', least: 0, unit: 'MiB' },
    { path: `${container}.LinuxParameters.Swappiness`, measures: 'number', least: 0, most: 100 },
  ],
});

/** How much a task definition for Fargate may ask for, beyond what holds for all. */
export const fargateLimits = fact<readonly Limit[]>({
  id: 'fargate-limits',
  standing: 'documented',
  source: {
    url: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_definition_parameters.html',
    read: '2026-11-20',
    says: 'startTimeout and stopTimeout: the valid values for Fargate are 2 to 120 seconds.',
  },
  value: [
    { path: `${container}.StartTimeout`, measures: 'number', least: 2, most: 120, unit: 'seconds' },
    { path: `${container}.StopTimeout`, measures: 'number', least: 2, most: 120, unit: 'seconds' },
  ],
});
