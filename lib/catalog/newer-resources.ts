import { fact } from './fact';
import type { Limit, ValuesTaken } from './property-demand';
import { taskDefinitionLimits } from './task-definition-limits';

/** The words that daemons and Express services may hold where they hold one of a few, by resource type. */
export const newerResourceValues = fact<Readonly<Record<string, readonly ValuesTaken[]>>>({
  id: 'newer-resource-values',
  standing: 'documented',
  source: {
    url: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ExpressGatewayScalingTarget.html',
    read: '2026-11-21',
    says: 'autoScalingMetric: AVERAGE_CPU, AVERAGE_MEMORY, REQUEST_COUNT_PER_TARGET. Of RegisterDaemonTaskDefinition: pidMode and ipcMode are none and shared, the router of logs is fluentd or fluentbit.',
  },
  value: {
    'AWS::ECS::DaemonTaskDefinition': [
      { path: 'PidMode', takes: ['none', 'shared'] },
      { path: 'IpcMode', takes: ['none', 'shared'] },
      { path: 'ContainerDefinitions.*.FirelensConfiguration.Type', takes: ['fluentd', 'fluentbit'] },
    ],
    'AWS::ECS::ExpressGatewayService': [{ path: 'ScalingTarget.AutoScalingMetric', takes: ['AVERAGE_CPU', 'AVERAGE_MEMORY', 'REQUEST_COUNT_PER_TARGET'] }],
  },
});

/** How much daemons may ask for, by resource type. */
export const newerResourceLimits = fact<Readonly<Record<string, readonly Limit[]>>>({
  id: 'newer-resource-limits',
  standing: 'documented',
  source: {
    url: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_DaemonDeploymentConfiguration.html',
    read: '2026-11-21',
    says: 'drainPercent: between 0.0 and 100.0. The health checks of daemons have the ranges of those of tasks.',
  },
  value: {
    'AWS::ECS::Daemon': [{ path: 'DeploymentConfiguration.DrainPercent', measures: 'number', least: 0, most: 100, unit: 'percent' }],
    'AWS::ECS::DaemonTaskDefinition': taskDefinitionLimits.value.filter(({ path }) => path.includes('.HealthCheck.')),
  },
});
