import { ifKnown, withDefault } from '../../core/value';
import { inUse } from '../../model/in-use';
import { atPath, nameOf } from '../at-path';
import { defineRule } from '../rule';

/** The settings of a deployment strategy belong to that strategy. */
export const deploymentStrategy = defineRule({
  id: 'deployment-strategy',
  title: 'ECS does not take the deployment configuration',
  severity: 'error',
  phase: 'create',
  subject: 'service',
  explanation: 'LinearConfiguration is for the strategy LINEAR, CanaryConfiguration for CANARY, and early success for ROLLING, which is the strategy unless another is given. A pause is not possible while traffic is being shifted. ECS refuses a service that says otherwise.',
  docs: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_DeploymentConfiguration.html',
  predicts: ['is only valid when the deployment strategy is', 'Invalid lifecycle stage provided for Pause Hook'],
  facts: [],
  messages: {
    otherStrategy: ({ property, strategy, given }: { property: string; strategy: string; given: string }) => ({
      says: `The deployment strategy is ${given}, and ${property} is for ${strategy}.`,
      fix: `Set Strategy to ${strategy}, or take ${property} out.`,
      ecsSays: `${property} is only valid when the deployment strategy is ${strategy}.`,
    }),
    pause: ({ stage }: { stage: string }) => ({
      says: `The hook pauses the deployment at ${stage}, at which traffic is being shifted.`,
      fix: `Let it pause before or after ${stage}.`,
      ecsSays: 'Invalid lifecycle stage provided for Pause Hook',
    }),
    noAlarms: () => ({
      says: 'Alarms is enabled and names no alarm.',
      fix: 'Name the alarms in AlarmNames, or set Enable to false.',
    }),
    noFunction: () => ({
      says: 'The hook is to call a function and names none.',
      fix: 'Give it HookTargetArn and RoleArn, or set TargetType to PAUSE.',
      ecsSays: 'hookTargetArn must be provided for AWS_LAMBDA lifecycle hooks.',
    }),
  },
  check(service, say) {
    const deployment = service.properties.get('DeploymentConfiguration'), strategy = deployment.get('Strategy').text();
    for (const [name, belongsTo] of settings) {
      const setting = deployment.get(name);
      if (!say.need(inUse(setting))) continue;
      if (strategy.state === 'unknown') say.undecided(strategy);
      const given = ifKnown(strategy) ?? 'ROLLING';
      if (strategy.state !== 'unknown' && given !== belongsTo) say.violated('otherStrategy', setting, { property: nameOf(setting), strategy: belongsTo, given });
    }
    const alarms = deployment.get('Alarms'), names = alarms.get('AlarmNames').list();
    if (ifKnown(alarms.get('Enable').flag()) && ifKnown(names)?.length === 0) say.violated('noAlarms', names, undefined);
    for (const hook of atPath(deployment, 'LifecycleHooks.*', say)) {
      const kind = say.need(withDefault(hook.get('TargetType').text(), 'AWS_LAMBDA')), target = hook.get('HookTargetArn');
      if (kind === 'AWS_LAMBDA' && target.given === 'no') say.violated('noFunction', target, undefined);
      for (const stage of kind === 'PAUSE' ? atPath(hook, 'LifecycleStages.*', say) : []) {
        const name = say.need(stage.text());
        if (name !== undefined && shifting.includes(name)) say.violated('pause', stage, { stage: name });
      }
    }
  },
});

/** Which strategy a setting belongs to. */
const settings = [['LinearConfiguration', 'LINEAR'], ['CanaryConfiguration', 'CANARY'], ['EarlySuccessCriteria', 'ROLLING']] as const;

const shifting = ['TEST_TRAFFIC_SHIFT', 'PRODUCTION_TRAFFIC_SHIFT'];
