import type { Examples } from '../example';

export const targetGroupParameterExamples: Examples = {
  rule: 'target-group-parameter',
  bad: [
    {
      name: 'a target group that leaves everything to ECS',
      over: 'loadBalancedService',
      template: '{ Resources: { Targets: { Properties: { Protocol: null, Port: null, VpcId: null } } } }',
      expects: [
        { at: 'Targets.Properties.Protocol', message: 'leftOut' }, { at: 'Targets.Properties.Port', message: 'leftOut' }, { at: 'Targets.Properties.VpcId', message: 'leftOut' },
      ],
    },
  ],
  good: [
    { name: 'a target group for HTTP in a VPC', over: 'loadBalancedService', template: '' },
    {
      name: 'a function beside the tasks',
      over: 'loadBalancedService',
      template: '{ Resources: { Function: { Type: AWS::ElasticLoadBalancingV2::TargetGroup, Properties: { TargetType: lambda } } } }',
    },
  ],
  unknown: [
    {
      name: 'a target type from a parameter without a default',
      over: 'loadBalancedService',
      template: `
        Parameters: { Type: { Type: String } }
        Resources: { Targets: { Properties: { TargetType: !Ref Type, VpcId: null } } }
      `,
      expects: [{ at: 'Targets.Properties.TargetType' }],
    },
  ],
};
