import { known } from '../../lib/core/value';
import { reachService } from '../../lib/network/aws-service';
import { groupsOrDefault, type NetworkInterface } from '../../lib/network/interface';
import { reachInternet } from '../../lib/network/internet';
import { reachInterface } from '../../lib/network/peer';
import type { Reach } from '../../lib/network/reach';
import type { Network } from '../../lib/model/network/network';
import { modelOf } from '../support/model';

/** A VPC with a private subnet, in which clients stand, and a public one; routes and the rest are the test's. */
function networkOf(resources: string, vpc = 'EnableDnsHostnames: true', conditions = ''): Network {
  return modelOf(`
Parameters: { Open: { Type: String } }
Conditions: { IsOpen: !Equals [!Ref Open, yes]${conditions} }
Resources:
  Vpc: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.0.0.0/16, ${vpc} } }
  Gateway: { Type: AWS::EC2::InternetGateway }
  Attachment: { Type: AWS::EC2::VPCGatewayAttachment, Properties: { VpcId: !Ref Vpc, InternetGatewayId: !Ref Gateway } }
  Private: { Type: AWS::EC2::Subnet, Properties: { VpcId: !Ref Vpc, CidrBlock: 10.0.0.0/24 } }
  PrivateRoutes: { Type: AWS::EC2::RouteTable, Properties: { VpcId: !Ref Vpc } }
  RoutesOfPrivate: { Type: AWS::EC2::SubnetRouteTableAssociation, Properties: { SubnetId: !Ref Private, RouteTableId: !Ref PrivateRoutes } }
  Public: { Type: AWS::EC2::Subnet, Properties: { VpcId: !Ref Vpc, CidrBlock: 10.0.1.0/24 } }
  PublicRoutes: { Type: AWS::EC2::RouteTable, Properties: { VpcId: !Ref Vpc } }
  RoutesOfPublic: { Type: AWS::EC2::SubnetRouteTableAssociation, Properties: { SubnetId: !Ref Public, RouteTableId: !Ref PublicRoutes } }
  PublicRoute: { Type: AWS::EC2::Route, Properties: { RouteTableId: !Ref PublicRoutes, DestinationCidrBlock: 0.0.0.0/0, GatewayId: !Ref Gateway } }
  Client: { Type: AWS::EC2::SecurityGroup, Properties: { VpcId: !Ref Vpc } }
${resources}`).network;
}

function interfaceIn(network: Network, id: string, publicAddress = false, groups: readonly string[] = ['Client']): NetworkInterface {
  const subnet = network.subnets.all.find(found => found.id === id);
  if (!subnet) throw new Error(`no subnet ${id}`);
  const at = { stack: 'stack', path: ['interface'] };
  const given = known(network.securityGroups.all.filter(group => groups.includes(group.id)).map(group => known(group, at)), at);
  return { subnet, securityGroups: groupsOrDefault(given, subnet, network), publicAddress: { ipv4: known(publicAddress, at), ipv6: subnet.assignsIpv6 }, callsByIpv6: subnet.ipv6Only };
}

/** The answer, and where it is no what stands in the way and where. */
function summary(reach: Reach): string {
  if (reach.answer !== 'no') return reach.answer;
  return `${reach.obstacle.kind} at ${reach.obstacle.at.path.slice(1).join('.') || 'the interface'}`;
}

const route = (target: string, destination = 'DestinationCidrBlock: 0.0.0.0/0', more = '') =>
  `  Route: { Type: AWS::EC2::Route, ${more}Properties: { RouteTableId: !Ref PrivateRoutes, ${destination}, ${target} } }`;
const nat = (subnet: string, more = '') => `  Nat: { Type: AWS::EC2::NatGateway, Properties: { SubnetId: !Ref ${subnet}${more} } }`;

describe('the internet from a private subnet', () => {
  test.each([
    ['without a route', '', 'noRoute at PrivateRoutes.Properties'],
    ['by a route to the gateway, without a public address', route('GatewayId: !Ref Gateway'), 'noPublicAddress at the interface'],
    ['by a NAT gateway in the public subnet', `${route('NatGatewayId: !Ref Nat')}\n${nat('Public')}`, 'yes'],
    ['by a NAT gateway in the private subnet', `${route('NatGatewayId: !Ref Nat')}\n${nat('Private')}`, 'natGateway at Nat.Properties.SubnetId'],
    ['by a private NAT gateway', `${route('NatGatewayId: !Ref Nat')}\n${nat('Public', ', ConnectivityType: private')}`, 'natGateway at Nat.Properties.ConnectivityType'],
    ['by a NAT gateway that is elsewhere', route('NatGatewayId: nat-1'), 'unknown'],
    ['by a transit gateway', route('TransitGatewayId: tgw-1'), 'unknown'],
    ['by a peering connection to private addresses alone', route('VpcPeeringConnectionId: pcx-1', 'DestinationCidrBlock: 10.1.0.0/16'), 'noRoute at PrivateRoutes.Properties'],
    ['by a route to some public addresses', route('VpcPeeringConnectionId: pcx-1', 'DestinationCidrBlock: 52.0.0.0/8'), 'unknown'],
    ['by a route of IPv6 alone', route('EgressOnlyInternetGatewayId: eigw-1', "DestinationIpv6CidrBlock: '::/0'"), 'noRoute at PrivateRoutes.Properties'],
    ['by a route that may not be there', `${route('NatGatewayId: !Ref Nat', undefined, 'Condition: IsOpen, ')}\n${nat('Public')}`, 'unknown'],
    ['by a route to a prefix list of the template', `${route('NatGatewayId: !Ref Nat', 'DestinationPrefixListId: !Ref All')}\n${nat('Public')}
  All: { Type: AWS::EC2::PrefixList, Properties: { Entries: [{ Cidr: 10.0.0.0/8 }, { Cidr: 0.0.0.0/0 }] } }`, 'yes'],
    ['by a route to a prefix list that is elsewhere', `${route('NatGatewayId: !Ref Nat', 'DestinationPrefixListId: pl-1')}\n${nat('Public')}`, 'unknown'],
    ['by what a virtual private gateway learns', '  Learned: { Type: AWS::EC2::VPNGatewayRoutePropagation, Properties: { RouteTableIds: [!Ref PrivateRoutes], VpnGatewayId: vgw-1 } }', 'unknown'],
  ])('%s', (_, resources, expected) => {
    const network = networkOf(resources);
    expect(summary(reachInternet(interfaceIn(network, 'Private'), 'ipv4', network))).toBe(expected);
  });

  test('not decided where a macro may say which table has the route', () => {
    const resources = route('GatewayId: !Ref Gateway').replace('!Ref PrivateRoutes', '!If [IsOpen, !Ref PrivateRoutes, !Ref AWS::NoValue]');
    const network = networkOf(resources, undefined, ", 'Fn::Transform': { Name: AWS::Include, Parameters: { Location: 's3://bucket/conditions.yaml' } }");
    expect(summary(reachInternet(interfaceIn(network, 'Private', true), 'ipv4', network))).toBe('unknown');
  });

  test('not where no names resolve, unless another DNS server may answer', () => {
    const answer = (resources: string) => {
      const network = networkOf(resources, 'EnableDnsSupport: false');
      return summary(reachInternet(interfaceIn(network, 'Public', true), 'ipv4', network));
    };
    expect(answer('')).toBe('noDns at Vpc.Properties.EnableDnsSupport');
    expect(answer('  Options: { Type: AWS::EC2::VPCDHCPOptionsAssociation, Properties: { VpcId: !Ref Vpc, DhcpOptionsId: dopt-1 } }')).toBe('unknown');
  });
});

describe('the internet from the public subnet, with a public address', () => {
  const egress = (rule: string) => `  Limited: { Type: AWS::EC2::SecurityGroup, Properties: { VpcId: !Ref Vpc, SecurityGroupEgress: [{ ${rule} }] } }`;

  test.each([
    ['through a group that lets HTTPS out', 'IpProtocol: tcp, FromPort: 443, ToPort: 443, CidrIp: 0.0.0.0/0', 'yes'],
    ['through a group that lets a range of ports out', 'IpProtocol: tcp, FromPort: 0, ToPort: 65535, CidrIp: 0.0.0.0/0', 'yes'],
    ['through a group that lets everything out', "IpProtocol: '-1', CidrIp: 0.0.0.0/0", 'yes'],
    ['not through one that lets another port out', 'IpProtocol: tcp, FromPort: 5432, ToPort: 5432, CidrIp: 0.0.0.0/0', 'securityGroups at Limited.Properties.SecurityGroupEgress'],
    ['not through one that lets UDP out', 'IpProtocol: udp, FromPort: 443, ToPort: 443, CidrIp: 0.0.0.0/0', 'securityGroups at Limited.Properties.SecurityGroupEgress'],
    ['not through one that lets out to the VPC', 'IpProtocol: tcp, FromPort: 443, ToPort: 443, CidrIp: !GetAtt Vpc.CidrBlock', 'securityGroups at Limited.Properties.SecurityGroupEgress'],
    ['not through one that lets out to a group', 'IpProtocol: tcp, FromPort: 443, ToPort: 443, DestinationSecurityGroupId: !Ref Client', 'securityGroups at Limited.Properties.SecurityGroupEgress'],
    ['not through one that lets out by IPv6', "IpProtocol: tcp, FromPort: 443, ToPort: 443, CidrIpv6: '::/0'", 'securityGroups at Limited.Properties.SecurityGroupEgress'],
    ['perhaps through one that lets out to a prefix list', 'IpProtocol: tcp, FromPort: 443, ToPort: 443, DestinationPrefixListId: pl-1', 'unknown'],
    ['perhaps through one that lets out to some public addresses', 'IpProtocol: tcp, FromPort: 443, ToPort: 443, CidrIp: 52.0.0.0/8', 'unknown'],
    ['perhaps through one whose rule a condition decides', 'Fn::If: [IsOpen, { IpProtocol: -1, CidrIp: 0.0.0.0/0 }, !Ref AWS::NoValue]', 'unknown'],
  ])('%s', (_, rule, expected) => {
    const network = networkOf(egress(rule));
    expect(summary(reachInternet(interfaceIn(network, 'Public', true, ['Limited']), 'ipv4', network))).toBe(expected);
  });

  const acl = (...entries: readonly string[]) => ['  Acl: { Type: AWS::EC2::NetworkAcl, Properties: { VpcId: !Ref Vpc } }',
    '  AclOfPublic: { Type: AWS::EC2::SubnetNetworkAclAssociation, Properties: { SubnetId: !Ref Public, NetworkAclId: !Ref Acl } }',
    ...entries.map((entry, i) => `  Entry${i}: { Type: AWS::EC2::NetworkAclEntry, Properties: { NetworkAclId: !Ref Acl, ${entry} } }`)].join('\n');
  const allOut = 'RuleNumber: 100, Egress: true, Protocol: -1, RuleAction: allow, CidrBlock: 0.0.0.0/0';
  const allIn = 'RuleNumber: 100, Protocol: -1, RuleAction: allow, CidrBlock: 0.0.0.0/0';

  test.each([
    ['through an ACL that lets everything pass', [allOut, allIn], 'yes'],
    ['not through one without entries', [], 'networkAcl at Acl.Properties'],
    ['not through one that lets nothing back', [allOut], 'networkAcl at Acl.Properties'],
    ['through one that lets back what answers', [allOut, 'RuleNumber: 1, Protocol: 6, PortRange: { From: 1024, To: 65535 }, RuleAction: allow, CidrBlock: 0.0.0.0/0'], 'yes'],
    ['not where an earlier entry denies', [allOut, allIn, 'RuleNumber: 50, Egress: true, Protocol: 6, PortRange: { From: 443, To: 443 }, RuleAction: deny, CidrBlock: 0.0.0.0/0'], 'networkAcl at Acl.Properties'],
    ['where a later entry denies', [allOut, allIn, 'RuleNumber: 150, Egress: true, Protocol: 6, PortRange: { From: 443, To: 443 }, RuleAction: deny, CidrBlock: 0.0.0.0/0'], 'yes'],
    ['perhaps where an earlier entry denies some addresses', [allOut, allIn, 'RuleNumber: 50, Egress: true, Protocol: -1, RuleAction: deny, CidrBlock: 203.0.113.0/24'], 'unknown'],
    ['where an earlier entry allows some ports of those that answer', [allOut, allIn, 'RuleNumber: 50, Protocol: 6, PortRange: { From: 50000, To: 65535 }, RuleAction: allow, CidrBlock: 0.0.0.0/0'], 'yes'],
  ])('%s', (_, entries, expected) => {
    const network = networkOf(acl(...entries));
    expect(summary(reachInternet(interfaceIn(network, 'Public', true), 'ipv4', network))).toBe(expected);
  });
});

describe('a service of AWS from a private subnet without a way out', () => {
  const endpoint = (properties: string, id = 'Endpoint') =>
    `  ${id}: { Type: AWS::EC2::VPCEndpoint, Properties: { VpcId: !Ref Vpc, ServiceName: !Sub 'com.amazonaws.\${AWS::Region}.logs', VpcEndpointType: Interface, SubnetIds: [!Ref Public], PrivateDnsEnabled: true, ${properties} } }`;
  const group = (rule: string) => `  Server: { Type: AWS::EC2::SecurityGroup, Properties: { VpcId: !Ref Vpc, SecurityGroupIngress: [{ IpProtocol: tcp, FromPort: 443, ToPort: 443, ${rule} }] } }`;
  const open = endpoint('SecurityGroupIds: [!Ref Server]');

  test.each([
    ['by an endpoint in another subnet that lets in its group', `${open}\n${group('SourceSecurityGroupId: !Ref Client')}`, 'yes'],
    ['by one that lets in the addresses of the VPC', `${open}\n${group('CidrIp: !GetAtt Vpc.CidrBlock')}`, 'yes'],
    ['by one that lets in the addresses of the subnet', `${open}\n${group('CidrIp: 10.0.0.0/24')}`, 'yes'],
    ['not by one that lets in others', `${open}\n${group('CidrIp: 10.0.1.0/24')}`, 'securityGroups at Server.Properties.SecurityGroupIngress'],
    ['perhaps by one that lets in a part of the subnet', `${open}\n${group('CidrIp: 10.0.0.0/25')}`, 'unknown'],
    ['not by one with the default group of the VPC', endpoint(''), 'securityGroups at Endpoint.Properties.SecurityGroupIds'],
    ['not by one for another service', open.replace('.logs', '.ssm') + `\n${group('CidrIp: 10.0.0.0/16')}`, 'endpointMissing at Vpc.Properties'],
    ['perhaps by one for a service that a parameter names', open.replace('${AWS::Region}.logs', '${Open}') + `\n${group('CidrIp: 10.0.0.0/16')}`, 'unknown'],
    ['not by one without private DNS', open.replace('PrivateDnsEnabled: true', 'PrivateDnsEnabled: false') + `\n${group('CidrIp: 10.0.0.0/16')}`, 'endpointWithoutPrivateDns at Endpoint.Properties.PrivateDnsEnabled'],
    ['not by one in another VPC', `${open.replace('!Ref Vpc', '!Ref Other')}\n${group('CidrIp: 10.0.0.0/16')}\n  Other: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.1.0.0/16 } }`, 'noRoute at PrivateRoutes.Properties'],
  ])('%s', (_, resources, expected) => {
    const network = networkOf(resources);
    expect(summary(reachService(interfaceIn(network, 'Private'), { service: 'logs' }, 'ipv4', network))).toBe(expected);
  });

  test('an endpoint with private DNS decides, even where the internet is open', () => {
    const network = networkOf(endpoint(''));
    const from = interfaceIn(network, 'Public', true);
    expect([summary(reachService(from, { service: 'logs' }, 'ipv4', network)), summary(reachService(from, { service: 'ssm' }, 'ipv4', network))]).toEqual(['securityGroups at Endpoint.Properties.SecurityGroupIds', 'yes']);
  });

  const s3 = (properties: string) => `  S3: { Type: AWS::EC2::VPCEndpoint, Properties: { VpcId: !Ref Vpc, ServiceName: !Sub 'com.amazonaws.\${AWS::Region}.s3', ${properties} } }`;

  test.each([
    ['by a gateway endpoint on its route table', s3('RouteTableIds: [!Ref PrivateRoutes]'), 'yes'],
    ['not by one on another table', s3('RouteTableIds: [!Ref PublicRoutes]'), 'endpointWithoutRoute at S3.Properties.RouteTableIds'],
    ['not by one on no table', s3("VpcEndpointType: Gateway"), 'endpointWithoutRoute at S3.Properties.RouteTableIds'],
    ['perhaps by one on a table that a parameter names', s3('RouteTableIds: [!If [IsOpen, !Ref PrivateRoutes, !Ref PublicRoutes]]'), 'unknown'],
    ['not by an interface endpoint, whose private DNS is for queries from outside', s3('VpcEndpointType: Interface, PrivateDnsEnabled: true, SubnetIds: [!Ref Public]'), 'endpointMissing at Vpc.Properties'],
    ['by one whose private DNS is for all queries', s3('VpcEndpointType: Interface, PrivateDnsEnabled: true, DnsOptions: { PrivateDnsOnlyForInboundResolverEndpoint: AllResolvers }, SubnetIds: [!Ref Public], SecurityGroupIds: [!Ref Server]') + `\n${group('CidrIp: 10.0.0.0/16')}`, 'yes'],
  ])('S3 %s', (_, resources, expected) => {
    const network = networkOf(resources);
    expect(summary(reachService(interfaceIn(network, 'Private'), { service: 's3' }, 'ipv4', network))).toBe(expected);
  });
});

describe('one interface from another', () => {
  const acl = '  Acl: { Type: AWS::EC2::NetworkAcl, Properties: { VpcId: !Ref Vpc } }\n  AclOfPublic: { Type: AWS::EC2::SubnetNetworkAclAssociation, Properties: { SubnetId: !Ref Public, NetworkAclId: !Ref Acl } }';

  test('both groups must let the port pass', () => {
    const network = networkOf('  Server: { Type: AWS::EC2::SecurityGroup, Properties: { VpcId: !Ref Vpc, SecurityGroupIngress: [{ IpProtocol: tcp, FromPort: 2049, ToPort: 2049, SourceSecurityGroupId: !Ref Client }] } }');
    const reach = (port: number, group: string) => summary(reachInterface(interfaceIn(network, 'Private', false, [group]), interfaceIn(network, 'Public', false, ['Server']), port, 'ipv4'));
    expect([reach(2049, 'Client'), reach(443, 'Client'), reach(2049, 'Server')])
      .toEqual(['yes', 'securityGroups at Server.Properties.SecurityGroupIngress', 'securityGroups at Server.Properties.SecurityGroupIngress']);
  });

  test('network ACLs filter between subnets, not within one', () => {
    const network = networkOf(`${acl}\n  Server: { Type: AWS::EC2::SecurityGroup, Properties: { VpcId: !Ref Vpc, SecurityGroupIngress: [{ IpProtocol: -1, CidrIp: 0.0.0.0/0 }] } }`);
    const server = interfaceIn(network, 'Public', false, ['Server']);
    expect([summary(reachInterface(interfaceIn(network, 'Private'), server, 80, 'ipv4')), summary(reachInterface(interfaceIn(network, 'Public'), server, 80, 'ipv4'))])
      .toEqual(['networkAcl at Acl.Properties', 'yes']);
  });

  test('nobody knows the way between two VPCs', () => {
    const network = networkOf('  Other: { Type: AWS::EC2::VPC }\n  Far: { Type: AWS::EC2::Subnet, Properties: { VpcId: !Ref Other } }');
    expect(summary(reachInterface(interfaceIn(network, 'Private'), interfaceIn(network, 'Far'), 80, 'ipv4'))).toBe('unknown');
  });
});
