import type { Network } from '../../../lib/model/network/network';
import type { SecurityRule } from '../../../lib/model/network/security-group';
import type { Noun } from '../../../lib/model/noun';
import type { Value } from '../../../lib/core/value';
import { modelOf } from '../../support/model';

const vpc = `
  Vpc: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.0.0.0/16 } }
  Subnet: { Type: AWS::EC2::Subnet, Properties: { VpcId: !Ref Vpc, CidrBlock: 10.0.0.0/24 } }`;

function networkOf(resources: string): Network {
  return modelOf(`
Parameters: { Open: { Type: String }, Table: { Type: String } }
Conditions: { IsOpen: !Equals [!Ref Open, yes] }
Resources:${vpc}
${resources}`).network;
}

/** The logical id where the noun is known, else the state. */
function idOf(value: Value<Noun> | undefined): string | undefined {
  return value?.state === 'known' ? value.value.id : value?.state;
}

describe('the route table of a subnet', () => {
  const tables = 'Routes: { Type: AWS::EC2::RouteTable, Properties: { VpcId: !Ref Vpc } }';
  const association = (table: string, more = '') => `Use: { Type: AWS::EC2::SubnetRouteTableAssociation, ${more}Properties: { SubnetId: !Ref Subnet, RouteTableId: ${table} } }`;

  test.each([
    ['the one that is associated', association('!Ref Routes'), 'Routes'],
    ['the VPC\'s main one where none is associated', '', 'absent'],
    ['elsewhere where a parameter names it', association('!Ref Table'), 'unknown'],
    ['not known where a condition decides', association('!Ref Routes', 'Condition: IsOpen, '), 'unknown'],
  ])('is %s', (_, association, expected) => {
    expect(idOf(networkOf(`  ${tables}\n  ${association}`).subnets.all[0]?.routeTable)).toBe(expected);
  });
});

describe('the routes of a table', () => {
  const route = (properties: string, more = '') =>
    networkOf(`  Routes: { Type: AWS::EC2::RouteTable }\n  Other: { Type: AWS::EC2::RouteTable }\n  Route: { Type: AWS::EC2::Route, ${more}Properties: { ${properties} } }`)
      .routeTables.all.find(({ id }) => id === 'Routes')?.routes[0];

  test('are those that name it', () => {
    expect(route('RouteTableId: !Ref Routes, DestinationCidrBlock: 0.0.0.0/0, GatewayId: igw-1')).toMatchObject({
      range: { ipv4: { value: '0.0.0.0/0' } }, target: { value: { property: 'GatewayId', id: { value: 'igw-1' } } }, exists: { value: true },
    });
    expect(route('RouteTableId: !Ref Other, DestinationCidrBlock: 0.0.0.0/0, GatewayId: igw-1')).toBeUndefined();
    expect(route('RouteTableId: !Ref Table, DestinationCidrBlock: 0.0.0.0/0, GatewayId: igw-1')).toBeUndefined();
  });

  test('are there perhaps where a condition decides whose they are', () => {
    expect(route('RouteTableId: !If [IsOpen, !Ref Routes, !Ref Other], GatewayId: igw-1')?.exists.state).toBe('unknown');
  });

  test('of IPv6 have no IPv4 addresses, and those of a prefix list unknown ones', () => {
    expect(route("RouteTableId: !Ref Routes, DestinationIpv6CidrBlock: '::/0', GatewayId: igw-1")?.range.ipv4.state).toBe('absent');
    expect(route('RouteTableId: !Ref Routes, DestinationPrefixListId: pl-1, GatewayId: igw-1')?.range.ipv4.state).toBe('unknown');
  });

  test('lead somewhere unknown where a condition chooses between two targets', () => {
    expect(route('RouteTableId: !Ref Routes, GatewayId: !If [IsOpen, igw-1, !Ref AWS::NoValue], NatGatewayId: !If [IsOpen, !Ref AWS::NoValue, nat-1]')?.target.state).toBe('unknown');
  });
});

describe('the rules of a security group', () => {
  const summary = (rules: readonly SecurityRule[] = []) => rules.map(({ protocol, from, to, peer }) =>
    [protocol, from, to].map(value => (value.state === 'known' ? value.value : value.state)).join(' ') + ` ${peer.state === 'known' ? peer.value.kind : peer.state}`);
  const group = (properties: string, more = '') => networkOf(`  Group: { Type: AWS::EC2::SecurityGroup, Properties: { VpcId: !Ref Vpc${properties} } }\n${more}`).securityGroups.all.find(({ id }) => id === 'Group');

  test('let everything out unless the group lists what may leave', () => {
    expect(summary(group('')?.egress)).toEqual(['-1 absent absent addresses']);
    expect(summary(group(', SecurityGroupEgress: []')?.egress)).toEqual(['-1 absent absent addresses']);
    expect(summary(group(', SecurityGroupEgress: [{ IpProtocol: TCP, FromPort: 443, ToPort: 443, CidrIp: 0.0.0.0/0 }]')?.egress)).toEqual(['tcp 443 443 addresses']);
  });

  test('may stand beside the group, and then take away that which lets everything out', () => {
    const more = '  Rule: { Type: AWS::EC2::SecurityGroupEgress, Properties: { GroupId: !GetAtt Group.GroupId, IpProtocol: tcp, FromPort: 1, ToPort: 2, DestinationSecurityGroupId: sg-1 } }';
    expect(summary(group('', more)?.egress)).toEqual(['tcp 1 2 securityGroup']);
    const open = group('', more.replace('!GetAtt Group.GroupId', '!If [IsOpen, !GetAtt Group.GroupId, sg-2]'));
    expect(open?.egress.map(({ exists }) => exists.state)).toEqual(['unknown', 'unknown']);
  });

  test('name the other end in one of several ways', () => {
    const rules = ['CidrIp: 10.0.0.0/8', "CidrIpv6: '::/0'", 'SourceSecurityGroupId: sg-1', 'SourcePrefixListId: pl-1', 'SourceSecurityGroupName: web', ''];
    expect(summary(group(`, SecurityGroupIngress: [${rules.map(rule => `{ IpProtocol: -1, ${rule} }`).join(', ')}]`)?.ingress).map(rule => rule.split(' ').pop()))
      .toEqual(['addresses', 'addresses', 'securityGroup', 'prefixList', 'unknown', 'absent']);
  });

  test('of the default group of a VPC let in what comes from the group, and everything out', () => {
    const fallback = networkOf('').securityGroups.all[0];
    expect([fallback?.id, summary(fallback?.ingress), summary(fallback?.egress)]).toEqual(['Vpc', ['-1 absent absent securityGroup'], ['-1 absent absent addresses']]);
  });

  test('of a default group that the CDK empties are not known to be there', () => {
    const emptied = networkOf('  Empty: { Type: Custom::VpcRestrictDefaultSG, Properties: { DefaultSecurityGroupId: !GetAtt Vpc.DefaultSecurityGroup } }').securityGroups.all[0];
    expect(emptied?.egress[0]?.exists.state).toBe('unknown');
  });
});

test('an internet gateway is attached to the VPC that an attachment names, or to none', () => {
  const gateway = '  Gateway: { Type: AWS::EC2::InternetGateway }';
  const attachment = '  Attachment: { Type: AWS::EC2::VPCGatewayAttachment, Properties: { VpcId: !Ref Vpc, InternetGatewayId: !Ref Gateway } }';
  expect(idOf(networkOf(`${gateway}\n${attachment}`).internetGateways.all[0]?.vpc)).toBe('Vpc');
  expect(idOf(networkOf(gateway).internetGateways.all[0]?.vpc)).toBe('absent');
});

test('an endpoint is a gateway without private DNS unless it says otherwise', () => {
  expect(networkOf('  Endpoint: { Type: AWS::EC2::VPCEndpoint, Properties: { VpcId: !Ref Vpc, ServiceName: a } }').endpoints[0])
    .toMatchObject({ kind: { value: 'gateway' }, privateDns: { value: false }, securityGroups: { state: 'absent' } });
});

test('a file system has the mount targets that name it', () => {
  const [fileSystem] = networkOf(`
  Files: { Type: AWS::EFS::FileSystem }
  Target: { Type: AWS::EFS::MountTarget, Properties: { FileSystemId: !Ref Files, SubnetId: !Ref Subnet, SecurityGroups: [sg-1] } }
  OtherTarget: { Type: AWS::EFS::MountTarget, Properties: { FileSystemId: fs-1, SubnetId: !Ref Subnet, SecurityGroups: [sg-1] } }`).fileSystems.all;
  expect(fileSystem?.mountTargets.map(({ id, subnet }) => [id, idOf(subnet)])).toEqual([['Target', 'Subnet']]);
});
