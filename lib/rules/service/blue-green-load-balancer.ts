import { sameText } from '../../core/text';
import { ifKnown } from '../../core/value';
import { forwardsTo, type Forwarder } from '../../model/load-balancer/listener';
import type { Model } from '../../model/model';
import type { ServiceLoadBalancer } from '../../model/service/service-wiring';
import { replacesAllAtOnce } from '../../simulation/update';
import { atPath } from '../at-path';
import { defineRule, type Say } from '../rule';

/** To move traffic from old tasks to new ones, ECS needs two target groups, the rule that chooses between them, and a role. */
export const blueGreenLoadBalancer = defineRule({
  id: 'blue-green-load-balancer',
  title: 'ECS cannot move the traffic of the service to new tasks',
  severity: 'error',
  phase: 'create',
  subject: 'service',
  explanation: 'With the deployment strategies BLUE_GREEN, LINEAR and CANARY ECS starts the new tasks in a second target group and changes the listener rule that sends requests to the first. AdvancedConfiguration of each load balancer names that second target group, the rule of an Application Load Balancer (of a Network Load Balancer the listener), and the role with which ECS changes it. ' +
    'Both target groups must be in the production rule, one of them with all the weight, or one in it and the other in a test rule.',
  docs: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/troubleshooting-blue-green.html',
  predicts: [
    'advancedConfiguration field is required for all loadBalancers', 'advancedConfiguration field is not allowed with ELBv1 loadBalancers', 'Duplicate targetGroupArn found', 'has an invalid ARN format. Must be RuleArn for ALB',
    'cannot be used as both production and test listener rules', 'testListenerRule is required', 'is not associated with either productionListenerRule or testListenerRule', 'should have exactly one target group serving traffic',
  ],
  facts: [],
  messages: {
    leftOut: ({ strategy, property }: { strategy: string; property: string }) => ({
      says: `The deployment strategy is ${strategy}, and the load balancer of the service has no ${property}.`,
      ...(property === 'AdvancedConfiguration' ? {
        fix: 'Give it AdvancedConfiguration with AlternateTargetGroupArn, ProductionListenerRule and RoleArn.',
        ecsSays: `advancedConfiguration field is required for all loadBalancers when using the ${strategy.toLowerCase()} deployment strategy`,
      } : { fix: `Give AdvancedConfiguration a ${property}.` }),
    }),
    classic: () => ({
      says: 'A classic load balancer has no target groups between which ECS could move traffic, and takes no AdvancedConfiguration.',
      fix: 'Take an Application or a Network Load Balancer.',
      ecsSays: 'advancedConfiguration field is not allowed with ELBv1 loadBalancers',
    }),
    sameGroup: () => ({
      says: 'AlternateTargetGroupArn is the target group that the service has already; old and new tasks would be in one.',
      fix: 'Name a second target group.',
      ecsSays: 'Duplicate targetGroupArn found',
    }),
    listener: ({ property, listener }: { property: string; listener: string }) => ({
      says: `${property} is ${listener}, a listener of an Application Load Balancer, where ECS takes the ARN of a rule.`,
      fix: `Add an AWS::ElasticLoadBalancingV2::ListenerRule to ${listener} that forwards to both target groups, and name that.`,
      ecsSays: `${property.charAt(0).toLowerCase()}${property.slice(1)} has an invalid ARN format. Must be RuleArn for ALB or ListenerArn for NLB.`,
    }),
    sameRule: ({ rule }: { rule: string }) => ({
      says: `${rule} is the rule for production and for tests.`,
      fix: 'Make a second rule for test traffic, or leave TestListenerRule out.',
      ecsSays: 'The following rules cannot be used as both production and test listener rules',
    }),
    apart: ({ targetGroup, rules }: { targetGroup: string; rules: readonly string[] }) => ({
      says: `${rules.join(' and ')} ${rules.length > 1 ? 'do' : 'does'} not forward to ${targetGroup}.`,
      fix: `Forward to both target groups in ${rules[0] ?? ''}, to one of them with the weight 0.`,
      ecsSays: rules.length > 1 ? 'is not associated with either productionListenerRule or testListenerRule'
        : 'For Application LoadBalancer, testListenerRule is required when productionListenerRule is not associated with both targetGroup and alternateTargetGroup',
    }),
    bothServe: ({ rule, serving }: { rule: string; serving: number }) => ({
      says: `${rule} sends requests to ${serving} target groups, where ECS takes one that has them all.`,
      fix: 'Give the others the Weight 0.',
      ecsSays: `should have exactly one target group serving traffic but found ${serving} target groups which are serving traffic`,
      phase: 'deploy',
    }),
  },
  check(service, say, model) {
    if (ifKnown(service.deploymentController) !== 'ECS' || !replacesAllAtOnce(service)) return;
    const strategy = ifKnown(service.deploymentStrategy) ?? '';
    for (const entry of say.need(service.loadBalancers) ?? []) {
      const { advanced, classic } = entry, missing = ['AlternateTargetGroupArn', 'ProductionListenerRule', 'RoleArn'].find(name => advanced.get(name).given === 'no');
      if (classic.state !== 'absent') {
        if (advanced.given === 'yes') say.violated('classic', advanced, undefined);
      } else if (advanced.given === 'no') say.violated('leftOut', advanced, { strategy, property: 'AdvancedConfiguration' });
      else if (missing !== undefined) say.violated('leftOut', advanced.get(missing), { strategy, property: missing });
      else checkTraffic(entry, say, model);
    }
  },
});

type Messages = (typeof blueGreenLoadBalancer)['messages'];

function checkTraffic(entry: ServiceLoadBalancer, say: Say<Messages>, model: Model): void {
  const { advanced, alternateTargetGroup } = entry, group = ifKnown(entry.targetGroup), alternate = ifKnown(alternateTargetGroup);
  if (group && alternate === group) return say.violated('sameGroup', alternateTargetGroup, undefined, { related: [group] });
  const ways = ['ProductionListenerRule', 'TestListenerRule'].map(property => ({ property, given: advanced.get(property).text() }))
    .map(way => ({ ...way, forwarder: model.forwarders.find(({ name }) => sameText(name, way.given) === 'yes') })), [production, test] = ways;
  for (const { property, given, forwarder } of ways) {
    if (forwarder?.type === 'AWS::ElasticLoadBalancingV2::Listener' && isOfApplication(forwarder)) return say.violated('listener', given, { property, listener: forwarder.id }, { related: [forwarder] });
  }
  if (!production?.forwarder || !test || !isOfApplication(production.forwarder)) return;
  if (test.forwarder === production.forwarder) return say.violated('sameRule', test.given, { rule: test.forwarder.id }, { related: [test.forwarder] });
  const rules = ways.flatMap(({ forwarder }) => forwarder ?? []);
  // A target group to which nothing forwards at all is another rule's.
  const apart = test.forwarder || test.given.state === 'absent'
    ? [group, alternate].find(each => each && rules.every(rule => forwardsTo(rule, each) === 'no') && model.forwarders.some(forwarder => forwardsTo(forwarder, each) === 'yes')) : undefined;
  if (apart) say.violated('apart', production.given, { targetGroup: apart.id, rules: rules.map(({ id }) => id) }, { related: [apart, ...rules] });
  const serving = atPath(production.forwarder.actions, '*.ForwardConfig.TargetGroups.*', say).filter(each => (ifKnown(each.get('Weight').integer()) ?? 0) > 0);
  if (serving.length > 1) say.violated('bothServe', production.forwarder, { rule: production.forwarder.id, serving: serving.length }, { related: [production.forwarder] });
}

function isOfApplication({ loadBalancer }: Forwarder): boolean {
  const found = ifKnown(loadBalancer);
  return found !== undefined && ifKnown(found.kind) === 'application';
}
