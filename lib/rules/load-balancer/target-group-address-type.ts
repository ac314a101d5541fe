import { ifKnown } from '../../core/value';
import { sendersTo } from '../../model/load-balancer/listener';
import { defineRule } from '../rule';

/** Targets that are asked by IPv6 stand behind a load balancer that has such addresses. */
export const targetGroupAddressType = defineRule({
  id: 'target-group-address-type',
  title: 'The load balancer has no IPv6 addresses for its targets',
  severity: 'error',
  phase: 'create',
  subject: 'targetGroup',
  explanation: 'A target group of IPv6 is for load balancers whose IpAddressType is dualstack. Tasks in subnets that have IPv6 addresses alone need both.',
  docs: 'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-target-groups.html',
  predicts: [],
  facts: [],
  messages: {
    ipv4: ({ targetGroup, loadBalancer }: { targetGroup: string; loadBalancer: string }) => ({
      says: `${targetGroup} is for targets by IPv6, and ${loadBalancer}, which sends to it, has IPv4 addresses alone.`,
      fix: `Set IpAddressType of ${loadBalancer} to dualstack, or take that of ${targetGroup} out.`,
      repair: [{ set: 'dualstack' }],
    }),
  },
  check(targetGroup, say, { forwarders }) {
    if (ifKnown(targetGroup.family) !== 'ipv6') return;
    for (const loadBalancer of sendersTo(targetGroup, forwarders)) {
      const families = say.need(loadBalancer.clientFamilies);
      if (families && !families.includes('ipv6')) say.violated('ipv4', loadBalancer.properties.get('IpAddressType'), { targetGroup: targetGroup.id, loadBalancer: loadBalancer.id }, { related: [loadBalancer] });
    }
  },
});
