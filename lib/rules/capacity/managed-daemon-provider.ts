import { isOfManagedInstances } from '../../model/capacity/capacity-provider';
import { defineRule } from '../rule';

/** Managed daemons run on Managed Instances. */
export const managedDaemonProvider = defineRule({
  id: 'managed-daemon-provider',
  title: 'The capacity provider of the daemon does not bring Managed Instances',
  severity: 'error',
  phase: 'create',
  subject: 'managedDaemon',
  explanation: 'An AWS::ECS::Daemon runs one task on each instance of its capacity providers, which have to be of Managed Instances. On the instances of an Auto Scaling group a daemon is a service with SchedulingStrategy DAEMON.',
  docs: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/managed-daemons.html',
  predicts: ['InvalidParameterException'],
  facts: [],
  messages: {
    otherKind: ({ provider }: { provider: string }) => ({
      says: `${provider} is of an Auto Scaling group, and managed daemons run on Managed Instances alone.`,
      fix: 'Make a service with SchedulingStrategy DAEMON of it, or name a capacity provider of Managed Instances.',
    }),
  },
  check({ capacityProviders }, say) {
    for (const reference of say.need(capacityProviders) ?? []) {
      const provider = say.need(reference);
      if (provider && isOfManagedInstances(provider) === 'no') say.violated('otherKind', reference, { provider: provider.id }, { related: [provider] });
    }
  },
});
