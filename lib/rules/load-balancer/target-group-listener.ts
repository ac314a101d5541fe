import { unknownsIn } from '../../core/value';
import { forwardsTo } from '../../model/load-balancer/listener';
import type { Model } from '../../model/model';
import type { Service } from '../../model/service/service';
import { doneByStranger } from '../../model/stranger';
import { defineRule } from '../rule';

/** ECS takes a target group only when a load balancer sends to it. */
export const targetGroupListener = defineRule({
  id: 'target-group-listener',
  title: 'The target group has no load balancer when the service is created',
  severity: 'error',
  phase: 'create',
  subject: 'service',
  explanation: 'A target group belongs to a load balancer once a listener or a listener rule forwards to it. ECS refuses a service whose target group has no load balancer. CloudFormation creates what nothing puts in order at the same time, and a load balancer takes minutes: a service that does not wait for the listener comes too early.',
  docs: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-event-messages-list.html',
  predicts: ['does not have an associated load balancer'],
  facts: [],
  messages: {
    none: ({ targetGroup }: { targetGroup: string }) => ({
      says: `No listener and no listener rule in these templates forwards to ${targetGroup}.`,
      fix: `Forward to ${targetGroup} from a listener of the load balancer.`,
      ecsSays,
    }),
    tooEarly: ({ targetGroup, forwarder, loadBalancer }: { targetGroup: string; forwarder: string; loadBalancer: string }) => ({
      says: `Nothing makes the service wait for ${forwarder}, which puts ${targetGroup} behind the load balancer ${loadBalancer}. CloudFormation creates the service while the load balancer is still being made.`,
      fix: `DependsOn: ${forwarder}`,
      repair: [{ dependsOn: [forwarder] }],
      ecsSays,
    }),
    mayBeTooEarly: ({ targetGroup, forwarder }: { targetGroup: string; forwarder: string }) => ({
      says: `Nothing makes the service wait for ${forwarder}, which puts ${targetGroup} behind the load balancer. Whether it is there in time is a race.`,
      fix: `DependsOn: ${forwarder}`,
      repair: [{ dependsOn: [forwarder] }],
      ecsSays,
      severity: 'warning',
    }),
  },
  check(service, say, model) {
    const references = (say.need(service.loadBalancers) ?? []).flatMap(({ targetGroup, alternateTargetGroup, at }) => [targetGroup, alternateTargetGroup].map(reference => ({ reference, at })));
    for (const { reference, at } of references) {
      const targetGroup = say.need(reference);
      if (!targetGroup) continue;
      const forwarders = model.forwarders.filter(forwarder => forwardsTo(forwarder, targetGroup) === 'yes');
      const open = model.forwarders.find(forwarder => forwardsTo(forwarder, targetGroup) === 'unknown');
      const [first] = forwarders;
      if (!first) {
        const targetGroups = open?.targetGroups, strange = doneByStranger(targetGroup, model.strangers);
        const [undecided = strange] = targetGroups ? unknownsIn(targetGroups, ...(targetGroups.state === 'known' ? targetGroups.value : [])) : [];
        if (undecided) say.undecided(undecided);
        else if (!open && targetGroup.stack === service.stack) say.violated('none', { at }, { targetGroup: targetGroup.id }, { related: [targetGroup] });
        continue;
      }
      if (forwarders.some(forwarder => model.order.isBefore(forwarder, service) !== 'no')) continue;
      const loadBalancer = first.loadBalancer.state === 'known' ? first.loadBalancer.value : undefined;
      const names = { targetGroup: targetGroup.id, forwarder: first.id };
      // A load balancer that is there already, or that the service waits for, leaves only the listener itself to be waited for.
      if (!loadBalancer || model.order.isBefore(loadBalancer, service) !== 'no' || waitsForAnother(service, model)) say.violated('mayBeTooEarly', service, names, { related: [first] });
      else say.violated('tooEarly', service, { ...names, loadBalancer: loadBalancer.id }, { related: [first] });
    }
  },
});

/** Whether a service waits for another that waits for a load balancer: until that one's tasks run, other load balancers are there too. */
function waitsForAnother(service: Service, { services, loadBalancers, order }: Model): boolean {
  return services.some(other => order.isBefore(other, service) === 'yes' && loadBalancers.some(loadBalancer => order.isBefore(loadBalancer, other) === 'yes'));
}

const ecsSays = 'The target group does not have an associated load balancer.';
