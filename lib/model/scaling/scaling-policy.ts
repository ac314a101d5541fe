import type { Origin } from '../../core/origin';
import { mapValue, type Value } from '../../core/value';
import type { Property } from '../../template/property';
import type { Resource } from '../../template/resource';
import type { Lookup } from '../lookup';
import { nounOf, type Noun } from '../noun';
import type { ScalableTarget } from './scalable-target';

/** `AWS::ApplicationAutoScaling::ScalingPolicy`. */
export interface ScalingPolicy extends Noun {
  /** What `ScalingTargetId` refers to. */
  readonly target: Value<ScalableTarget>;
  readonly namespace: Value<string>;
  readonly dimension: Value<string>;
  readonly resourceId: Value<string>;
  /** `TargetTrackingScaling`, `StepScaling` or `PredictiveScaling`. */
  readonly policyType: Value<string>;
  readonly stepAdjustments: Value<readonly StepAdjustment[]>;
  /** For what the fields above do not name. */
  readonly properties: Property;
}

/** By how much to scale when the metric is this far from the alarm's threshold. A bound that is left out is infinite. */
export interface StepAdjustment {
  readonly at: Origin;
  readonly lower: Value<number>;
  readonly upper: Value<number>;
}

export function readScalingPolicy(resource: Resource, targets: Lookup<ScalableTarget>): ScalingPolicy {
  const { properties } = resource;
  return {
    target: targets.find(properties.get('ScalingTargetId').text()),
    namespace: properties.get('ServiceNamespace').text(),
    dimension: properties.get('ScalableDimension').text(),
    resourceId: properties.get('ResourceId').text(),
    policyType: properties.get('PolicyType').text(),
    stepAdjustments: mapValue(properties.get('StepScalingPolicyConfiguration', 'StepAdjustments').list(), list => list.map(item => ({
      at: item.at,
      lower: item.get('MetricIntervalLowerBound').number(),
      upper: item.get('MetricIntervalUpperBound').number(),
    }))),
    properties,
    ...nounOf(resource),
  };
}

/** Whether the policy scales an ECS service, or may do so. */
export function mayScaleService({ namespace, target }: ScalingPolicy): boolean {
  const of = namespace.state === 'absent' && target.state === 'known' ? target.value.namespace : namespace;
  return of.state !== 'known' || of.value === 'ecs';
}
