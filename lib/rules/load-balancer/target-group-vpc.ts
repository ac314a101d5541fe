import { ifKnown } from '../../core/value';
import { sendersTo } from '../../model/load-balancer/listener';
import { vpcOf } from '../../network/load-balancer';
import { trafficInterfaces } from '../../network/task-traffic';
import { defineRule } from '../rule';

/** Targets stand in the VPC of their target group. */
export const targetGroupVpc = defineRule({
  id: 'target-group-vpc',
  title: 'The target group belongs to another VPC than the tasks',
  severity: 'error',
  phase: 'deploy',
  subject: 'service',
  explanation: 'A target group belongs to one VPC, and Elastic Load Balancing takes no targets from another, so that tasks are started and never registered. Tasks in awsvpc mode stand in the VPC of the subnets that their service names, the others in that of their container instances.',
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
    const task = say.need(service.taskDefinition), entries = say.need(service.loadBalancers) ?? [];
    const subnets = task && entries.length > 0 ? trafficInterfaces(service, task, model).interfaces.map(({ subnet }) => subnet) : [];
    for (const entry of subnets.length > 0 ? entries : []) {
      const targetGroup = say.need(entry.targetGroup), groupVpc = targetGroup && say.need(model.network.vpcs.find(targetGroup.vpc));
      const other = groupVpc && subnets.map(subnet => ({ subnet, vpc: say.need(subnet.vpc) })).find(({ vpc }) => vpc && vpc !== groupVpc);
      // What stands in another VPC than its load balancer too is listener-vpc's.
      const isAstray = targetGroup && sendersTo(targetGroup, model.forwarders).some(loadBalancer => (ifKnown(vpcOf(loadBalancer, model.network)) ?? groupVpc) !== groupVpc);
      if (targetGroup && groupVpc && other?.vpc && !isAstray) {
        say.violated('otherVpc', targetGroup.vpc, { groupVpc: groupVpc.id, subnet: other.subnet.id, taskVpc: other.vpc.id }, { related: [other.subnet] });
      }
    }
  },
});
