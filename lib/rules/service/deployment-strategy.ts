import { ifKnown } from '../../core/value';
import { inUse } from '../../model/in-use';
import { Lookup } from '../../model/lookup';
import type { Model } from '../../model/model';
import type { ServiceLoadBalancer } from '../../model/service-wiring';
import { atPath, nameOf } from '../at-path';
import { defineRule, type Say } from '../rule';

/** The settings of a deployment strategy belong to that strategy. */
export const deploymentStrategy = defineRule({
  id: 'deployment-strategy',
  title: 'The deployment strategy does not take a setting',
  severity: 'error',
  phase: 'create',
  subject: 'service',
  explanation: 'LinearConfiguration is for the strategy LINEAR, CanaryConfiguration for CANARY, and early success for ROLLING, which is the strategy unless another is given. A pause is not possible while traffic is being shifted. Strategies other than ROLLING move the traffic of a load balancer between two target groups, which AdvancedConfiguration names. ECS refuses a service that says otherwise.',
  docs: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_DeploymentConfiguration.html',
  predicts: ['is only valid when the deployment strategy is', 'PAUSE hooks cannot be configured at', 'advancedConfiguration field is required for all loadBalancers'],
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
      ecsSays: `PAUSE hooks cannot be configured at ${stage}.`,
    }),
    noFunction: () => ({
      says: 'The hook calls a function and names none.',
      fix: 'Give it HookTargetArn and RoleArn, or set TargetType to PAUSE.',
      ecsSays: 'hookTargetArn must be provided for AWS_LAMBDA lifecycle hooks.',
    }),
    noAlternate: ({ strategy }: { strategy: string }) => ({
      says: `The deployment strategy is ${strategy}, which moves traffic from one target group to another, and the entry of LoadBalancers has no AdvancedConfiguration that names the other.`,
      fix: 'Give the entry AdvancedConfiguration with AlternateTargetGroupArn, ProductionListenerRule and RoleArn.',
      ecsSays: `advancedConfiguration field is required for all loadBalancers when using the ${strategy.toLowerCase()} deployment strategy`,
    }),
    listener: ({ listener, property }: { listener: string; property: string }) => ({
      says: `${property} is ${listener}, a listener of an application load balancer; ECS moves the traffic of one of its rules.`,
      fix: 'Name an AWS::ElasticLoadBalancingV2::ListenerRule that forwards to both target groups.',
    }),
  },
  check(service, say, model) {
    const deployment = service.properties.get('DeploymentConfiguration'), strategy = deployment.get('Strategy').text();
    for (const [name, belongsTo] of settings) {
      const setting = deployment.get(name);
      if (!say.need(inUse(setting))) continue;
      if (strategy.state === 'unknown') say.undecided(strategy);
      const given = ifKnown(strategy) ?? 'ROLLING';
      if (strategy.state !== 'unknown' && given !== belongsTo) say.violated('otherStrategy', setting, { property: nameOf(setting), strategy: belongsTo, given });
    }
    for (const hook of atPath(deployment, 'LifecycleHooks.*', say)) {
      const kind = say.need(hook.get('TargetType').text()) ?? 'AWS_LAMBDA', target = hook.get('HookTargetArn');
      if (kind === 'AWS_LAMBDA' && hook.get('TargetType').given !== 'unknown' && target.given === 'no') say.violated('noFunction', target, undefined);
      for (const stage of kind === 'PAUSE' ? atPath(hook, 'LifecycleStages.*', say) : []) {
        const name = say.need(stage.text());
        if (name !== undefined && shifting.includes(name)) say.violated('pause', stage, { stage: name });
      }
    }
    for (const entry of say.need(service.loadBalancers) ?? []) checkLoadBalancer(entry, ifKnown(strategy) ?? 'ROLLING', model, say);
  },
});

/** Traffic is moved between two target groups, by a rule of an application load balancer or a listener of a network load balancer. */
function checkLoadBalancer({ properties }: ServiceLoadBalancer, strategy: string, { listeners }: Model, say: Say<(typeof deploymentStrategy)['messages']>): void {
  const advanced = properties.get('AdvancedConfiguration');
  if (['BLUE_GREEN', 'LINEAR', 'CANARY'].includes(strategy) && advanced.given === 'no') say.violated('noAlternate', advanced, { strategy });
  for (const property of ['ProductionListenerRule', 'TestListenerRule']) {
    const reference = advanced.get(property).text(), listener = ifKnown(new Lookup('listener', listeners).find(reference));
    const loadBalancer = listener && ifKnown(listener.loadBalancer);
    if (loadBalancer && ifKnown(loadBalancer.kind) === 'application') say.violated('listener', reference, { listener: listener.id, property }, { related: [listener] });
  }
}

/** Which strategy a setting belongs to. */
const settings = [['LinearConfiguration', 'LINEAR'], ['CanaryConfiguration', 'CANARY'], ['EarlySuccessCriteria', 'ROLLING']] as const;

const shifting = ['TEST_TRAFFIC_SHIFT', 'PRODUCTION_TRAFFIC_SHIFT'];
