import type { Examples } from '../example';

const scaled = (range: string, before = '') => `
  ${before}
  Resources:
    Target:
      Type: AWS::ApplicationAutoScaling::ScalableTarget
      Properties: { ServiceNamespace: ecs, ScalableDimension: 'ecs:service:DesiredCount', ResourceId: !Sub 'service/\${Cluster}/\${Service.Name}', ${range} }
`;

export const desiredCountRangeExamples: Examples = {
  rule: 'desired-count-range',
  bad: [
    {
      name: 'two tasks where scaling keeps four',
      over: 'fargateService',
      template: scaled('MinCapacity: 4, MaxCapacity: 10'),
      expects: [{ at: 'Service.Properties.DesiredCount', message: 'outside' }],
    },
  ],
  good: [
    { name: 'two tasks of one to ten', over: 'fargateService', template: scaled('MinCapacity: 1, MaxCapacity: 10') },
  ],
  unknown: [
    {
      name: 'a minimum from a parameter without a default', over: 'fargateService',
      template: scaled('MinCapacity: !Ref Least, MaxCapacity: 10', 'Parameters: { Least: { Type: Number } }'), expects: [{ at: 'Target.Properties.MinCapacity' }],
    },
  ],
};
