import type { Examples } from '../example';

export const launchTypeAndStrategyExamples: Examples = {
  rule: 'launch-type-and-strategy',
  bad: [
    {
      name: 'the launch type left in when the strategy came',
      over: 'fargateService',
      template: `
        Resources:
          Cluster:
            Properties: { CapacityProviders: [FARGATE, FARGATE_SPOT] }
          Service:
            Properties: { CapacityProviderStrategy: [{ CapacityProvider: FARGATE, Weight: 1 }] }
      `,
      expects: [{ at: 'Service.Properties.LaunchType', message: 'both' }],
    },
    {
      name: 'Managed Instances by a launch type',
      over: 'managedInstancesService',
      template: '{ Resources: { Service: { Properties: { LaunchType: MANAGED_INSTANCES, CapacityProviderStrategy: null } } } }',
      expects: [{ at: 'Service.Properties.LaunchType', message: 'managed' }],
    },
  ],
  good: [
    {
      name: 'a strategy alone',
      over: 'fargateService',
      template: `
        Resources:
          Cluster:
            Properties: { CapacityProviders: [FARGATE, FARGATE_SPOT] }
          Service:
            Properties: { LaunchType: null, CapacityProviderStrategy: [{ CapacityProvider: FARGATE, Weight: 1 }] }
      `,
    },
    { name: 'a launch type alone', over: 'fargateService', template: '' },
  ],
  unknown: [
    {
      name: 'a strategy or none, as a parameter without a default says',
      over: 'fargateService',
      template: `
        Parameters: { Spot: { Type: String } }
        Conditions: { UseSpot: !Equals [!Ref Spot, 'yes'] }
        Resources:
          Cluster:
            Properties: { CapacityProviders: [FARGATE, FARGATE_SPOT] }
          Service:
            Properties:
              CapacityProviderStrategy: !If [UseSpot, [{ CapacityProvider: FARGATE_SPOT, Weight: 1 }], !Ref AWS::NoValue]
      `,
      expects: [{ at: 'Service.Properties.CapacityProviderStrategy' }],
    },
  ],
};
