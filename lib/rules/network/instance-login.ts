import { ifKnown, orElse } from '../../core/value';
import type { InstanceGroup } from '../../model/capacity/instance-group';
import type { Model } from '../../model/model';
import type { SecurityRule } from '../../model/network/security-group';
import { defineRule } from '../rule';

/** Container instances are administered from somewhere, and not from everywhere. */
export const instanceLogin = defineRule({
  id: 'instance-login',
  title: 'Everybody may try to log in to the container instances',
  severity: 'advice',
  phase: 'place',
  subject: 'instanceGroup',
  explanation: 'SSH (port 22) and Remote Desktop (port 3389) of container instances that are open to every address are tried by strangers within minutes. Session Manager needs no open port at all; else the addresses from which administrators come are enough. Said of rules for these ports, not of those that open all ports, which have other reasons.',
  docs: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/security-shared-model.html',
  predicts: [],
  facts: [],
  messages: {
    open: ({ port, cidr }: { port: number; cidr: string }) => ({
      says: `Port ${port} of the container instances is open to ${cidr}.`,
      fix: 'Take the rule out and use Session Manager, or allow the addresses of administrators alone.',
    }),
  },
  check(group, say, { instanceGroups, network }) {
    // Groups share launch templates and security groups: each rule is named once.
    const seen = new Set(instanceGroups.slice(0, instanceGroups.indexOf(group)).flatMap(other => rulesOf(other, network)).map(({ at }) => at));
    for (const rule of rulesOf(group, network)) {
      const port = ifKnown(rule.from), peer = ifKnown(rule.peer), cidr = peer?.kind === 'addresses' ? ifKnown(orElse(peer.range.ipv4, peer.range.ipv6)) : undefined;
      const isLogin = port !== undefined && loginPorts.includes(port) && ifKnown(rule.to) === port && ifKnown(rule.exists) === true;
      if (isLogin && cidr !== undefined && everywhere.includes(cidr) && !seen.has(rule.at)) say.violated('open', rule, { port, cidr });
    }
  },
});

const loginPorts = [22, 3389], everywhere = ['0.0.0.0/0', '::/0'];

/** What the security groups of the instances let in, as far as it is known. */
function rulesOf({ autoScalingGroup }: InstanceGroup, { securityGroups }: Model['network']): readonly SecurityRule[] {
  const template = ifKnown(autoScalingGroup.launchTemplate), groups = template && ifKnown(securityGroups.findAll(template.securityGroups));
  return (groups ?? []).flatMap(group => ifKnown(group)?.ingress ?? []);
}
