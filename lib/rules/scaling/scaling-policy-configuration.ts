import { ecsPredefinedMetrics, scalingPolicyValues } from '../../catalog/application-auto-scaling';
import { entryOf } from '../../core/entry';
import { partsOf, showText, startsWith } from '../../core/text';
import { ifKnown, type Value } from '../../core/value';
import { byResource } from '../../finding/finding';
import type { ScalingPolicy } from '../../model/scaling/scaling-policy';
import { defineRule, type Say } from '../rule';
import { unknownWords, unknownWordWords } from '../values';

/** A scaling policy is configured as its type demands, and target tracking follows one metric. */
export const scalingPolicyConfiguration = defineRule({
  id: 'scaling-policy-configuration',
  title: 'The scaling policy is not configured as its type demands',
  severity: 'error',
  phase: 'create',
  subject: 'scalingPolicy',
  explanation: 'A policy of the type StepScaling has a StepScalingPolicyConfiguration, one of the type TargetTrackingScaling a TargetTrackingScalingPolicyConfiguration, and not the other. Target tracking follows either a predefined or a customized metric. Of the predefined ones only ALBRequestCountPerTarget has a resource label, which names the load balancer and the target group. Application Auto Scaling refuses other policies.',
  docs: 'https://docs.aws.amazon.com/autoscaling/application/APIReference/API_PutScalingPolicy.html',
  predicts: [
    'policy configuration must be specified', 'You must only provide a single scaling policy configuration', 'Only one of PredefinedMetricSpecification or CustomizedMetricSpecification can be set for target tracking scaling.',
    'Only one TargetTrackingScaling policy for a given metric specification is allowed.', 'PredefinedMetricSpecification or CustomizedMetricSpecification must be set for target tracking scaling.', 'Resource label should be specified for predefined metric type ALBRequestCountPerTarget',
  ],
  facts: [ecsPredefinedMetrics, scalingPolicyValues],
  messages: {
    leftOut: ({ type, property }: { type: string; property: string }) => ({
      says: `The type of the policy is ${type}, and it has no ${property}.`,
      fix: `Give it a ${property}.`,
      ecsSays: `${type} policy configuration must be specified`,
    }),
    otherType: ({ type, property }: { type: string; property: string }) => ({
      says: `The type of the policy is ${type}, and it has a ${property}.`,
      fix: `Take ${property} out, or change PolicyType.`,
      ecsSays: 'You must only provide a single scaling policy configuration, which must match the scaling policy type specified.',
    }),
    noMetric: () => ({
      says: 'The policy tracks no metric.',
      fix: 'Give it a PredefinedMetricSpecification or a CustomizedMetricSpecification.',
      ecsSays: 'PredefinedMetricSpecification or CustomizedMetricSpecification must be set for target tracking scaling.',
    }),
    twoMetrics: () => ({
      says: 'The policy tracks a predefined and a customized metric.',
      fix: 'Make two policies of it, or take one of the metrics out.',
      ecsSays: 'Only one of PredefinedMetricSpecification or CustomizedMetricSpecification can be set for target tracking scaling.',
    }),
    noTarget: () => ({
      says: 'The policy tracks a metric and does not say at what value to keep it.',
      fix: 'Set TargetValue.',
      ecsSays: 'required key [TargetValue] not found',
    }),
    word: unknownWordWords,
    twice: ({ metric, other }: { metric: string; other: string }) => ({
      says: `${other} tracks ${metric} of the same service already.`,
      fix: 'Take one of the two out.',
      ecsSays: 'Only one TargetTrackingScaling policy for a given metric specification is allowed.',
    }),
    metric: ({ metric }: { metric: string }) => ({
      says: `The predefined metric is ${metric}; for services of ECS there are ${ecsPredefinedMetrics.value.join(', ')}.`,
      fix: 'Set PredefinedMetricType to one of these.',
      ecsSays: 'Scalable dimension ecs:service:DesiredCount only supports the following predefined metric types',
    }),
    noLabel: () => ({
      says: 'The policy tracks ALBRequestCountPerTarget and does not say of which load balancer and target group.',
      fix: 'ResourceLabel: !Sub ${LoadBalancer.LoadBalancerFullName}/${TargetGroup.TargetGroupFullName}',
      ecsSays: 'Resource label should be specified for predefined metric type ALBRequestCountPerTarget',
    }),
    labelForm: ({ label }: { label: string }) => ({
      says: `The resource label is ${label}; it has the form app/<load balancer>/<id>/targetgroup/<target group>/<id>.`,
      fix: 'ResourceLabel: !Sub ${LoadBalancer.LoadBalancerFullName}/${TargetGroup.TargetGroupFullName}',
      ecsSays: `Invalid resource label '${label}' for predefined metric type ALBRequestCountPerTarget`,
    }),
    label: ({ metric }: { metric: string }) => ({
      says: `The policy tracks ${metric}, which has no resource label, and gives one.`,
      fix: 'Take ResourceLabel out.',
      repair: [{ remove: true }],
      ecsSays: `Resource label should not be specified for predefined metric type ${metric}`,
    }),
    noAdjustmentType: () => ({
      says: 'The policy does not say how ScalingAdjustment is meant.',
      fix: 'Set AdjustmentType to ChangeInCapacity, PercentChangeInCapacity or ExactCapacity.',
      ecsSays: 'Adjustment type must be specified',
    }),
    magnitude: ({ type }: { type: string }) => ({
      says: `AdjustmentType is ${type}, and MinAdjustmentMagnitude is for percentages.`,
      fix: 'Take MinAdjustmentMagnitude out, or set AdjustmentType to PercentChangeInCapacity.',
      ecsSays: 'Minimum adjustment magnitude is only allowed for adjustment type PercentChangeInCapacity',
    }),
  },
  check(policy, say, model) {
    const type = say.need(policy.policyType);
    for (const { at, data } of unknownWords(policy.properties, scalingPolicyValues.value, say)) say.violated('word', { at }, data);
    for (const property of Object.values(configurations)) {
      const { given } = policy.properties.get(property), belongs = type !== undefined && configurations[type] === property, at = policy.properties.get(property).value();
      if (type !== undefined && belongs && given === 'no') say.violated('leftOut', at, { type, property });
      if (type !== undefined && Object.hasOwn(configurations, type) && !belongs && given === 'yes') say.violated('otherType', at, { type, property });
    }
    if (type === 'TargetTrackingScaling') checkTracking(policy, say);
    const [other] = type === 'TargetTrackingScaling' ? model.scalingPolicies.filter(other => tracksTheSame(other, policy)) : [];
    const metric = metricOf(policy);
    // Which of them comes second nobody knows; it is said of all but the first by name.
    if (other && metric !== undefined && byResource(other, policy) < 0) say.violated('twice', policy, { metric, other: other.id }, { related: [other] });
    if (type === 'StepScaling') checkSteps(policy, say);
  },
});

const configurations: Readonly<Record<string, string>> = {
  TargetTrackingScaling: 'TargetTrackingScalingPolicyConfiguration',
  StepScaling: 'StepScalingPolicyConfiguration',
};

/** Of target tracking by a predefined metric without a label. */
function metricOf({ properties }: ScalingPolicy): string | undefined {
  const specification = properties.get('TargetTrackingScalingPolicyConfiguration', 'PredefinedMetricSpecification');
  return specification.get('ResourceLabel').given === 'no' ? ifKnown(specification.get('PredefinedMetricType').text()) : undefined;
}

function tracksTheSame(other: ScalingPolicy, policy: ScalingPolicy): boolean {
  const target = ifKnown(policy.target);
  return other !== policy && target !== undefined && ifKnown(other.target) === target && other.exists.state === 'known' && metricOf(other) === metricOf(policy);
}

type PolicySay = Say<(typeof scalingPolicyConfiguration)['messages']>;

function checkTracking({ properties }: ScalingPolicy, say: PolicySay): void {
  const tracking = properties.get('TargetTrackingScalingPolicyConfiguration'), predefined = tracking.get('PredefinedMetricSpecification');
  if (tracking.given !== 'yes') return;
  if (tracking.get('TargetValue').given === 'no') say.violated('noTarget', tracking.get('TargetValue'), undefined);
  const metrics = [predefined, tracking.get('CustomizedMetricSpecification')].map(({ given }) => given);
  if (metrics.every(given => given === 'no')) say.violated('noMetric', tracking, undefined);
  if (metrics.every(given => given === 'yes')) say.violated('twoMetrics', tracking, undefined);
  const type = predefined.get('PredefinedMetricType').text(), label = predefined.get('ResourceLabel').text(), metric = say.need(type);
  if (metric === undefined) return;
  if (!ecsPredefinedMetrics.value.includes(metric)) return say.violated('metric', type, { metric });
  const isPerTarget = metric === 'ALBRequestCountPerTarget', like = writtenLike(label);
  if (isPerTarget && label.state === 'absent') say.violated('noLabel', label, undefined);
  else if (isPerTarget && (like === undefined ? startsWith(label, 'app/') === 'no' : !/^app\/[^/]+\/[^/]+\/targetgroup\/[^/]+\/[^/]+$/.test(like))) say.violated('labelForm', label, { label: showText(label) });
  if (!isPerTarget && label.state === 'known') say.violated('label', label, { metric });
}

/** How names are made that a label may hold. */
const namesLike: Readonly<Record<string, string>> = { LoadBalancerFullName: 'app/web/1', LoadBalancerName: 'web', TargetGroupFullName: 'targetgroup/web/1', TargetGroupName: 'web' };

/** A label of the same form; undefined where a part may hold anything. */
function writtenLike(label: Value<string>): string | undefined {
  const parts = partsOf(label)?.map(part => (typeof part === 'string' ? part : part.is?.kind === 'attribute' ? entryOf(namesLike, part.is.attribute) : undefined));
  return parts?.some(part => part === undefined) ? undefined : parts?.join('');
}

function checkSteps({ properties }: ScalingPolicy, say: PolicySay): void {
  const steps = properties.get('StepScalingPolicyConfiguration'), given = steps.get('AdjustmentType').text(), type = say.need(given);
  if (steps.given !== 'yes') return;
  if (given.state === 'absent') say.violated('noAdjustmentType', given, undefined);
  const magnitude = steps.get('MinAdjustmentMagnitude');
  if (type !== undefined && type !== 'PercentChangeInCapacity' && magnitude.given === 'yes') say.violated('magnitude', magnitude, { type });
}
