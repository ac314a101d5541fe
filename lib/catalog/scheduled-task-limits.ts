import { fact } from './fact';
import type { Limit } from './property-demand';

/** How much a target of EventBridge that runs tasks may ask for; from its EcsParameters. */
export const scheduledTaskLimits = fact<readonly Limit[]>({
  id: 'scheduled-task-limits',
  standing: 'documented',
  source: {
    url: 'https://docs.aws.amazon.com/scheduler/latest/APIReference/API_EcsParameters.html',
    read: '2026-11-20',
    says: 'TaskCount 1 to 10; lengths of the lists below EcsParameters, for EventBridge rules and for EventBridge Scheduler.',
  },
  value: [
    { path: 'TaskCount', measures: 'number', least: 1, most: 10, ecsSays: 'Parameter(s) TaskCount not valid for target' },
    ...['AwsVpcConfiguration', 'AwsvpcConfiguration'].flatMap((awsvpc): readonly Limit[] => [
      { path: `NetworkConfiguration.${awsvpc}.Subnets`, measures: 'items', most: 16, ecsSays: 'Parameter Subnets is not valid. Reason: size must be in between 1 and 16' },
      { path: `NetworkConfiguration.${awsvpc}.SecurityGroups`, measures: 'items', most: 5, ecsSays: 'Parameter SecurityGroups is not valid. Reason: size must be in between 0 and 5' },
    ]),
    { path: 'PlacementConstraints', measures: 'items', most: 10 },
    { path: 'PlacementStrategies', measures: 'items', most: 5 },
    { path: 'PlacementStrategy', measures: 'items', most: 5 },
  ],
});
