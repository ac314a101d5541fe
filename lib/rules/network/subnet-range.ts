import { rangeSizes } from '../../catalog/subnet-addresses';
import { isWithin, readRange, type AddressRange } from '../../core/address-range';
import { groupBy } from '../../core/group-by';
import { onceFor } from '../../core/once-for';
import { by } from '../../core/order';
import { ifKnown } from '../../core/value';
import { accountStack } from '../../finding/finding';
import type { Model } from '../../model/model';
import { defineRule } from '../rule';

/** A subnet has addresses of its VPC that no other subnet has. */
export const subnetRange = defineRule({
  id: 'subnet-range',
  title: 'EC2 cannot give the subnet its addresses',
  severity: 'error',
  phase: 'create',
  subject: 'vpc',
  explanation: 'The addresses of a subnet are a part of those of its VPC, and no two subnets share any. A VPC and a subnet have 16 to 65,536 addresses, from /28 to /16. EC2 refuses other subnets, and with them the stack. A VPC that gets further ranges by an AWS::EC2::VPCCidrBlock is not held against its first one.',
  docs: 'https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateSubnet.html',
  predicts: ['conflicts with another subnet', 'is invalid'],
  facts: [rangeSizes],
  messages: {
    size: ({ cidr, longest, shortest }: { cidr: string; longest: number; shortest: number }) => ({
      says: `CidrBlock is ${cidr}; it may be from /${longest} to /${shortest}.`,
      fix: `Choose a prefix length from ${shortest} to ${longest}.`,
      ecsSays: `The CIDR '${cidr}' is invalid.`,
    }),
    outside: ({ cidr, vpc, whole }: { cidr: string; vpc: string; whole: string }) => ({
      says: `CidrBlock is ${cidr}, and ${vpc} has ${whole}.`,
      fix: `Choose a part of ${whole}.`,
      ecsSays: `The CIDR '${cidr}' is invalid.`,
    }),
    overlap: ({ cidr, other, theirs }: { cidr: string; other: string; theirs: string }) => ({
      says: `CidrBlock is ${cidr}, which shares addresses with ${other}: ${theirs}.`,
      fix: 'Choose addresses that no other subnet of the VPC has.',
      ecsSays: `The CIDR '${cidr}' conflicts with another subnet`,
    }),
  },
  check(vpc, say, model) {
    const whole = ifKnown(vpc.cidrBlock), range = whole === undefined ? undefined : readRange(whole), hasMore = model.resources.some(({ type }) => type === 'AWS::EC2::VPCCidrBlock');
    const placed = (subnetsByVpc(model).get(vpc) ?? []).flatMap(subnet => {
      const cidr = subnet.exists.state === 'known' && subnet.stack !== accountStack ? ifKnown(subnet.cidrBlock) : undefined, own = cidr === undefined ? undefined : readRange(cidr);
      return own && cidr !== undefined ? [{ subnet, cidr, own }] : [];
    });
    const { longest, shortest } = rangeSizes.value, isSized = ({ bits, prefix }: AddressRange): boolean => bits.length !== 32 || (prefix >= shortest && prefix <= longest);
    if (range && whole !== undefined && vpc.stack !== accountStack && !isSized(range)) say.violated('size', vpc.cidrBlock, { cidr: whole, ...rangeSizes.value });
    for (const { subnet, cidr, own } of placed) {
      if (!isSized(own)) say.violated('size', subnet.cidrBlock, { cidr, ...rangeSizes.value });
      else if (range && whole !== undefined && !hasMore && vpc.stack !== accountStack && !isWithin(own, range)) say.violated('outside', subnet.cidrBlock, { cidr, vpc: vpc.id, whole }, { related: [vpc] });
    }
    // Ranges overlap only where one holds the other, and in the order of the bits that all their addresses have, what is held comes behind what holds it.
    const sorted = [...placed].sort(by(({ own: { bits, prefix } }) => bits.slice(0, prefix)));
    let widest = sorted[0];
    for (const next of sorted.slice(1)) {
      if (widest && isWithin(next.own, widest.own)) say.violated('overlap', next.subnet.cidrBlock, { cidr: next.cidr, other: widest.subnet.id, theirs: widest.cidr }, { related: [widest.subnet] });
      else widest = next;
    }
  },
});

const subnetsByVpc = onceFor(({ network }: Model) => groupBy(network.subnets.all, ({ vpc }) => ifKnown(vpc)));
