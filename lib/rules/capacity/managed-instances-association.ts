import { sameText } from '../../core/text';
import { isOfManagedInstances } from '../../model/capacity/capacity-provider';
import { defineRule } from '../rule';

/** A capacity provider of Managed Instances belongs to its cluster from the start and is not associated with one. */
export const managedInstancesAssociation = defineRule({
  id: 'managed-instances-association',
  title: 'A capacity provider of Managed Instances cannot be associated',
  severity: 'error',
  phase: 'create',
  subject: 'cluster',
  explanation: 'A capacity provider of Managed Instances names its cluster itself, in ClusterName, and is there for that cluster as soon as it is created. ECS refuses to associate it by CapacityProviders. In a default strategy it may be named.',
  docs: 'https://github.com/hashicorp/terraform-provider-aws/issues/44783',
  predicts: ['Cannot associate Managed Instances capacity provider to clusters using this API'],
  facts: [],
  messages: {
    listed: ({ provider }: { provider: string }) => ({
      says: `CapacityProviders lists ${provider}, which brings Managed Instances and belongs to the cluster that its ClusterName says.`,
      fix: `Take ${provider} out of CapacityProviders; a strategy may name it all the same.`,
      ecsSays: 'Cannot associate Managed Instances capacity provider to clusters using this API.',
    }),
  },
  check(cluster, say, { capacityProviders }) {
    const managed = capacityProviders.filter(provider => isOfManagedInstances(provider) === 'yes');
    if (managed.length === 0) return;
    for (const name of say.need(cluster.capacityProviders) ?? []) {
      const provider = managed.find(other => sameText(name, other.name) === 'yes');
      if (provider) say.violated('listed', name, { provider: provider.id }, { related: [provider] });
    }
  },
});
