import type { Examples } from '../example';

export const capacityProviderStrategyExamples: Examples = {
  rule: 'capacity-provider-strategy',
  bad: [
    {
      name: 'Auto Scaling groups and Fargate in one strategy',
      over: 'capacityProviderService',
      template: `
        Resources:
          Association:
            Properties:
              CapacityProviders: [!Ref Provider, FARGATE]
              DefaultCapacityProviderStrategy: [{ CapacityProvider: !Ref Provider, Weight: 1 }, { CapacityProvider: FARGATE, Weight: 1 }]
          Service: null
      `,
      expects: [{ at: 'Association.Properties.DefaultCapacityProviderStrategy', message: 'mixed' }],
    },
    {
      name: 'two bases',
      over: 'fargateService',
      template: `
        Resources:
          Cluster:
            Properties: { CapacityProviders: [FARGATE, FARGATE_SPOT] }
          Service:
            Properties:
              LaunchType: null
              CapacityProviderStrategy: [{ CapacityProvider: FARGATE, Base: 1, Weight: 1 }, { CapacityProvider: FARGATE_SPOT, Base: 1, Weight: 3 }]
      `,
      expects: [{ at: 'Service.Properties.CapacityProviderStrategy.1.Base', message: 'bases' }],
    },
    {
      name: 'no weights',
      because: 'Left out, a weight is 0.',
      over: 'fargateService',
      template: `
        Resources:
          Cluster:
            Properties: { CapacityProviders: [FARGATE, FARGATE_SPOT] }
          Service:
            Properties:
              LaunchType: null
              CapacityProviderStrategy: [{ CapacityProvider: FARGATE, Base: 1 }, { CapacityProvider: FARGATE_SPOT }]
      `,
      expects: [{ at: 'Service.Properties.CapacityProviderStrategy', message: 'weightless' }],
    },
    {
      name: 'a lone capacity provider of weight 0',
      over: 'capacityProviderService',
      template: `
        Resources:
          Service:
            Properties:
              CapacityProviderStrategy: [{ CapacityProvider: !Ref Provider, Weight: 0 }]
      `,
      expects: [{ at: 'Service.Properties.CapacityProviderStrategy', message: 'weightless' }],
    },
    {
      name: 'a weight beyond what ECS takes',
      over: 'capacityProviderService',
      template: `
        Resources:
          Service:
            Properties:
              CapacityProviderStrategy: [{ CapacityProvider: !Ref Provider, Weight: 5000 }]
      `,
      expects: [{ at: 'Service.Properties.CapacityProviderStrategy.0.Weight', message: 'outOfRange' }],
    },
    {
      name: 'more capacity providers than a strategy takes',
      over: 'nothing',
      template: `
        Resources:
          Cluster:
            Type: AWS::ECS::Cluster
            Properties:
              CapacityProviders: [a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q, r, s, t, u]
              DefaultCapacityProviderStrategy:
                - { CapacityProvider: a, Weight: 1 }
                - { CapacityProvider: b, Weight: 1 }
                - { CapacityProvider: c, Weight: 1 }
                - { CapacityProvider: d, Weight: 1 }
                - { CapacityProvider: e, Weight: 1 }
                - { CapacityProvider: f, Weight: 1 }
                - { CapacityProvider: g, Weight: 1 }
                - { CapacityProvider: h, Weight: 1 }
                - { CapacityProvider: i, Weight: 1 }
                - { CapacityProvider: j, Weight: 1 }
                - { CapacityProvider: k, Weight: 1 }
                - { CapacityProvider: l, Weight: 1 }
                - { CapacityProvider: m, Weight: 1 }
                - { CapacityProvider: n, Weight: 1 }
                - { CapacityProvider: o, Weight: 1 }
                - { CapacityProvider: p, Weight: 1 }
                - { CapacityProvider: q, Weight: 1 }
                - { CapacityProvider: r, Weight: 1 }
                - { CapacityProvider: s, Weight: 1 }
                - { CapacityProvider: t, Weight: 1 }
                - { CapacityProvider: u, Weight: 1 }
      `,
      expects: [{ at: 'Cluster.Properties.DefaultCapacityProviderStrategy', message: 'tooMany' }],
    },
  ],
  good: [
    {
      name: 'one base and weights',
      over: 'fargateService',
      template: `
        Resources:
          Cluster:
            Properties: { CapacityProviders: [FARGATE, FARGATE_SPOT] }
          Service:
            Properties:
              LaunchType: null
              CapacityProviderStrategy: [{ CapacityProvider: FARGATE, Base: 2, Weight: 0 }, { CapacityProvider: FARGATE_SPOT, Weight: 1 }]
      `,
    },
  ],
  unknown: [
    {
      name: 'a weight from a parameter',
      over: 'fargateService',
      template: `
        Parameters:
          SpotWeight: { Type: Number }
        Resources:
          Cluster:
            Properties: { CapacityProviders: [FARGATE, FARGATE_SPOT] }
          Service:
            Properties:
              LaunchType: null
              CapacityProviderStrategy: [{ CapacityProvider: FARGATE, Weight: 0 }, { CapacityProvider: FARGATE_SPOT, Weight: !Ref SpotWeight }]
      `,
      expects: [{ at: 'Service.Properties.CapacityProviderStrategy' }],
    },
  ],
  spelled: [
    {
      name: 'weights as text',
      over: 'fargateService',
      template: `
        Resources:
          Cluster:
            Properties: { CapacityProviders: [FARGATE, FARGATE_SPOT] }
          Service:
            Properties:
              LaunchType: null
              CapacityProviderStrategy: [{ CapacityProvider: FARGATE, Weight: '0' }, { CapacityProvider: FARGATE_SPOT, Weight: '0' }]
      `,
      expects: [{ at: 'Service.Properties.CapacityProviderStrategy', message: 'weightless' }],
    },
  ],
  defaulted: [
    {
      name: 'a lone capacity provider without a weight',
      over: 'capacityProviderService',
      template: `
        Resources:
          Service:
            Properties:
              CapacityProviderStrategy: [{ CapacityProvider: !Ref Provider }]
      `,
    },
    {
      name: 'a default strategy without weights that no service uses',
      over: 'fargateService',
      template: `
        Resources:
          Cluster:
            Properties:
              CapacityProviders: [FARGATE, FARGATE_SPOT]
              DefaultCapacityProviderStrategy: [{ CapacityProvider: FARGATE }, { CapacityProvider: FARGATE_SPOT }]
      `,
    },
  ],
};
