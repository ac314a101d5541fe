import type { Place } from '../../core/origin';
import { showText } from '../../core/text';
import { ifKnown, unknownsIn } from '../../core/value';
import type { Literal } from '../../finding/finding';
import { isOfManagedInstances } from '../../model/capacity/capacity-provider';
import { sameName } from '../../model/noun';
import { defineRule } from '../rule';

/** A strategy may name only capacity providers that are associated with the cluster. */
export const capacityProviderAssociation = defineRule({
  id: 'capacity-provider-association',
  title: 'The strategy names a capacity provider that the cluster does not have',
  severity: 'error',
  phase: 'create',
  subject: 'strategy',
  explanation: 'A capacity provider is there for the services of a cluster only once it is associated with it, by CapacityProviders of the cluster or of an AWS::ECS::ClusterCapacityProviderAssociations. That holds for FARGATE and FARGATE_SPOT too: a cluster that CloudFormation creates without them has neither.',
  docs: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CapacityProviderStrategyItem.html',
  predicts: ['The specified capacity provider strategy cannot contain a capacity provider that is not associated with the cluster'],
  facts: [],
  messages: {
    missing: ({ provider, cluster, associated, list, reference }: { provider: string; cluster: string; associated: readonly string[]; list: Place; reference: Literal | undefined }) => ({
      says: `The strategy names ${provider}. The cluster ${cluster} has ${associated.length === 0 ? 'no capacity providers' : `the capacity providers ${associated.join(', ')}`}.`,
      fix: `Add ${provider} to the CapacityProviders of ${cluster}, or of its AWS::ECS::ClusterCapacityProviderAssociations.`,
      ...(reference === undefined ? {} : { repair: [{ at: list, append: [reference] }] }),
      ecsSays: 'The specified capacity provider strategy cannot contain a capacity provider that is not associated with the cluster. Associate the capacity provider with the cluster and try again.',
    }),
    otherCluster: ({ provider, cluster, named }: { provider: string; cluster: string; named: string | undefined }) => ({
      says: `The strategy names ${provider}, which brings Managed Instances to ${named === undefined ? 'no cluster: it has no ClusterName' : `the cluster ${named}`}. The tasks are to run in ${cluster}.`,
      fix: `Set ClusterName of ${provider} to the name of ${cluster}.`,
      ecsSays: 'The specified capacity provider strategy cannot contain a capacity provider that is not associated with the cluster. Associate the capacity provider with the cluster and try again.',
    }),
  },
  check({ items, cluster: given }, say) {
    const cluster = say.need(given);
    if (!cluster) return;
    const associated = cluster.capacityProviders.state === 'absent' ? [] : say.need(cluster.capacityProviders);
    if (!associated) return;
    for (const { provider, capacityProvider } of items) {
      const found = ifKnown(capacityProvider);
      if (provider.state === 'absent') continue;
      if (found && isOfManagedInstances(found) === 'yes') {
        const { clusterName, id } = found, named = clusterName.state === 'absent' ? undefined : showText(clusterName);
        if (clusterName.state === 'absent' || sameName(clusterName, cluster.name) === 'no') {
          say.violated('otherCluster', clusterName, { provider: id, cluster: cluster.id, named }, { related: [cluster] });
        }
        continue;
      }
      const answers = associated.map(name => sameName(provider, name));
      if (answers.includes('yes')) continue;
      // One that may be of Managed Instances may name its cluster itself. A name that is written down and is nobody's here is none of them.
      const kind = found ? found.properties.get('ManagedInstancesProvider').value() : capacityProvider;
      const isNobodys = provider.state === 'known' && kind.state === 'unknown' && kind.why.kind === 'elsewhere';
      const [open] = unknownsIn(...(isNobodys ? [] : [kind]), ...(answers.includes('unknown') ? [provider, ...associated] : []));
      if (open) say.undecided(open);
      else {
        const data = { provider: showText(provider), cluster: cluster.id, associated: associated.map(showText), list: cluster.capacityProviders.at, reference: found ? { Ref: found.id } : ifKnown(provider) };
        say.violated('missing', provider, data, { related: [cluster, ...(found ? [found] : [])] });
      }
    }
  },
});
