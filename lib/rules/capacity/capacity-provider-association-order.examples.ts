import type { Examples } from '../example';

export const capacityProviderAssociationOrderExamples: Examples = {
  rule: 'capacity-provider-association-order',
  bad: [
    {
      name: 'a service that names a capacity provider and waits for nothing',
      over: 'capacityProviderService',
      template: `
        Resources:
          Service:
            DependsOn: null
            Properties: { CapacityProviderStrategy: [{ CapacityProvider: !Ref Provider, Weight: 1 }] }
      `,
      expects: [{ at: 'Service.Properties', message: 'race' }],
    },
    {
      name: 'a service by the default strategy of its cluster',
      over: 'capacityProviderService',
      template: `
        Resources:
          Service:
            DependsOn: Group
      `,
      expects: [{ at: 'Service.Properties', message: 'raceForDefault' }],
    },
  ],
  good: [
    { name: 'a service that waits for the association', over: 'capacityProviderService', template: '' },
    {
      name: 'capacity providers of the cluster itself',
      over: 'fargateService',
      template: `
        Resources:
          Cluster:
            Properties: { CapacityProviders: [FARGATE, FARGATE_SPOT] }
          Service:
            Properties:
              LaunchType: null
              CapacityProviderStrategy: [{ CapacityProvider: FARGATE_SPOT, Weight: 1 }]
      `,
    },
  ],
  unknown: [
    {
      name: 'a cluster of another stack',
      over: 'capacityProviderService',
      template: `
        Parameters:
          ClusterName: { Type: String }
        Resources:
          Service:
            DependsOn: null
            Properties: { Cluster: !Ref ClusterName, CapacityProviderStrategy: [{ CapacityProvider: !Ref Provider, Weight: 1 }] }
      `,
      expects: [{ at: 'Service.Properties.Cluster' }],
    },
  ],
};
