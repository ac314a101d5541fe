import type { Examples } from '../example';

export const capacityProviderNameExamples: Examples = {
  rule: 'capacity-provider-name',
  bad: [
    {
      name: 'a name that begins with ecs',
      over: 'capacityProviderService',
      template: `
        Resources:
          Provider:
            Properties: { Name: ecs-general }
      `,
      expects: [{ at: 'Provider.Properties.Name', message: 'reserved' }],
    },
    {
      name: 'a name of which only the beginning is known',
      over: 'capacityProviderService',
      template: `
        Parameters:
          Stage: { Type: String }
        Resources:
          Provider:
            Properties: { Name: !Sub 'AwsProvider-\${Stage}' }
      `,
      expects: [{ at: 'Provider.Properties.Name', message: 'reserved' }],
    },
  ],
  good: [
    {
      name: 'a name of its own',
      over: 'capacityProviderService',
      template: `
        Resources:
          Provider:
            Properties: { Name: general-ecs }
      `,
    },
  ],
  unknown: [
    {
      name: 'a name from a parameter',
      over: 'capacityProviderService',
      template: `
        Parameters:
          ProviderName: { Type: String }
        Resources:
          Provider:
            Properties: { Name: !Ref ProviderName }
      `,
      expects: [{ at: 'Provider.Properties.Name' }],
    },
  ],
  spelled: [
    {
      name: 'a name in capitals',
      over: 'capacityProviderService',
      template: `
        Resources:
          Provider:
            Properties: { Name: FARGATE_LIKE }
      `,
      expects: [{ at: 'Provider.Properties.Name', message: 'reserved' }],
    },
  ],
  defaulted: [
    {
      name: 'a capacity provider that CloudFormation names',
      over: 'capacityProviderService',
      template: '',
    },
  ],
};
