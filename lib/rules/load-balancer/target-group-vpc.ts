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
    const subnets = (ifKnown(service.subnets) ?? []).flatMap(reference => ifKnown(model.network.subnets.find(reference)) ?? []);
    for (const entry of subnets.length > 0 ? say.need(service.loadBalancers) ?? [] : []) {
      const targetGroup = say.need(entry.targetGroup), groupVpc = targetGroup && say.need(model.network.vpcs.find(targetGroup.vpc));
      const other = groupVpc && subnets.map(subnet => ({ subnet, vpc: say.need(subnet.vpc) })).find(({ vpc }) => vpc && vpc !== groupVpc);
      if (targetGroup && groupVpc && other?.vpc) {
        say.violated('otherVpc', targetGroup.vpc, { groupVpc: groupVpc.id, subnet: other.subnet.id, taskVpc: other.vpc.id }, { related: [other.subnet] });
      }
    }
  },
});
