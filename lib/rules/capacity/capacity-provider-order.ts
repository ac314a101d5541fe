import type { Change } from '../../finding/finding';
import { reference } from '../../finding/written';
import type { CapacityProvider } from '../../model/capacity/capacity-provider';
import type { Cluster } from '../../model/capacity/cluster';
import type { Model } from '../../model/model';
import { copied, newResource } from '../additions';
import { defineRule } from '../rule';

/** The first cluster of an account brings ECS's service-linked role, without which no capacity provider is created. */
export const capacityProviderOrder = defineRule({
  id: 'capacity-provider-order',
  title: 'The capacity provider is created before the first cluster',
  severity: 'warning',
  phase: 'create',
  subject: 'capacityProvider',
  explanation: 'CreateCluster makes the role AWSServiceRoleForECS in an account that has none. CreateCapacityProvider needs it and does not make it. A cluster that lists the capacity provider in its own CapacityProviders is created after it, so in a fresh account the stack fails.',
  docs: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/using-service-linked-roles.html',
  predicts: ['ECS Service Linked Role does not exist'],
  facts: [],
  messages: {
    early: ({ cluster, repair }: { cluster: string; repair: readonly Change[] | undefined }) => ({
      says: `The cluster ${cluster} refers to the capacity provider, so CloudFormation creates the capacity provider first. In an account that never had a cluster the role AWSServiceRoleForECS does not exist then.`,
      fix: `Associate by an AWS::ECS::ClusterCapacityProviderAssociations in place of CapacityProviders of ${cluster}, and let the capacity provider depend on ${cluster}.`,
      ...(repair ? { repair } : {}),
      ecsSays: 'ECS Service Linked Role does not exist. Please create a Service linked role for ECS and try again.',
    }),
  },
  check(provider, say, model) {
    const { clusters, order } = model;
    const [later] = clusters.filter(cluster => order.isBefore(provider, cluster) === 'yes');
    if (later && !clusters.some(cluster => order.isBefore(cluster, provider) === 'yes')) say.violated('early', provider, { cluster: later.id, repair: associated(provider, later, model) }, { related: [later] });
  },
});

/** The capacity providers of the cluster in an association of their own, behind which its services come. */
function associated(provider: CapacityProvider, { id, stack, properties }: Cluster, model: Model): readonly Change[] | undefined {
  const moved = ['CapacityProviders', 'DefaultCapacityProviderStrategy'].map(key => properties.get(key)), given = moved.filter(property => property.given !== 'no');
  const [names = [], strategy = []] = moved.map(property => (property.given === 'no' ? [] : copied(property)));
  if (provider.stack !== stack || given.some(property => copied(property) === undefined)) return undefined;
  const association = newResource(stack, `${id}CapacityProviders`, {
    Type: 'AWS::ECS::ClusterCapacityProviderAssociations', Properties: { Cluster: reference(id), CapacityProviders: names, DefaultCapacityProviderStrategy: strategy },
  }, model);
  const users = model.services.filter(service => service.stack === stack && service.cluster.state === 'known' && service.cluster.value.id === id);
  return [...given.map(({ at }) => ({ at, remove: true } as const)), association.add, { dependsOn: [id] }, ...users.map(({ at }) => ({ at, dependsOn: [association.id] }))];
}
