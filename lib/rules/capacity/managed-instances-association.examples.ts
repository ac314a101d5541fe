import type { Examples } from '../example';

/** With names of their own, so that the cluster can name the capacity provider which names it. */
const managed = 'Managed: { Properties: { Name: managed, ClusterName: shop } }';

export const managedInstancesAssociationExamples: Examples = {
  rule: 'managed-instances-association',
  bad: [
    {
      name: 'a list with a capacity provider of Managed Instances',
      over: 'managedInstancesService',
      template: `
        Resources:
          Cluster: { Properties: { ClusterName: shop, CapacityProviders: [FARGATE, !Ref Managed] } }
          ${managed}
      `,
      expects: [{ at: 'Cluster.Properties.CapacityProviders.1', message: 'listed' }],
    },
    {
      name: 'an association with one',
      over: 'managedInstancesService',
      template: `
        Resources:
          Association:
            Type: AWS::ECS::ClusterCapacityProviderAssociations
            Properties: { Cluster: !Ref Cluster, CapacityProviders: [!Ref Managed], DefaultCapacityProviderStrategy: [] }
      `,
      expects: [{ at: 'Association.Properties.CapacityProviders.0', message: 'listed' }],
    },
  ],
  good: [
    {
      name: 'a default strategy with one',
      over: 'managedInstancesService',
      template: `
        Resources:
          Association:
            Type: AWS::ECS::ClusterCapacityProviderAssociations
            Properties:
              Cluster: !Ref Cluster
              CapacityProviders: [FARGATE]
              DefaultCapacityProviderStrategy: [{ CapacityProvider: !Ref Managed, Weight: 1 }]
      `,
    },
  ],
  unknown: [
    {
      name: 'a list from a parameter',
      over: 'managedInstancesService',
      template: `
        Parameters:
          Providers: { Type: CommaDelimitedList }
        Resources:
          Cluster: { Properties: { ClusterName: shop, CapacityProviders: !Ref Providers } }
          ${managed}
      `,
      expects: [{ at: 'Cluster.Properties.CapacityProviders' }],
    },
  ],
  spelled: [
    {
      name: 'the capacity provider by its name',
      over: 'managedInstancesService',
      template: `
        Resources:
          Cluster: { Properties: { ClusterName: shop, CapacityProviders: [managed] } }
          ${managed}
      `,
      expects: [{ at: 'Cluster.Properties.CapacityProviders.0', message: 'listed' }],
    },
  ],
};
