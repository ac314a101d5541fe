import { ecsScalableDimension } from '../../catalog/application-auto-scaling';
import type { Place } from '../../core/origin';
import { sameText } from '../../core/text';
import { ifKnown } from '../../core/value';
import { listed } from '../listed';
import { defineRule } from '../rule';

/** A scaling policy belongs to a scalable target, which is there before it. */
export const scalingPolicyTarget = defineRule({
  id: 'scaling-policy-target',
  title: 'The scaling policy does not say what it scales',
  severity: 'error',
  phase: 'create',
  subject: 'scalingPolicy',
  explanation: 'A scaling policy names its scalable target by ScalingTargetId, or by ResourceId, ScalableDimension and ServiceNamespace together. CloudFormation refuses one that gives neither whole. Where it names the target by text, nothing makes CloudFormation register the target first: it comes too early for certain where the target waits for its service, and it does not.',
  docs: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-applicationautoscaling-scalingpolicy.html',
  predicts: ['Either ScalingTargetId or all three of [ResourceId, ScalableDimension, ServiceNamespace] must be specified', 'No scalable target registered'],
  facts: [ecsScalableDimension],
  messages: {
    incomplete: ({ missing, of }: { missing: readonly string[]; of: Place }) => ({
      says: `The policy gives no ScalingTargetId, and ${listed(missing)} ${missing.length === 1 ? 'is' : 'are'} missing too.`,
      fix: 'Set ScalingTargetId to !Ref of the scalable target.',
      ...(missing.includes('ResourceId') ? {} : { repair: missing.map(name => ({ at: of, below: [name], set: name === 'ScalableDimension' ? dimension : namespace })) }),
      ecsSays: 'Either ScalingTargetId or all three of [ResourceId, ScalableDimension, ServiceNamespace] must be specified',
    }),
    tooEarly: ({ target, service }: { target: string; service: string }) => ({
      says: `The policy names the scalable target ${target} by text and does not wait for it. ${target} waits for ${service}, which takes minutes, and the policy does not.`,
      fix: `Set ScalingTargetId to !Ref ${target} in place of ResourceId, ScalableDimension and ServiceNamespace, or add DependsOn: ${target}.`,
      repair: [{ dependsOn: [target] }],
      ecsSays: 'No scalable target registered for service namespace: ecs',
    }),
    noOrder: ({ target }: { target: string }) => ({
      says: `The policy names the scalable target ${target} by text, and nothing makes CloudFormation register ${target} first.`,
      fix: `Set ScalingTargetId to !Ref ${target} in place of ResourceId, ScalableDimension and ServiceNamespace, or add DependsOn: ${target}.`,
      repair: [{ dependsOn: [target] }],
      ecsSays: 'No scalable target registered for service namespace: ecs',
      severity: 'warning',
    }),
  },
  check(policy, say, model) {
    if (policy.properties.get('ScalingTargetId').given !== 'no') return;
    const named = [['ResourceId', policy.resourceId], ['ScalableDimension', policy.dimension], ['ServiceNamespace', policy.namespace]] as const;
    const missing = named.filter(([, value]) => value.state === 'absent'), [first] = missing;
    if (first) return say.violated('incomplete', first[1], { missing: missing.map(([name]) => name), of: policy.at });
    const target = model.scalableTargets.find(({ resourceId, dimension }) => sameText(resourceId, policy.resourceId) === 'yes' && sameText(dimension, policy.dimension) === 'yes');
    if (!target || model.order.isBefore(target, policy) !== 'no') return;
    const service = ifKnown(target.service), waits = service && model.order.isBefore(service, target) === 'yes' && model.order.isBefore(service, policy) === 'no';
    if (waits && target.exists.state === 'known') say.violated('tooEarly', policy.resourceId, { target: target.id, service: service.id }, { related: [target, service] });
    else say.violated('noOrder', policy.resourceId, { target: target.id }, { related: [target] });
  },
});

const { dimension, namespace } = ecsScalableDimension.value;
