import type { Examples } from '../example';

const deployed = (what: string) => `{ Resources: { Service: { Properties: { DeploymentConfiguration: { ${what} } } } } }`;
const at = (property: string) => `Service.Properties.DeploymentConfiguration.${property}`;

export const deploymentStrategyExamples: Examples = {
  rule: 'deployment-strategy',
  bad: [
    {
      name: 'a canary without the strategy',
      because: 'Without Strategy ECS rolls.',
      over: 'fargateService',
      template: deployed('CanaryConfiguration: { CanaryPercent: 10 }'),
      expects: [{ at: at('CanaryConfiguration'), message: 'otherStrategy' }],
    },
    {
      name: 'a pause in the middle of the shift',
      over: 'fargateService',
      template: deployed('Strategy: BLUE_GREEN, BakeTimeInMinutes: 5, LifecycleHooks: [{ TargetType: PAUSE, LifecycleStages: [PRODUCTION_TRAFFIC_SHIFT] }]'),
      expects: [{ at: at('LifecycleHooks.0.LifecycleStages.0'), message: 'pause' }],
    },
    {
      name: 'a hook without a function',
      over: 'fargateService',
      template: deployed('Strategy: BLUE_GREEN, BakeTimeInMinutes: 5, LifecycleHooks: [{ LifecycleStages: [PRE_SCALE_UP] }]'),
      expects: [{ at: at('LifecycleHooks.0.HookTargetArn'), message: 'noFunction' }],
    },
    {
      name: 'alarms without names',
      over: 'fargateService',
      template: deployed('Alarms: { Enable: true, Rollback: true, AlarmNames: [] }'),
      expects: [{ at: at('Alarms.AlarmNames'), message: 'noAlarms' }],
    },
  ],
  good: [
    { name: 'a rolling deployment', over: 'fargateService', template: deployed('Strategy: ROLLING') },
    {
      name: 'blue and green with a pause before the shift',
      over: 'fargateService',
      template: deployed('Strategy: BLUE_GREEN, BakeTimeInMinutes: 5, LifecycleHooks: [{ TargetType: PAUSE, LifecycleStages: [PRE_PRODUCTION_TRAFFIC_SHIFT] }]'),
    },
  ],
  unknown: [
    {
      name: 'a hook of which a condition decides whether it is a pause',
      over: 'fargateService',
      template: `
        Parameters: { Stage: { Type: String } }
        Conditions: { Production: !Equals [!Ref Stage, production] }
        Resources:
          Service:
            Properties:
              DeploymentConfiguration: { Strategy: BLUE_GREEN, BakeTimeInMinutes: 5, LifecycleHooks: [{ TargetType: !If [Production, PAUSE, AWS_LAMBDA], LifecycleStages: [PRE_SCALE_UP] }] }
      `,
      expects: [{ at: at('LifecycleHooks.0.TargetType') }],
    },
    {
      name: 'a strategy from a parameter without a default',
      over: 'fargateService',
      template: `{ Parameters: { Strategy: { Type: String } }, ${deployed('Strategy: !Ref Strategy, LinearConfiguration: { StepPercent: 10 }').slice(1)}`,
      expects: [{ at: at('Strategy') }],
    },
  ],
};
