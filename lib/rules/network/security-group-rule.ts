import { securityGroupRules } from '../../catalog/security-group-rules';
import { entryOf } from '../../core/entry';
import { ifKnown } from '../../core/value';
import type { Resource } from '../../model/model';
import { reachAll, type Row } from '../../model/reach';
import { listed } from '../listed';
import { defineRule, type Say } from '../rule';

const { highestPort, peers } = securityGroupRules.value, description = new RegExp(securityGroupRules.value.description);

/** Where rules stand, by resource type. */
const rulesOf: Readonly<Record<string, readonly Row[]>> = {
  'AWS::EC2::SecurityGroup': [{ path: 'SecurityGroupIngress.*' }, { path: 'SecurityGroupEgress.*' }],
  'AWS::EC2::SecurityGroupEgress': [{ path: '' }],
  'AWS::EC2::SecurityGroupIngress': [{ path: '' }],
};

/** A rule of a security group names ports in order and one other end, and is described in plain letters. */
export const securityGroupRule = defineRule({
  id: 'security-group-rule',
  title: 'EC2 does not take a rule of the security group',
  severity: 'error',
  phase: 'create',
  subject: 'resource',
  types: Object.keys(rulesOf),
  explanation: 'A rule of a security group leads from its lowest port to its highest, and names one other end: a range of addresses with its prefix length, a prefix list or a security group. EC2 refuses rules for TCP and UDP without ports, ranges that run backwards and addresses without a prefix length, and letters beyond ASCII in a description. A rule with no other end may be taken, and lets nothing through.',
  docs: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-securitygroupingress.html',
  predicts: ['Invalid TCP/UDP port range', 'Must specify both from and to ports with TCP/UDP.', 'is malformed', 'Character sets beyond ASCII are not supported.', 'Invalid security group description'],
  facts: [securityGroupRules],
  messages: {
    backwards: ({ from, to }: { from: number; to: number }) => ({
      says: `FromPort is ${from} and ToPort ${to}; a range runs from the lower to the higher.`,
      fix: 'Exchange FromPort and ToPort.',
      repair: [{ below: ['FromPort'], set: to }, { below: ['ToPort'], set: from }],
      ecsSays: `Invalid TCP/UDP port range (${from}:${to})`,
    }),
    highest: ({ property, port }: { property: string; port: number }) => ({
      says: `${property} is ${port}; the highest port of TCP and UDP is ${highestPort}.`,
      fix: `Set ${property} to the port that is meant.`,
      ecsSays: 'Invalid TCP/UDP port range',
    }),
    noPorts: ({ protocol, property }: { protocol: string; property: string }) => ({
      says: `IpProtocol is ${protocol}, and the rule has no ${property}.`,
      fix: 'Give FromPort and ToPort; for all protocols and ports IpProtocol is -1.',
      ecsSays: 'Must specify both from and to ports with TCP/UDP.',
    }),
    noLength: ({ cidr }: { cidr: string }) => ({
      says: `CidrIp is ${cidr}, which does not say how many addresses it is.`,
      fix: 'Write its prefix length behind it, as 10.0.0.0/16, or /32 for the one address.',
      repair: [{ set: cidr === '0.0.0.0' ? '0.0.0.0/0' : `${cidr}/32` }],
      ecsSays: `CIDR block ${cidr} is malformed`,
    }),
    noPeer: () => ({
      says: `The rule names no other end: none of ${listed(peers.slice(0, -1))}.`,
      fix: 'Name the security group or the addresses that it is for.',
      severity: 'warning',
    }),
    severalPeers: ({ given }: { given: readonly string[] }) => ({
      says: `The rule names ${listed(given)}; it takes one of them.`,
      fix: 'Make a rule for each of them.',
      severity: 'warning',
    }),
    description: ({ text }: { text: string }) => ({
      says: `The description is ${JSON.stringify(text)}; EC2 takes up to 255 letters and numbers of ASCII, spaces and ._-:/()#,@[]+=&;{}!$*.`,
      fix: 'Describe it in these characters.',
      ecsSays: 'Character sets beyond ASCII are not supported.',
    }),
  },
  check({ type, properties }, say) {
    for (const { property: rule } of reachAll(properties, entryOf(rulesOf, type) ?? []).found) {
      checkRule(rule, say);
      checkDescription(rule.get('Description'), say);
    }
    if (type === 'AWS::EC2::SecurityGroup') checkDescription(properties.get('GroupDescription'), say);
  },
});

type Property = Resource['properties'];
type RuleSay = Say<(typeof securityGroupRule)['messages']>;

/** What is not known of a rule is undecided where something asks for the way through it. */
function checkRule(rule: Property, say: RuleSay): void {
  const protocol = ifKnown(rule.get('IpProtocol').text()), from = ifKnown(rule.get('FromPort').integer()), to = ifKnown(rule.get('ToPort').integer());
  const ofPorts = ['tcp', 'udp', '6', '17'].find(name => name === protocol?.toLowerCase());
  if (ofPorts !== undefined && from !== undefined && to !== undefined && from > to) say.violated('backwards', rule, { from, to });
  for (const property of ['FromPort', 'ToPort']) {
    const given = rule.get(property), port = ifKnown(given.integer());
    if (ofPorts !== undefined && given.given === 'no') say.violated('noPorts', given, { protocol: ofPorts, property });
    if (ofPorts !== undefined && port !== undefined && port > highestPort) say.violated('highest', given, { property, port });
  }
  const given = rule.get('CidrIp').text(), cidr = ifKnown(given);
  if (cidr !== undefined && /^\d+\.\d+\.\d+\.\d+$/.test(cidr)) say.violated('noLength', given, { cidr });
  const answers = peers.map(name => ({ name, given: rule.get(name).given }));
  const named = answers.filter(answer => answer.given === 'yes').map(({ name }) => name);
  if (rule.value().state === 'known' && answers.every(answer => answer.given === 'no')) say.violated('noPeer', rule, undefined);
  if (named.length > 1) say.violated('severalPeers', rule, { given: named });
}

function checkDescription(property: Property, say: RuleSay): void {
  const given = property.text(), text = ifKnown(given);
  if (text !== undefined && !description.test(text)) say.violated('description', given, { text });
}
