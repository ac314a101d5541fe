import { ifKnown } from '../../core/value';
import { defineRule } from '../rule';

/** An Auto Scaling group stands behind one capacity provider at most. */
export const capacityProviderGroup = defineRule({
  id: 'capacity-provider-group',
  title: 'Two capacity providers share one Auto Scaling group',
  severity: 'error',
  phase: 'create',
  subject: 'capacityProvider',
  explanation: 'ECS scales the group of a capacity provider and protects its instances, so a group can serve one capacity provider only. The second that names it is refused.',
  docs: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/asg-capacity-providers.html',
  predicts: ['The specified Auto Scaling group ARN is already being used by another capacity provider'],
  facts: [],
  messages: {
    shared: ({ group, other }: { group: string; other: string }) => ({
      says: `The Auto Scaling group ${group} already belongs to the capacity provider ${other}.`,
      fix: 'Give this capacity provider a group of its own, or let services use the other one.',
      ecsSays: 'The specified Auto Scaling group ARN is already being used by another capacity provider. Specify a unique Auto Scaling group ARN and try again.',
    }),
  },
  check(provider, say, { capacityProviders }) {
    const group = say.need(provider.autoScalingGroup);
    // Which of them comes second nobody knows; it is said of all but the first by name.
    const [other] = group ? capacityProviders.filter(one => ifKnown(one.autoScalingGroup) === group) : [];
    if (!group || !other || other === provider) return;
    if (other.exists.state === 'unknown') return say.undecided(other.exists);
    const at = provider.properties.get('AutoScalingGroupProvider', 'AutoScalingGroupArn').value();
    say.violated('shared', at, { group: group.id, other: other.id }, { related: [other, group] });
  },
});
