import type { Examples } from '../example';

export const capacityProviderOrderExamples: Examples = {
  rule: 'capacity-provider-order',
  bad: [
    {
      name: 'a cluster that lists the capacity provider itself',
      over: 'capacityProviderService',
      template: `
        Resources:
          Association: null
          Provider: { DependsOn: null }
          Cluster:
            Properties: { CapacityProviders: [!Ref Provider], DefaultCapacityProviderStrategy: [{ CapacityProvider: !Ref Provider, Weight: 1 }] }
          Service: { DependsOn: Group }
          LaunchTemplate:
            Properties:
              LaunchTemplateData:
                UserData: !Base64 |
                  #!/bin/bash
                  echo ECS_CLUSTER=shop >> /etc/ecs/ecs.config
      `,
      expects: [{ at: 'Provider.Properties', message: 'early' }],
    },
  ],
  good: [
    {
      name: 'an association beside the two',
      over: 'capacityProviderService',
      template: '',
    },
  ],
};
