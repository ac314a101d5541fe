import { ifKnown } from '../../core/value';
import { defineRule } from '../rule';

/** What a capacity provider needs of its Auto Scaling group to scale it. */
export const managedScaling = defineRule({
  id: 'managed-scaling',
  title: 'Managed scaling cannot do its work',
  severity: 'warning',
  phase: 'scale',
  subject: 'capacityProvider',
  explanation: 'ECS accepts settings of a capacity provider that do not work together. Without managed scaling, termination protection protects nothing. A group with MaxSize 0 never grows. An instance that goes back into a warm pool does not join the cluster again. And ECS counts instances, so where they have weights it asks for wrong numbers.',
  docs: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/asg-capacity-providers.html',
  predicts: [],
  facts: [],
  messages: {
    protectionAlone: () => ({
      says: 'ManagedTerminationProtection is ENABLED and managed scaling is not. Without managed scaling, managed termination protection does not work.',
      fix: 'Set ManagedScaling.Status to ENABLED, or ManagedTerminationProtection to DISABLED.',
    }),
    noRoom: ({ group }: { group: string }) => ({
      says: `The Auto Scaling group ${group} has MaxSize 0, and ECS never scales it beyond that.`,
      fix: 'Give the group a MaxSize above 0.',
    }),
    reuse: ({ group }: { group: string }) => ({
      says: `The warm pool of ${group} takes instances back when the group scales in. Capacity providers do not support the reuse of instances.`,
      fix: 'Leave InstanceReusePolicy out, or set ReuseOnScaleIn to false.',
    }),
    weights: ({ group }: { group: string }) => ({
      says: `The Auto Scaling group ${group} counts instances by WeightedCapacity. Capacity providers do not support instance weights: ECS reckons in instances.`,
      fix: 'Leave WeightedCapacity out.',
    }),
  },
  check(provider, say) {
    const scaling = provider.managedScaling, group = ifKnown(provider.autoScalingGroup);
    const protection = provider.properties.get('AutoScalingGroupProvider', 'ManagedTerminationProtection');
    if (ifKnown(provider.managedTerminationProtection) && say.need(scaling) === false) say.violated('protectionAlone', protection.value(), undefined);
    if (!group || !ifKnown(scaling)) return;
    if (say.need(group.maxSize) === 0) say.violated('noRoom', group.maxSize, { group: group.id });
    if (say.need(group.reusesInstances)) say.violated('reuse', group.reusesInstances, { group: group.id });
    const weighted = (ifKnown(group.choices) ?? []).find(({ weight }) => weight.state === 'known' && weight.value !== 1);
    if (weighted) say.violated('weights', weighted.weight, { group: group.id });
  },
});
