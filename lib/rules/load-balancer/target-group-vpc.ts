import { ifKnown } from '../../core/value';
import { defineRule } from '../rule';

/** Targets stand in the VPC of their target group. */
export const targetGroupVpc = defineRule({
  id: 'target-group-vpc',
  title: 'The target group belongs to another VPC than the tasks',
  severity: 'error',
  phase: 'deploy',
  subject: 'service',
  explanation: 'A target group belongs to one VPC, and Elastic Load Balancing takes no targets from another, so that tasks are started and never registered. The tasks of a service stand in the VPC of its subnets.',
  docs: 'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-target-groups.html',
  predicts: ['failed to register targets in'],
  facts: [],
  messages: {
    otherVpc: ({ groupVpc, subnet, taskVpc }: { groupVpc: string; subnet: string; taskVpc: string }) => ({
      says: `The target group belongs to ${groupVpc}, and the tasks stand in ${subnet}, which belongs to ${taskVpc}.`,
      fix: `VpcId: !Ref ${taskVpc}`,
    }),
  },
  check(service, say, model) {
    for (const entry of say.need(service.loadBalancers) ?? []) {
      const targetGroup = say.need(entry.targetGroup), groupVpc = targetGroup && say.need(model.network.vpcs.find(targetGroup.vpc));
      for (const reference of say.need(service.subnets) ?? []) {
        const subnet = ifKnown(model.network.subnets.find(reference)), taskVpc = subnet && say.need(subnet.vpc);
        if (!targetGroup || !groupVpc || !taskVpc || groupVpc === taskVpc) continue;
        say.violated('otherVpc', targetGroup.vpc, { groupVpc: groupVpc.id, subnet: subnet.id, taskVpc: taskVpc.id }, { related: [subnet] });
        break;
      }
    }
  },
});
