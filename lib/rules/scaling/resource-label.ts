import { partsOf } from '../../core/text';
import { ifKnown, type Value } from '../../core/value';
import { ownerOf, type ResourceRef } from '../../finding/finding';
import { forwardsTo } from '../../model/load-balancer/listener';
import type { Service } from '../../model/service/service';
import { doneByStranger } from '../../model/stranger';
import { defineRule } from '../rule';

/** Requests are counted for a target group to which its Application Load Balancer sends them. */
export const resourceLabel = defineRule({
  id: 'resource-label',
  title: 'No load balancer counts the requests that the policy follows',
  severity: 'error',
  phase: 'create',
  subject: 'scalingPolicy',
  explanation: 'ALBRequestCountPerTarget is counted by an Application Load Balancer for each target group that a listener of it forwards to. Application Auto Scaling refuses a policy for another load balancer, and for a target group that has none yet: GetAtt of both waits for them, and not for the listener between them. Where deployments move the requests to a second target group, the service is no longer scaled by the first: for blue/green deployments the metric is not supported.',
  docs: 'https://docs.aws.amazon.com/autoscaling/application/APIReference/API_PredefinedMetricSpecification.html',
  predicts: ['The load balancer does not route traffic to the target group'],
  facts: [],
  messages: {
    otherKind: ({ loadBalancer, kind }: { loadBalancer: string; kind: string }) => ({
      says: `The resource label names ${loadBalancer}, a load balancer of the type ${kind}; requests are counted by Application Load Balancers.`,
      fix: 'Follow ECSServiceAverageCPUUtilization, or a customized metric.',
    }),
    none: ({ targetGroup }: { targetGroup: string }) => ({
      says: `The resource label names ${targetGroup}, to which no listener and no listener rule in these templates forwards.`,
      fix: 'Name the target group of the service, behind its load balancer.',
      ecsSays,
    }),
    tooEarly: ({ targetGroup, forwarder }: { targetGroup: string; forwarder: string }) => ({
      says: `Nothing makes the policy wait for ${forwarder}, which puts ${targetGroup} behind the load balancer. Whether it is there in time is a race.`,
      fix: `DependsOn: ${forwarder}`,
      repair: [{ dependsOn: [forwarder] }],
      ecsSays,
      severity: 'warning',
    }),
    movedTraffic: ({ service }: { service: string }) => ({
      says: `Deployments of ${service} move its requests to another target group, and the policy goes on following this one, which then has none.`,
      fix: 'Follow ECSServiceAverageCPUUtilization, or a customized metric that adds up the requests of both target groups.',
      severity: 'warning',
    }),
  },
  check(policy, say, model) {
    const label = policy.properties.get('TargetTrackingScalingPolicyConfiguration', 'PredefinedMetricSpecification', 'ResourceLabel').text();
    const loadBalancer = named(label, 'LoadBalancerFullName', model.loadBalancers);
    const targetGroup = named(label, 'TargetGroupFullName', model.targetGroups);
    const kind = loadBalancer && ifKnown(loadBalancer.kind);
    if (loadBalancer && kind !== undefined && kind !== 'application') return say.violated('otherKind', label, { loadBalancer: loadBalancer.id, kind }, { related: [loadBalancer] });
    const target = ifKnown(policy.target), service = target && ifKnown(target.service);
    if (service && label.state !== 'absent' && movesTraffic(service)) say.violated('movedTraffic', label, { service: service.id }, { related: [service] });
    if (!targetGroup || doneByStranger(targetGroup, model.strangers)) return;
    const answers = model.forwarders.map(forwarder => ({ forwarder, answer: forwardsTo(forwarder, targetGroup) }));
    const sure = answers.filter(({ answer }) => answer === 'yes').map(({ forwarder }) => forwarder);
    if (answers.every(({ answer }) => answer === 'no')) say.violated('none', label, { targetGroup: targetGroup.id }, { related: [targetGroup] });
    const [first] = sure;
    if (first && sure.every(forwarder => model.order.isBefore(forwarder, policy) === 'no')) say.violated('tooEarly', label, { targetGroup: targetGroup.id, forwarder: first.id }, { related: [targetGroup, first] });
  },
});

/** Whether deployments give the new tasks a target group of their own: those of CodeDeploy, and those of ECS with an alternate one. */
function movesTraffic({ deploymentController, properties }: Service): boolean {
  const alternates = ifKnown(properties.get('LoadBalancers').list()) ?? [];
  return ifKnown(deploymentController) === 'CODE_DEPLOY' || alternates.some(loadBalancer => loadBalancer.get('AdvancedConfiguration', 'AlternateTargetGroupArn').given === 'yes');
}

const ecsSays = 'The load balancer does not route traffic to the target group';

/** What an attribute in the label is one of. */
function named<T extends ResourceRef>(label: Value<string>, attribute: string, all: readonly T[]): T | undefined {
  const is = (partsOf(label) ?? []).flatMap(part => (typeof part !== 'string' && part.is?.kind === 'attribute' && part.is.attribute === attribute ? [part.is] : []))[0];
  return ownerOf(is, all);
}
