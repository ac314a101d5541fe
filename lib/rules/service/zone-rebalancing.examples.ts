import type { Examples } from '../example';

const rebalanced = (what: string) => `{ Resources: { Service: { Properties: { AvailabilityZoneRebalancing: ENABLED, ${what} } } } }`;
const at = 'Service.Properties.AvailabilityZoneRebalancing';

export const zoneRebalancingExamples: Examples = {
  rule: 'zone-rebalancing',
  bad: [
    {
      name: 'no room for one more task',
      over: 'fargateService',
      template: rebalanced('DeploymentConfiguration: { MaximumPercent: 100, MinimumHealthyPercent: 50 }'),
      expects: [{ at, message: 'notWith' }],
    },
    { name: 'a daemon', over: 'ec2Service', template: rebalanced('SchedulingStrategy: DAEMON, DesiredCount: null'), expects: [{ at, message: 'notWith' }] },
    {
      name: 'tasks packed by memory before they are spread',
      over: 'ec2Service',
      template: rebalanced('PlacementStrategies: [{ Type: binpack, Field: memory }, { Type: spread, Field: attribute:ecs.availability-zone }]'),
      expects: [{ at, message: 'notWith' }],
    },
    {
      name: 'a constraint that says which zone',
      over: 'ec2Service',
      template: rebalanced("PlacementConstraints: [{ Type: memberOf, Expression: 'attribute:ecs.availability-zone != us-east-1e' }]"),
      expects: [{ at, message: 'notWith' }],
    },
    {
      name: 'a task definition that says which zone',
      over: 'ec2Service',
      template: rebalanced("Tags: []").replace('Service:', "Task: { Properties: { PlacementConstraints: [{ Type: memberOf, Expression: 'attribute:ecs.availability-zone != us-east-1e' }] } }, Service:"),
      expects: [{ at, message: 'notWith' }],
    },
  ],
  good: [
    { name: 'tasks on Fargate', over: 'fargateService', template: rebalanced('Tags: []') },
    { name: 'tasks spread over zones first', over: 'ec2Service', template: rebalanced('PlacementStrategies: [{ Type: spread, Field: attribute:ecs.availability-zone }]') },
  ],
  unknown: [
    {
      name: 'from a parameter without a default',
      over: 'fargateService',
      template: '{ Parameters: { Rebalance: { Type: String } }, Resources: { Service: { Properties: { AvailabilityZoneRebalancing: !Ref Rebalance } } } }',
      expects: [{ at }],
    },
  ],
  defaulted: [
    { name: 'left out, where ECS then does not rebalance', over: 'fargateService', template: '{ Resources: { Service: { Properties: { DeploymentConfiguration: { MaximumPercent: 100, MinimumHealthyPercent: 50 } } } } }' },
  ],
};
