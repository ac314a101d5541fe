import { ephemeralPorts, type PortRange } from '../catalog/ephemeral-ports';
import { by } from '../core/order';
import { below } from '../core/origin';
import { mapValue, unknown, type Unknown, type Value } from '../core/value';
import type { NetworkAclEntry } from '../model/network/network-acl';
import { refersTo } from '../model/part';
import type { Ports } from '../model/network/ports';
import type { Peer, SecurityGroup } from '../model/network/security-group';
import type { Subnet } from '../model/network/subnet';
import { coversAddresses } from './addresses';
import type { NetworkInterface } from './interface';
import { allOf, anyOf, passageOf, type Passage } from './passage';
import { reached, through, type Direction, type Reach, type Traffic } from './reach';

type Groups = NetworkInterface['securityGroups'];

/** Whether the security groups of an interface let a TCP connection in or out. They remember it: what comes back needs no rule. */
export function passSecurityGroups(groups: Groups, traffic: Traffic): Reach {
  const known = groups.state === 'known' ? groups.value.flatMap(group => (group.state === 'known' ? group.value : [])) : [];
  // The default group of a VPC has no place in a template: what stands in it gets a group of its own.
  const [first] = known, own = first?.type === 'AWS::EC2::VPC' ? undefined : first;
  return through(groupsPass(groups, traffic), () => ({
    kind: 'securityGroups', groups: known, ...traffic, involved: known.slice(own ? 1 : 0),
    at: own ? below(own.at, traffic.direction === 'egress' ? 'SecurityGroupEgress' : 'SecurityGroupIngress') : groups.at,
  }));
}

/**
 * Whether the network ACL of a subnet lets a TCP connection out of it or into it, and back what answers to the port that the client took.
 * A subnet with which no ACL is associated has the VPC's default one, which lets everything pass.
 */
export function passNetworkAcl(subnet: Subnet, traffic: Traffic): Reach {
  const { networkAcl } = subnet;
  if (networkAcl.state === 'absent') return reached;
  if (networkAcl.state === 'unknown') return { answer: 'unknown', unknown: networkAcl };
  const acl = networkAcl.value, { direction, port } = traffic, back = direction === 'egress' ? 'ingress' : 'egress';
  const passes = allOf([decide(acl.entries, direction, { from: port, to: port }, traffic), decide(acl.entries, back, ephemeralPorts.value.linux, traffic)]);
  return through(passes, () => ({ kind: 'networkAcl', acl, subnet, ...traffic, at: acl.at, involved: [subnet] }));
}

function groupsPass(groups: Groups, traffic: Traffic): Passage {
  const ports = { from: traffic.port, to: traffic.port };
  return anyGroup(groups, group => {
    let passage: Passage = 'closed';
    for (const rule of group[traffic.direction]) { // the group of a load balancer has one for each service behind it
      const passes = coversPorts(rule, ports) === 'closed' ? 'closed' : allOf([passageOf(rule.exists), coversPorts(rule, ports), coversPeer(rule.peer, traffic)]);
      if (passes === 'open') return passes;
      if (passage === 'closed') passage = passes;
    }
    return passage;
  });
}

function anyGroup(groups: Groups, pass: (group: SecurityGroup) => Passage): Passage {
  if (groups.state !== 'known') return groups.state === 'unknown' ? groups : 'closed';
  return anyOf(groups.value.map(group => (group.state === 'known' ? pass(group.value) : group.state === 'unknown' ? group : 'closed')));
}

/** What the entry with the lowest number says that is about the traffic; without one it is denied. */
function decide(entries: readonly NetworkAclEntry[], direction: Direction, ports: PortRange, { family, other }: Traffic): Passage {
  const doubts: { readonly action: Passage; readonly doubt: Unknown }[] = [];
  const unless = (result: Passage): Passage => doubts.find(({ action }) => action !== result)?.doubt ?? result;
  for (const entry of [...entries].sort(by(({ ruleNumber }) => (ruleNumber.state === 'known' ? ruleNumber.value : 0)))) {
    const action = passageOf(entry.allows);
    const applies = allOf([
      passageOf(entry.exists), passageOf(mapValue(entry.ruleNumber, () => true)), passageOf(mapValue(entry.egress, egress => egress === (direction === 'egress'))),
      coversPorts(entry, ports), coversAddresses(entry.range, family, other),
    ]);
    if (applies === 'open') return unless(action);
    if (applies !== 'closed') doubts.push({ action, doubt: applies });
  }
  return unless('closed');
}

function coversPorts({ protocol, from, to }: Ports, ports: PortRange): Passage {
  if (protocol.state === 'unknown') return protocol;
  if (protocol.state === 'absent' || protocol.value === '-1' || protocol.value === 'all') return 'open';
  if (protocol.value !== 'tcp' && protocol.value !== '6') return 'closed';
  if (from.state === 'unknown') return from;
  if (to.state === 'unknown') return to;
  if (from.state === 'absent' || to.state === 'absent' || from.value === -1) return 'open';
  if (from.value <= ports.from && ports.to <= to.value) return 'open';
  return to.value < ports.from || ports.to < from.value ? 'closed' : unknown({ kind: 'fact', what: 'the port that a client takes' }, from.at);
}

function coversPeer(peer: Value<Peer>, { family, other }: Traffic): Passage {
  if (peer.state !== 'known') return peer.state === 'unknown' ? peer : 'closed';
  const end = peer.value;
  switch (end.kind) {
    case 'addresses': return coversAddresses(end.range, family, other);
    case 'prefixList': return unknown({ kind: 'elsewhere', what: 'the prefix list' }, peer.at);
    case 'securityGroup': return typeof other !== 'object' ? 'closed' : anyGroup(other.securityGroups, group => passageOf(refersTo(end.group, group)));
  }
}
