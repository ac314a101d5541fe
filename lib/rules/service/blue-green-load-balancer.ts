import { sameText } from '../../core/text';
import { ifKnown } from '../../core/value';
import type { Model } from '../../model/model';
import type { ServiceLoadBalancer } from '../../model/service-wiring';
import { replacesAllAtOnce } from '../../simulation/update';
import { defineRule, type Say } from '../rule';

/** To move traffic from old tasks to new ones, ECS needs two target groups, the rule that chooses between them, and a role. */
export const blueGreenLoadBalancer = defineRule({
  id: 'blue-green-load-balancer',
  title: 'ECS cannot move the traffic of the service to new tasks',
  severity: 'error',
  phase: 'create',
  subject: 'service',
  explanation: 'With the deployment strategies BLUE_GREEN, LINEAR and CANARY ECS starts the new tasks in a second target group and changes the listener rule that sends requests to the first. AdvancedConfiguration of each load balancer names that second target group, the rule of an Application Load Balancer (of a Network Load Balancer the listener), and the role with which ECS changes it.',
  docs: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/alb-resources-for-blue-green.html',
  predicts: ['advancedConfiguration field is required for all loadBalancers', 'InvalidParameterException'],
  facts: [],
  messages: {
    leftOut: ({ strategy, property }: { strategy: string; property: string }) => ({
      says: `The deployment strategy is ${strategy}, and the load balancer of the service has no ${property}.`,
      ...(property === 'AdvancedConfiguration' ? {
        fix: 'Give it AdvancedConfiguration with AlternateTargetGroupArn, ProductionListenerRule and RoleArn.',
        ecsSays: `advancedConfiguration field is required for all loadBalancers when using the ${strategy.toLowerCase()} deployment strategy`,
      } : { fix: `Give AdvancedConfiguration a ${property}.` }),
    }),
    sameGroup: () => ({
      says: 'AlternateTargetGroupArn is the target group that the service has already; old and new tasks would be in one.',
      fix: 'Name a second target group.',
    }),
    listener: ({ property, listener }: { property: string; listener: string }) => ({
      says: `${property} is ${listener}, a listener of an Application Load Balancer, where ECS takes the ARN of a rule.`,
      fix: `Add an AWS::ElasticLoadBalancingV2::ListenerRule to ${listener} that forwards to both target groups, and name that.`,
    }),
  },
  check(service, say, model) {
    if (ifKnown(service.deploymentController) !== 'ECS' || !replacesAllAtOnce(service)) return;
    const strategy = ifKnown(service.deploymentStrategy) ?? '';
    for (const entry of say.need(service.loadBalancers) ?? []) {
      const { advanced, classic } = entry, missing = ['AlternateTargetGroupArn', 'ProductionListenerRule', 'RoleArn'].find(name => advanced.get(name).given === 'no');
      if (classic.state !== 'absent') continue;
      if (advanced.given === 'no') say.violated('leftOut', advanced, { strategy, property: 'AdvancedConfiguration' });
      else if (missing !== undefined) say.violated('leftOut', advanced.get(missing), { strategy, property: missing });
      else checkTraffic(entry, say, model);
    }
  },
});

function checkTraffic({ advanced, targetGroup, alternateTargetGroup }: ServiceLoadBalancer, say: Say<(typeof blueGreenLoadBalancer)['messages']>, { listeners }: Model): void {
  const group = ifKnown(targetGroup);
  if (group && ifKnown(alternateTargetGroup) === group) say.violated('sameGroup', alternateTargetGroup, undefined, { related: [group] });
  for (const property of ['ProductionListenerRule', 'TestListenerRule']) {
    const rule = advanced.get(property).text(), listener = listeners.find(({ name }) => sameText(name, rule) === 'yes'), balancer = listener && ifKnown(listener.loadBalancer);
    if (listener && balancer && ifKnown(balancer.kind) === 'application') say.violated('listener', rule, { property, listener: listener.id }, { related: [listener] });
  }
}
