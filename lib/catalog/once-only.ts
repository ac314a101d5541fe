import { fact } from './fact';

/** What two resources of a type may not have in common, all of it together. */
export interface OnceOnly {
  /** Paths from the properties; the first is always given. */
  readonly keys: readonly string[];
  /** What has to be given beside them. */
  readonly where?: string;
  /** What is said to the second. */
  readonly refusal: string;
}

const permission = (peer: string): OnceOnly => ({
  keys: ['GroupId', 'IpProtocol', 'FromPort', 'ToPort', 'CidrIp', 'CidrIpv6', `${peer}PrefixListId`, `${peer}SecurityGroupId`, 'SourceSecurityGroupName'], refusal: 'already exists',
});

/** What there is once, by resource type. */
export const onceOnly = fact<Readonly<Record<string, readonly OnceOnly[]>>>({
  id: 'once-only',
  standing: 'documented',
  source: {
    url: 'https://docs.aws.amazon.com/AWSEC2/latest/APIReference/errors-overview.html',
    read: '2026-11-22',
    says: 'RouteAlreadyExists: a route for the range is in the route table already. NetworkAclEntryAlreadyExists: the rule number is taken. InvalidPermission.Duplicate: the rule is in the security group already. Resource.AlreadyAssociated: the association, the address or the gateway is in use. '
      + 'A name of Cloud Map is there once in its namespace (API CreateService, ServiceAlreadyExists).',
  },
  value: {
    'AWS::EC2::NatGateway': [{ keys: ['AllocationId'], refusal: 'Resource.AlreadyAssociated' }],
    'AWS::EC2::NetworkAclEntry': [{ keys: ['NetworkAclId', 'RuleNumber', 'Egress'], refusal: 'NetworkAclEntryAlreadyExists' }],
    'AWS::EC2::Route': [{ keys: ['RouteTableId', 'DestinationCidrBlock', 'DestinationIpv6CidrBlock', 'DestinationPrefixListId'], refusal: 'RouteAlreadyExists' }],
    'AWS::EC2::SecurityGroupEgress': [permission('Destination')],
    'AWS::EC2::SecurityGroupIngress': [permission('Source')],
    'AWS::EC2::SubnetRouteTableAssociation': [{ keys: ['SubnetId'], refusal: 'Resource.AlreadyAssociated' }],
    'AWS::EC2::VPCGatewayAttachment': [
      { keys: ['VpcId'], where: 'InternetGatewayId', refusal: 'Resource.AlreadyAssociated' },
      { keys: ['InternetGatewayId'], refusal: 'Resource.AlreadyAssociated' },
    ],
    'AWS::ServiceDiscovery::Service': [{ keys: ['Name', 'NamespaceId', 'DnsConfig.NamespaceId'], refusal: 'ServiceAlreadyExists' }],
  },
});
