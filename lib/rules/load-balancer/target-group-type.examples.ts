import type { Examples } from '../example';

export const targetGroupTypeExamples: Examples = {
  rule: 'target-group-type',
  bad: [
    {
      name: 'a target group by instance for tasks in awsvpc mode',
      over: 'loadBalancedService',
      template: `
        Resources:
          Targets:
            Properties: { TargetType: instance }
      `,
      expects: [{ at: 'Targets.Properties.TargetType', message: 'mismatch' }],
    },
    {
      name: 'a target group by address for tasks in bridge mode',
      over: 'ec2LoadBalancedService',
      template: `
        Resources:
          Targets:
            Properties: { TargetType: ip }
      `,
      expects: [{ at: 'Targets.Properties.TargetType', message: 'mismatch' }],
    },
  ],
  good: [
    { name: 'type ip for awsvpc', over: 'loadBalancedService', template: '' },
    { name: 'type instance for bridge', over: 'ec2LoadBalancedService', template: '' },
  ],
  unknown: [
    {
      name: 'a type from a parameter without a default',
      over: 'loadBalancedService',
      template: `
        Parameters:
          Type: { Type: String }
        Resources:
          Targets:
            Properties: { TargetType: !Ref Type }
      `,
      expects: [{ at: 'Targets.Properties.TargetType' }],
    },
  ],
  defaulted: [
    {
      name: 'no type, which is instance, for awsvpc',
      over: 'loadBalancedService',
      template: `
        Resources:
          Targets:
            Properties: { TargetType: null }
      `,
      expects: [{ at: 'Targets.Properties.TargetType', message: 'mismatch' }],
    },
    {
      name: 'no type, which is instance, and no network mode, which is bridge',
      over: 'ec2LoadBalancedService',
      template: `
        Resources:
          Targets:
            Properties: { TargetType: null }
      `,
    },
  ],
};
