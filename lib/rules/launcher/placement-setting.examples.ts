import type { Examples } from '../example';

const placed = (what: string) => `{ Resources: { Service: { Properties: { ${what} } } } }`;

export const placementSettingExamples: Examples = {
  rule: 'placement-setting',
  bad: [
    {
      name: 'a strategy and a constraint on Fargate',
      over: 'fargateService',
      template: placed('PlacementStrategies: [{ Type: spread, Field: attribute:ecs.availability-zone }], PlacementConstraints: [{ Type: distinctInstance }]'),
      expects: [{ at: 'Service.Properties.PlacementConstraints', message: 'onFargate' }, { at: 'Service.Properties.PlacementStrategies', message: 'onFargate' }],
    },
    {
      name: 'binpack by instance, and a field for random',
      over: 'ec2Service',
      template: placed('PlacementStrategies: [{ Type: binpack, Field: instanceId }, { Type: random, Field: cpu }]'),
      expects: [{ at: 'Service.Properties.PlacementStrategies.0.Field', message: 'field' }, { at: 'Service.Properties.PlacementStrategies.1.Field', message: 'field' }],
    },
    {
      name: 'a spread over zones, without saying that they are an attribute',
      over: 'ec2Service',
      template: placed('PlacementStrategies: [{ Type: spread, Field: ecs.availability-zone }]'),
      expects: [{ at: 'Service.Properties.PlacementStrategies.0.Field', message: 'field' }],
    },
    {
      name: 'constraints with too much and too little',
      over: 'ec2Service',
      template: placed('PlacementConstraints: [{ Type: distinctInstance, Expression: "attribute:ecs.instance-type =~ m5.*" }, { Type: memberOf }, { Type: notMemberOf }]'),
      expects: [
        { at: 'Service.Properties.PlacementConstraints.0.Expression', message: 'expression' },
        { at: 'Service.Properties.PlacementConstraints.1.Expression', message: 'expression' },
        { at: 'Service.Properties.PlacementConstraints.2.Type', message: 'type' },
      ],
    },
  ],
  good: [
    {
      name: 'what ECS takes',
      over: 'ec2Service',
      template: placed(`
        PlacementStrategies: [{ Type: spread, Field: attribute:ecs.availability-zone }, { Type: binpack, Field: MEMORY }, { Type: random }],
        PlacementConstraints: [{ Type: memberOf, Expression: "attribute:ecs.instance-type =~ m5.*" }]
      `),
    },
  ],
  unknown: [
    {
      name: 'a field from a parameter without a default',
      over: 'ec2Service',
      template: '{ Parameters: { Field: { Type: String } }, Resources: { Service: { Properties: { PlacementStrategies: [{ Type: spread, Field: !Ref Field }] } } } }',
      expects: [{ at: 'Service.Properties.PlacementStrategies.0.Field' }],
    },
  ],
};
