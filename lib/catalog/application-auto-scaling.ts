import { fact } from './fact';
import type { ValuesTaken } from './property-demand';

/** What Application Auto Scaling calls the number of tasks of a service. */
export const ecsScalableDimension = fact({
  id: 'ecs-scalable-dimension',
  standing: 'documented',
  source: {
    url: 'https://docs.aws.amazon.com/autoscaling/application/APIReference/API_RegisterScalableTarget.html',
    read: '2026-11-20',
    says: 'ECS service: the resource type is service and the unique identifier is the cluster name and service name; the dimension is ecs:service:DesiredCount.',
  },
  value: { namespace: 'ecs', dimension: 'ecs:service:DesiredCount', resourceType: 'service' },
});

/** How many steps a step scaling policy may have, unless the account has a larger quota. */
export const stepAdjustmentQuota = fact({
  id: 'step-adjustments-per-policy',
  standing: 'documented',
  source: {
    url: 'https://docs.aws.amazon.com/autoscaling/application/userguide/application-auto-scaling-limits.html',
    read: '2026-11-20',
    says: 'Step adjustments per step scaling policy: 20, adjustable.',
  },
  value: 20,
});

/** The words that a scaling policy is made of. */
export const scalingPolicyValues = fact<readonly ValuesTaken[]>({
  id: 'scaling-policy-values',
  standing: 'documented',
  source: {
    url: 'https://docs.aws.amazon.com/autoscaling/application/APIReference/API_ScalingPolicy.html',
    read: '2026-11-20',
    says: 'The valid values of PolicyType, and of AdjustmentType of a StepScalingPolicyConfiguration.',
  },
  value: [
    { path: 'PolicyType', takes: ['TargetTrackingScaling', 'StepScaling', 'PredictiveScaling'] },
    { path: 'StepScalingPolicyConfiguration.AdjustmentType', takes: ['ChangeInCapacity', 'PercentChangeInCapacity', 'ExactCapacity'] },
  ],
});

/** The metrics that target tracking knows by name for a service of ECS. */
export const ecsPredefinedMetrics = fact<readonly string[]>({
  id: 'ecs-predefined-metrics',
  standing: 'documented',
  source: {
    url: 'https://docs.aws.amazon.com/autoscaling/application/APIReference/API_PredefinedMetricSpecification.html',
    read: '2026-11-20',
    says: 'The metric types of ECS services; ALBRequestCountPerTarget needs a resource label app/<load balancer>/<id>/targetgroup/<target group>/<id>, the others take none.',
  },
  value: [
    'ECSServiceAverageCPUUtilization', 'ECSServiceAverageMemoryUtilization', 'ALBRequestCountPerTarget',
    'ECSServiceAverageCPUUtilizationHighResolution', 'ECSServiceAverageMemoryUtilizationHighResolution',
  ],
});
