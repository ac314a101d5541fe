import type { Examples } from '../example';

const service = (strategy: string) => `
        Resources:
          Association:
            Type: AWS::ECS::ClusterCapacityProviderAssociations
            Properties: { Cluster: !Ref Cluster, CapacityProviders: [FARGATE, FARGATE_SPOT], DefaultCapacityProviderStrategy: [] }
          Service:
            DependsOn: [Association, Listener]
            Properties:
              LaunchType: null
              CapacityProviderStrategy: [${strategy}]
`;

export const spotOnlyExamples: Examples = {
  rule: 'spot-only',
  bad: [
    {
      name: 'a website on Spot', over: 'loadBalancedService', template: service('{ CapacityProvider: FARGATE_SPOT, Weight: 1 }'),
      expects: [{ at: 'Service.Properties.CapacityProviderStrategy', message: 'noBase' }],
    },
  ],
  good: [
    { name: 'two tasks that stay', over: 'loadBalancedService', template: service('{ CapacityProvider: FARGATE, Base: 2, Weight: 0 }, { CapacityProvider: FARGATE_SPOT, Weight: 1 }') },
    { name: 'a worker on Spot', over: 'fargateService', template: service('{ CapacityProvider: FARGATE_SPOT, Weight: 1 }').replace('[Association, Listener]', '[Association, DefaultRoute]') },
  ],
};
