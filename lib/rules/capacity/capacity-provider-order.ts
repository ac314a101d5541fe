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
    early: ({ cluster }: { cluster: string }) => ({
      says: `The cluster ${cluster} refers to the capacity provider, so CloudFormation creates the capacity provider first. In an account that never had a cluster the role AWSServiceRoleForECS does not exist then.`,
      fix: `Associate by an AWS::ECS::ClusterCapacityProviderAssociations in place of CapacityProviders of ${cluster}, and let the capacity provider depend on ${cluster}.`,
      ecsSays: 'ECS Service Linked Role does not exist. Please create a Service linked role for ECS and try again.',
    }),
  },
  check(provider, say, { clusters, order }) {
    const [later] = clusters.filter(cluster => order.isBefore(provider, cluster) === 'yes');
    if (later && !clusters.some(cluster => order.isBefore(cluster, provider) === 'yes')) say.violated('early', provider, { cluster: later.id }, { related: [later] });
  },
});
