import { unknownsIn } from '../../core/value';
import { accountStack } from '../../finding/finding';
import { doneByStranger } from '../../model/stranger';
import { defineRule } from '../rule';

/** A subnet takes its IPv6 addresses from a VPC that has them already. */
export const ipv6Range = defineRule({
  id: 'ipv6-range',
  title: 'The VPC has no IPv6 addresses when the subnet takes its own from them',
  severity: 'error',
  phase: 'create',
  subject: 'subnet',
  explanation: 'A VPC gets IPv6 addresses by an AWS::EC2::VPCCidrBlock, once it is there itself. A subnet refers to the VPC and not to that, so without DependsOn CloudFormation makes both at the same time, and Ipv6CidrBlocks of the VPC is still empty.',
  docs: 'https://github.com/aws/aws-cdk/issues/28843',
  predicts: ['Fn::Select cannot select nonexistent value at index 0'],
  facts: [],
  messages: {
    noOrder: ({ subnet, block, vpc }: { subnet: string; block: string; vpc: string }) => ({
      says: `${subnet} takes IPv6 addresses of ${vpc}, and nothing makes it wait for ${block}, which gives ${vpc} such addresses.`,
      fix: `DependsOn: ${block}`,
      repair: [{ dependsOn: [block] }],
      ecsSays: 'Template error: Fn::Select cannot select nonexistent value at index 0',
    }),
    none: ({ subnet, vpc }: { subnet: string; vpc: string }) => ({
      says: `${subnet} takes IPv6 addresses of ${vpc}, and nothing gives ${vpc} such addresses.`,
      fix: `Add an AWS::EC2::VPCCidrBlock with VpcId: !Ref ${vpc} and AmazonProvidedIpv6CidrBlock: true, and let ${subnet} wait for it (DependsOn).`,
      ecsSays: 'Template error: Fn::Select cannot select nonexistent value at index 0',
    }),
  },
  check(subnet, say, { order, strangers }) {
    const { properties } = subnet, vpc = subnet.vpc.state === 'known' && subnet.vpc.value.stack !== accountStack ? subnet.vpc.value : undefined;
    if (!vpc || subnet.stack === accountStack || !['Ipv6CidrBlock', 'Ipv6IpamPoolId', 'Ipv6Native'].some(name => properties.get(name).given === 'yes')) return;
    const [block] = vpc.ipv6Blocks, strange = doneByStranger(vpc, strangers), [open = strange] = unknownsIn(...vpc.ipv6Blocks.map(({ exists }) => exists));
    if (open) return say.undecided(open);
    if (!block) return say.violated('none', properties.get('Ipv6CidrBlock'), { subnet: subnet.id, vpc: vpc.id }, { related: [vpc] });
    if (vpc.ipv6Blocks.every(each => order.isBefore(each, subnet) === 'no')) say.violated('noOrder', subnet, { subnet: subnet.id, block: block.id, vpc: vpc.id }, { related: [vpc, block] });
  },
});
