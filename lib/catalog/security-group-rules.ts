import { fact } from './fact';

/** What a rule of a security group says. */
export const securityGroupRules = fact({
  id: 'security-group-rules',
  standing: 'documented',
  source: {
    url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-securitygroupingress.html',
    read: '2026-11-22',
    says: 'Exactly one other end: CidrIp, CidrIpv6, a prefix list or a security group. For TCP and UDP a port or a port range. Addresses in CIDR format. With other protocols than these and ICMP all ports are meant, whatever is given (API IpPermission). Descriptions of up to 255 letters, numbers, spaces and ._-:/()#,@[]+=&;{}!$*, by the schema of AWS::EC2::SecurityGroup also that of the group.',
  },
  value: {
    highestPort: 65535,
    peers: ['CidrIp', 'CidrIpv6', 'SourcePrefixListId', 'DestinationPrefixListId', 'SourceSecurityGroupId', 'DestinationSecurityGroupId', 'SourceSecurityGroupName'],
    description: '^[a-zA-Z0-9. _:/()#,@[\\]+=&;{}!$*-]{0,255}$',
  },
});
