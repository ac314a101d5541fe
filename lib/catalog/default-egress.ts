import { fact } from './fact';

/** What a security group lets out as EC2 makes it, until it is given rules for what goes out, in the group or beside it. */
export const defaultEgress = fact({
  id: 'default-egress',
  standing: 'observed',
  source: {
    url: 'https://github.com/aws-cloudformation/cfn-language-discussion/issues/157',
    read: '2026-11-22',
    says: 'A SecurityGroupEgress that is added to a group takes away the rule that lets all traffic out; likewise aws/aws-cdk issues 987 and 3355. For rules in the group the page of AWS::EC2::SecurityGroup says so. The rule for IPv6 EC2 adds where the VPC has such addresses (VPC guide, default security groups).',
  },
  value: { protocol: '-1', ipv4: '0.0.0.0/0', ipv6: '::/0' },
});
