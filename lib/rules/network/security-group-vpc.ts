import { ifKnown } from '../../core/value';
import { accountStack, isSame } from '../../finding/finding';
import type { Vpc } from '../../model/network/vpc';
import { defineRule } from '../rule';

/** A network interface has its subnet and its security groups from one VPC. */
export const securityGroupVpc = defineRule({
  id: 'security-group-vpc',
  title: 'Subnets and security groups belong to different VPCs',
  severity: 'error',
  phase: 'create',
  subject: 'interfaceOwner',
  explanation: 'A network interface stands in one VPC, with security groups of that VPC. What has several interfaces, as a service or a load balancer, has them all in one. A security group without a VpcId belongs to the default VPC of the account, which no template makes. EC2 makes no interface in a subnet of one VPC with a security group of another.',
  docs: 'https://docs.aws.amazon.com/vpc/latest/userguide/security-groups.html',
  predicts: ['belong to different networks'],
  facts: [],
  messages: {
    otherVpc: ({ group, theirs, subnet, vpc }: { group: string; theirs: string; subnet: string; vpc: string }) => ({
      says: `The security group ${group} belongs to ${theirs}, and the subnet ${subnet} to ${vpc}.`,
      fix: `Name a security group of ${vpc}.`,
      ecsSays: 'Security group sg-… and subnet subnet-… belong to different networks.',
    }),
    defaultVpc: ({ group, subnet, vpc }: { group: string; subnet: string; vpc: string }) => ({
      says: `The security group ${group} names no VPC, so it belongs to the default one of the account, and the subnet ${subnet} to ${vpc}.`,
      fix: `Give ${group} the VpcId of ${vpc}.`,
      ecsSays: 'Security group sg-… and subnet subnet-… belong to different networks.',
    }),
    twoVpcs: ({ first, firstVpc, subnet, vpc }: { first: string; firstVpc: string; subnet: string; vpc: string }) => ({
      says: `The subnet ${first} belongs to ${firstVpc}, and ${subnet} to ${vpc}.`,
      fix: 'Name subnets of one VPC.',
    }),
  },
  check({ subnets, securityGroups }, say) {
    const placed = (ifKnown(subnets) ?? []).flatMap(value => {
      const subnet = ifKnown(value), vpc = subnet && ifKnown(subnet.vpc);
      return vpc ? [{ value, subnet, vpc }] : [];
    });
    const [first] = placed;
    if (!first) return;
    const isElsewhere = (vpc: Vpc): boolean => !isSame(vpc, first.vpc);
    const other = placed.find(({ vpc }) => isElsewhere(vpc));
    if (other) say.violated('twoVpcs', other.value, { first: first.subnet.id, firstVpc: first.vpc.id, subnet: other.subnet.id, vpc: other.vpc.id }, { related: [first.subnet, other.subnet] });
    for (const value of other ? [] : ifKnown(securityGroups) ?? []) {
      const group = ifKnown(value), theirs = group && ifKnown(group.vpc);
      if (group?.vpc.state === 'absent' && first.vpc.stack !== accountStack) {
        say.violated('defaultVpc', group, { group: group.id, subnet: first.subnet.id, vpc: first.vpc.id }, { related: [first.subnet] });
      }
      if (group && theirs && isElsewhere(theirs)) {
        say.violated('otherVpc', value, { group: group.id, theirs: theirs.id, subnet: first.subnet.id, vpc: first.vpc.id }, { related: [group, first.subnet] });
      }
    }
  },
});
