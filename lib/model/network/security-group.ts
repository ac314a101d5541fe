import { defaultEgress } from '../../catalog/default-egress';
import type { Origin } from '../../core/origin';
import { absent, known, orElse, thenValue, unknown, unknownsIn, type Unknown, type Value } from '../../core/value';
import type { Property } from '../../template/property';
import type { Resource } from '../../template/resource';
import type { Lookup } from '../lookup';
import { namedOf, nounOf, type Named, type Noun } from '../noun';
import type { Parts } from '../part';
import { anyFamily, rangeIn, type Range } from './family';
import { readPorts, type Ports } from './ports';
import type { PrefixList } from './prefix-list';
import type { Vpc } from './vpc';

/** `AWS::EC2::SecurityGroup` with the rules that stand in it and beside it, or the default group of a VPC, which has the VPC's logical id. */
export interface SecurityGroup extends Named {
  readonly vpc: Value<Vpc>;
  readonly ingress: readonly SecurityRule[];
  readonly egress: readonly SecurityRule[];
}

/** What a security group lets in, or out. */
export interface SecurityRule extends Ports {
  readonly at: Origin;
  readonly exists: Value<boolean>;
  /** The other end. Absent where the rule names none: CloudFormation then adds no rule. */
  readonly peer: Value<Peer>;
}

/** The other end of a connection, as a rule names it. */
export type Peer =
  | { readonly kind: 'addresses'; readonly range: Range }
  | { readonly kind: 'securityGroup'; readonly group: Value<string> } // by reference
  | { readonly kind: 'prefixList'; readonly list: Value<string> };

/** `AWS::EC2::SecurityGroupIngress` or `AWS::EC2::SecurityGroupEgress`. */
export interface SeparateRule extends Noun, SecurityRule {
  /** The group that it belongs to, by reference. */
  readonly group: Value<string>;
}

/** The rules that are resources of their own. */
export interface SeparateRules {
  readonly ingress: Parts<SeparateRule>;
  readonly egress: Parts<SeparateRule>;
}

export function readSecurityGroup(resource: Resource, vpcs: Lookup<Vpc>, separate: SeparateRules): SecurityGroup {
  const { properties } = resource, named = namedOf(resource, 'GroupName');
  const ingress = properties.get('SecurityGroupIngress'), egress = inlineRules(properties.get('SecurityGroupEgress')), beside = separate.egress.allOf(named);
  return {
    vpc: vpcs.find(properties.get('VpcId').text()),
    ingress: [...inlineRules(ingress), ...separate.ingress.allOf(named)],
    egress: [...(egress.length > 0 ? egress : letsAllOut(named.at, beside)), ...beside],
    ...named,
  };
}

/** The group that a VPC comes with: it lets in what comes from itself, and everything out. `emptied` where something may have taken these rules away. */
export function defaultSecurityGroup(vpc: Vpc, separate: SeparateRules, emptied: Resource | undefined): SecurityGroup {
  const { stack, id, type, at, exists, environment } = vpc;
  const attribute = { stack, resource: id, attribute: 'DefaultSecurityGroup' };
  const name = unknown({ kind: 'created', ...attribute }, at, { is: { kind: 'attribute', ...attribute } });
  const rulesExist: Value<boolean> = emptied ? unknown({ kind: 'elsewhere', what: `what ${emptied.id} leaves of the default security group` }, emptied.at) : known(true, at);
  const itself: Value<Peer> = known({ kind: 'securityGroup', group: name }, at), beside = separate.egress.allOf(vpc);
  return {
    stack, id, type, at, exists, environment, name,
    vpc: known(vpc, at),
    ingress: [{ ...everything(at, itself), exists: rulesExist }, ...separate.ingress.allOf(vpc)],
    egress: [...letsAllOut(at, beside).map(rule => (emptied ? { ...rule, exists: rulesExist } : rule)), ...beside],
  };
}

export function readSeparateRule(resource: Resource): SeparateRule {
  const { properties, exists } = resource;
  return { group: orElse(properties.get('GroupId').text(), properties.get('GroupName').text()), ...nounOf(resource), ...readRule(properties), exists };
}

/** The group with what the prefix lists of its rules hold: a rule for each range. A list that is elsewhere stays what it is. */
export function withPrefixLists(group: SecurityGroup, lists: Lookup<PrefixList>): SecurityGroup {
  const spread = (rule: SecurityRule): readonly SecurityRule[] => {
    const { peer } = rule, ranges = peer.state === 'known' && peer.value.kind === 'prefixList' ? thenValue(lists.find(peer.value.list), list => list.ranges) : undefined;
    return ranges?.state === 'known' ? ranges.value.map(cidr => ({ ...rule, peer: known({ kind: 'addresses', range: anyFamily(cidr) }, peer.at) })) : [rule];
  };
  return { ...group, ingress: group.ingress.flatMap(spread), egress: group.egress.flatMap(spread) };
}

/** A rule of which nothing is known, not even whether it is there. */
export function anyRule(open: Unknown): SecurityRule {
  return { ...everything(open.at, open), exists: open };
}

function inlineRules(property: Property): readonly SecurityRule[] {
  const list = property.listOrOne();
  if (list.state === 'unknown') return [anyRule(list)];
  return list.state === 'known' ? list.value.map(readRule) : [];
}

function readRule(property: Property): SecurityRule {
  return {
    at: property.at,
    exists: known(true, property.at),
    ...readPorts(property.get('IpProtocol'), property.get('FromPort'), property.get('ToPort')),
    peer: readPeer(property),
  };
}

function readPeer(property: Property): Value<Peer> {
  const range = rangeIn(property, 'CidrIp', 'CidrIpv6'), given = orElse(range.ipv4, range.ipv6);
  if (given.state !== 'absent') return known({ kind: 'addresses', range }, given.at);
  const either = (suffix: string): Value<string> => {
    const source = property.get(`Source${suffix}`).text();
    return source.state === 'absent' ? property.get(`Destination${suffix}`).text() : source;
  };
  const group = either('SecurityGroupId'), list = either('PrefixListId'), groupName = either('SecurityGroupName');
  if (group.state !== 'absent') return known({ kind: 'securityGroup', group }, group.at);
  if (list.state !== 'absent') return known({ kind: 'prefixList', list }, list.at);
  return groupName.state === 'absent' ? absent(property.at) : unknown({ kind: 'elsewhere', what: 'a security group by its name' }, groupName.at);
}

function everything(at: Origin, peer: Value<Peer>): SecurityRule {
  return { at, exists: known(true, at), protocol: known('-1', at), from: absent(at), to: absent(at), peer };
}

/** The rule with which EC2 makes a group: one for each kind of addresses that the VPC has. CloudFormation takes it away with the first rule for what goes out that is made beside the group. */
function letsAllOut(at: Origin, beside: readonly SeparateRule[]): readonly SecurityRule[] {
  if (beside.some(({ exists }) => exists.state === 'known')) return [];
  const { protocol, ipv4, ipv6 } = defaultEgress.value, [open] = unknownsIn(...beside.map(({ exists }) => exists));
  return [{ ...everything(at, known({ kind: 'addresses', range: { ipv4: known(ipv4, at), ipv6: known(ipv6, at) } }, at)), protocol: known(protocol, at), ...(open ? { exists: open } : {}) }];
}
