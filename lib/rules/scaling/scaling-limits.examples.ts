import type { Examples } from '../example';

const scaled = (what: string, before = '') => `
  ${before}
  Resources:
    Target:
      Type: AWS::ApplicationAutoScaling::ScalableTarget
      Properties: { ServiceNamespace: ecs, ScalableDimension: 'ecs:service:DesiredCount', ResourceId: !Sub 'service/\${Cluster}/\${Service.Name}', ${what} }
`;
const action = (what: string) => scaled(`MinCapacity: 1, MaxCapacity: 10, ScheduledActions: [{ ScheduledActionName: morning, ${what} }]`);

export const scalingLimitsExamples: Examples = {
  rule: 'scaling-limits',
  bad: [
    { name: 'more at least than at most', over: 'fargateService', template: scaled('MinCapacity: 4, MaxCapacity: 2'), expects: [{ at: 'Target.Properties.MinCapacity', message: 'reversed' }] },
    { name: 'fewer than none', over: 'fargateService', template: scaled('MinCapacity: -1, MaxCapacity: 2'), expects: [{ at: 'Target.Properties.MinCapacity', message: 'negative' }] },
    {
      name: 'a scheduled action that changes nothing',
      over: 'fargateService',
      template: action('Schedule: cron(0 8 * * ? *), ScalableTargetAction: {}'),
      expects: [{ at: 'Target.Properties.ScheduledActions.0', message: 'emptyAction' }],
    },
    {
      name: 'a schedule as crontab has it',
      over: 'fargateService',
      template: action("Schedule: '0 8 * * *', ScalableTargetAction: { MinCapacity: 5 }"),
      expects: [{ at: 'Target.Properties.ScheduledActions.0.Schedule', message: 'schedule' }],
    },
  ],
  good: [
    { name: 'none to ten, more in the morning', over: 'fargateService', template: action('Schedule: cron(0 8 * * ? *), ScalableTargetAction: { MinCapacity: 5 }') },
    { name: 'always two', over: 'fargateService', template: scaled('MinCapacity: 2, MaxCapacity: 2') },
  ],
  unknown: [
    {
      name: 'a maximum from a parameter without a default', over: 'fargateService',
      template: scaled('MinCapacity: 4, MaxCapacity: !Ref Most', 'Parameters: { Most: { Type: Number } }'), expects: [{ at: 'Target.Properties.MaxCapacity' }],
    },
  ],
};
