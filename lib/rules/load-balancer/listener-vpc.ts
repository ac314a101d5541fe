import { ifKnown } from '../../core/value';
import { isSame } from '../../finding/finding';
import { vpcOf } from '../../network/load-balancer';
import { defineRule } from '../rule';

/** A load balancer forwards to target groups of its own VPC. */
export const listenerVpc = defineRule({
  id: 'listener-vpc',
  title: 'The target group belongs to another VPC than the load balancer',
  severity: 'error',
  phase: 'create',
  subject: 'listener',
  explanation: 'A load balancer stands in the VPC of its subnets, and Elastic Load Balancing takes no listener and no rule that forwards to a target group of another one.',
  docs: 'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-target-groups.html',
  predicts: ['in a different VPC than load balancer'],
  facts: [],
  messages: {
    otherVpc: ({ targetGroup, groupVpc, loadBalancer, vpc }: { targetGroup: string; groupVpc: string; loadBalancer: string; vpc: string }) => ({
      says: `${targetGroup} belongs to ${groupVpc}, and ${loadBalancer} stands in ${vpc}.`,
      fix: `VpcId: !Ref ${vpc}`,
      ecsSays: 'The following target groups are in a different VPC than load balancer',
    }),
  },
  check(listener, say, { network, listenerRules }) {
    const loadBalancer = say.need(listener.loadBalancer), vpc = loadBalancer && say.need(vpcOf(loadBalancer, network));
    if (!loadBalancer || !vpc) return;
    const forwarders = [listener, ...listenerRules.filter(rule => rule.exists.state === 'known' && ifKnown(rule.listener) === listener)];
    for (const targetGroup of new Set(forwarders.flatMap(({ targetGroups }) => (ifKnown(targetGroups) ?? []).flatMap(reference => ifKnown(reference) ?? [])))) {
      const groupVpc = say.need(network.vpcs.find(targetGroup.vpc));
      if (groupVpc && !isSame(groupVpc, vpc)) say.violated('otherVpc', targetGroup.vpc, { targetGroup: targetGroup.id, groupVpc: groupVpc.id, loadBalancer: loadBalancer.id, vpc: vpc.id }, { related: [loadBalancer, groupVpc, vpc] });
    }
  },
});
