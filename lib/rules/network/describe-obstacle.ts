import { layerBucket } from '../../catalog/endpoint-actions';
import { ephemeralPorts } from '../../catalog/ephemeral-ports';
import { nat64Prefix } from '../../catalog/nat64';
import { showText } from '../../core/text';
import { ifKnown } from '../../core/value';
import { accountStack, type Change, type Literal } from '../../finding/finding';
import type { ByFamily } from '../../model/network/family';
import type { SecurityGroup } from '../../model/network/security-group';
import { coversAddresses, type OtherEnd } from '../../network/addresses';
import { isStray, type End, type Way } from '../../network/interface';
import type { Obstacle } from '../../network/reach';
import { listed } from '../listed';

const { anyClient } = ephemeralPorts.value;

/** What stands in the way, as the part of a sentence after a colon, and its repair. */
export interface Description {
  readonly because: string;
  readonly fix: string;
  readonly repair?: readonly Change[];
}

/** What may be said of the ways around an obstacle. */
export interface Ways {
  /** The ends of the names of endpoints that would help. */
  readonly services?: readonly string[];
  /** The setting that gives a public address. */
  readonly addressBy?: 'AssignPublicIp' | 'AssociatePublicIpAddress' | undefined;
  /** The first and the last port that is wanted, where the obstacle was met on one of several. */
  readonly ports?: readonly number[];
  /** The resources that are missing, where they are known. */
  readonly repair?: readonly Change[] | undefined;
}

type ClosedGroups = Extract<Obstacle, { kind: 'securityGroups' }>;

export function describeObstacle(obstacle: Obstacle, { repair, ...ways }: Ways = {}): Description {
  const description = describe(obstacle, ways);
  return repair ? { ...description, repair } : description;
}

function describe(obstacle: Obstacle, { services = [], addressBy, ports }: Ways): Description {
  switch (obstacle.kind) {
    case 'noDns': return {
      because: `EnableDnsSupport of ${obstacle.vpc.id} is false, so no name resolves in it`,
      fix: `Set EnableDnsSupport of ${obstacle.vpc.id} to true.`,
      repair: [{ set: true }],
    };
    case 'noIpv4': case 'noAddress': case 'mountTargetAddress': return describeOtherAddresses(obstacle);
    case 'noRoute': return describeNoRoute(obstacle);
    case 'gatewayNotAttached': return {
      because: `${obstacle.gateway.id}, to which the route leads, is not attached to the VPC`,
      fix: `Attach ${obstacle.gateway.id} to the VPC (AWS::EC2::VPCGatewayAttachment).`,
    };
    case 'noPublicAddress': return {
      because: `the way out leads through the internet gateway ${obstacle.gateway.id}, which serves public addresses only, and they have none`,
      fix: `${addressBy ? `Set ${addressBy} to ${addressBy === 'AssignPublicIp' ? 'ENABLED' : 'true'}, or use` : 'Use'} subnets whose route for 0.0.0.0/0 leads to a NAT gateway.`,
      ...(addressBy === undefined ? {} : { repair: [{ set: addressBy === 'AssignPublicIp' ? 'ENABLED' : true }] }),
    };
    case 'natGateway': return {
      because: `${obstacle.natGateway.id}, through which they leave, has no way out itself`,
      fix: `Put ${obstacle.natGateway.id} in a subnet whose route for 0.0.0.0/0 leads to an internet gateway.`,
    };
    case 'securityGroups': return describeClosedGroups(obstacle, ports ?? [obstacle.port]);
    case 'networkAcl': return {
      because: `${obstacle.acl.id}, the network ACL of ${obstacle.subnet.id}, does not let port ${obstacle.port} ${obstacle.direction === 'egress' ? 'out to' : 'in from'} ${nameOf(obstacle.other)}${obstacle.family === 'ipv6' ? ' by IPv6' : ''} and the answers back`,
      fix: `Allow in ${obstacle.acl.id} TCP port ${obstacle.port} ${obstacle.direction === 'egress' ? 'outbound' : 'inbound'}, and the ports from which clients may open connections (${anyClient.from}-${anyClient.to}) ${obstacle.direction === 'egress' ? 'inbound' : 'outbound'}.`,
    };
    case 'endpointMissing': return {
      because: `${obstacle.table?.id ?? 'the main route table'} has no route to the internet, and ${obstacle.vpc.id} has no endpoint for ${listed(services)}`,
      fix: `Add to ${obstacle.vpc.id} ${listed(endpointsFor(services, obstacle.table?.id ?? 'the route table'))}.`,
    };
    case 'endpointPolicy': return {
      because: `the policy of ${obstacle.endpoint.id} does not allow ${obstacle.action}${obstacle.isForLayers ? ' of the bucket in which ECR keeps layers' : ''}`,
      fix: `Allow ${obstacle.action} in PolicyDocument of ${obstacle.endpoint.id}${obstacle.isForLayers ? ` on ${layerBucket.value.before}REGION${layerBucket.value.behind}*, to everybody` : ''}.`,
    };
    case 'endpointWithoutPrivateDns': return {
      because: `PrivateDnsEnabled of ${obstacle.endpoint.id} is off, so the name of ${showText(obstacle.endpoint.serviceName)} leads to its public address, to which there is no way`,
      fix: `Set PrivateDnsEnabled of ${obstacle.endpoint.id} to true.`,
      repair: [{ set: true }],
    };
    case 'endpointWithoutRoute': return {
      because: `${obstacle.endpoint.id} puts its route into other tables than ${obstacle.table ? `${obstacle.table.id}, that of ${obstacle.subnet.id}` : `the main table, which ${obstacle.subnet.id} uses`}`,
      fix: obstacle.table ? `Add ${obstacle.table.id} to RouteTableIds of ${obstacle.endpoint.id}.` : `Associate with ${obstacle.subnet.id} a route table that ${obstacle.endpoint.id} names.`,
      ...(obstacle.table && obstacle.table.stack === obstacle.endpoint.stack ? { repair: [{ append: [{ Ref: obstacle.table.id }] }] } : {}),
    };
  }
}

/** Two that have addresses of different kinds. */
function describeOtherAddresses(obstacle: Extract<Obstacle, { kind: 'noIpv4' | 'noAddress' | 'mountTargetAddress' }>): Description {
  switch (obstacle.kind) {
    case 'noIpv4': return obstacle.instead === undefined ? {
      because: `${obstacle.subnet.id} has IPv6 addresses alone, and ECS Exec is for tasks with an IPv4 address`,
      fix: 'Name subnets that have IPv4 addresses, or set EnableExecuteCommand to false.',
    } : {
      because: `${obstacle.subnet.id} has IPv6 addresses alone, and the registry that the image names has IPv4 addresses alone`,
      fix: `Name the image by the registry that has both: ${obstacle.instead}/….`,
    };
    case 'noAddress': return obstacle.family === 'ipv4' ? {
      because: `${obstacle.subnet.id} has IPv6 addresses alone, and it asks for IPv4 ones`, fix: 'Set IpAddressType of the target group to ipv6, and that of the load balancer to dualstack.',
    } : {
      because: `${obstacle.subnet.id} gives no IPv6 addresses`, fix: `Give ${obstacle.subnet.id} an Ipv6CidrBlock, and set AssignIpv6AddressOnCreation to true.`,
    };
    case 'mountTargetAddress': {
      const [has, lacks] = obstacle.family === 'ipv4' ? ['IPv6', 'IPv4'] : ['IPv4', 'IPv6'];
      return {
        because: `${obstacle.mountTarget} has ${has} addresses alone, and they have ${lacks} ones`,
        fix: `Set IpAddressType of ${obstacle.mountTarget} to ${lacks.toUpperCase()}_ONLY, in a subnet that has ${lacks} addresses alone, or to DUAL_STACK, in one that has both.`,
      };
    }
  }
}

const destinations: Readonly<Record<Way, string>> = { ipv4: 'to the internet', ipv6: 'of IPv6 to the internet', nat64: 'by which NAT64 leads to the internet' };
const waysOut: Readonly<Record<Way, string>> = {
  ipv4: 'for 0.0.0.0/0 to a NAT gateway in a public subnet', ipv6: 'for ::/0 to an egress-only internet gateway',
  nat64: `for ${nat64Prefix.value} to a NAT gateway in a public subnet, and set EnableDns64 of the subnet to true`,
};

function describeNoRoute({ table, subnet, way }: Extract<Obstacle, { kind: 'noRoute' }>): Description {
  if (!table) return {
    because: `no route table is associated with ${subnet.id}, and the main table of its VPC has no route to the internet`,
    fix: `Associate a route table that leads to the internet with ${subnet.id} (AWS::EC2::SubnetRouteTableAssociation).`,
  };
  const hasOther = way === 'ipv4' && table.routes.some(({ range }) => coversAddresses(range, 'ipv6', 'internet') === 'open');
  return { because: `their route table ${table.id} has no route ${destinations[way]}${hasOther ? ' by IPv4, and what is needed is not called by IPv6' : ''}`, fix: `Add to ${table.id} a route ${waysOut[way]}.` };
}

/** S3 wants a gateway endpoint: ECR takes layers from it by that alone. */
function endpointsFor(services: readonly string[], table: string): readonly string[] {
  const byInterface = services.filter(service => service !== 's3');
  return [
    ...(byInterface.length > 0 ? [`${byInterface.length === 1 ? 'an interface endpoint' : 'interface endpoints'} with private DNS for ${listed(byInterface)}`] : []),
    ...(services.includes('s3') ? [`a gateway endpoint for s3 on ${table}`] : []),
  ];
}

function describeClosedGroups(obstacle: ClosedGroups, ports: readonly number[]): Description {
  const { groups: [first], groups, direction, family, port, other } = obstacle, isDefault = first?.type === 'AWS::EC2::VPC';
  const names = isDefault ? `the default security group of ${first.id}` : listed(groups.map(({ id }) => id));
  const property = direction === 'egress' ? 'SecurityGroupEgress' : 'SecurityGroupIngress', wanted = ports.length > 1 ? `ports ${ports.join('-')}` : `port ${ports.join('')}`;
  const end = direction === 'egress' ? `to ${isBeyond(other) ? everywhere[family] : nameOf(other)}` : `from ${isBeyond(other) ? everywhere[family] : sourceOf(other)}`;
  const repair = missingRule(obstacle, ports);
  return {
    because: `no rule of ${names} lets port ${port} ${direction === 'egress' ? 'out to' : 'in from'} ${nameOf(other)}${family === 'ipv6' ? ' by IPv6' : ''}`,
    fix: isDefault ? `Name a security group that allows TCP ${wanted} ${end}.` : `Allow TCP ${wanted} ${end} in ${property} of ${first?.id ?? 'the security group'}.`,
    ...(repair ? { repair } : {}),
  };
}

/** The rule that is missing, as a resource of its own: groups whose rules name each other make a circle. Whom to let in from the internet somebody has to decide. */
function missingRule({ groups: [group], direction, family, other }: ClosedGroups, ports: readonly number[]): readonly Change[] | undefined {
  const [peer] = isBeyond(other) ? [] : groupsOf(other), isOut = direction === 'egress';
  if (!group || !isOfTemplate(group) || (isBeyond(other) ? !isOut : !peer || !isOfTemplate(peer) || peer.stack !== group.stack)) return undefined;
  const idOf = ({ id }: SecurityGroup): Literal => ({ 'Fn::GetAtt': [id, 'GroupId'] }), [first = 0] = ports, last = ports.at(-1) ?? first;
  return [{
    at: { stack: group.stack, path: ['Resources', `${group.id}${isOut ? 'Egress' : 'Ingress'}${first}${family === 'ipv6' && !peer ? 'Ipv6' : ''}`] },
    set: {
      Type: `AWS::EC2::SecurityGroup${isOut ? 'Egress' : 'Ingress'}`,
      Properties: { GroupId: idOf(group), IpProtocol: 'tcp', FromPort: first, ToPort: last, ...(peer ? { [isOut ? 'DestinationSecurityGroupId' : 'SourceSecurityGroupId']: idOf(peer) } : { [family === 'ipv4' ? 'CidrIp' : 'CidrIpv6']: everywhere[family] }) },
    },
  }];
}

function isOfTemplate({ type, stack }: SecurityGroup): boolean {
  return type === 'AWS::EC2::SecurityGroup' && stack !== accountStack;
}

const everywhere: ByFamily<string> = { ipv4: '0.0.0.0/0', ipv6: '::/0' };

function isBeyond(other: OtherEnd): other is Exclude<OtherEnd, End> {
  return typeof other !== 'object';
}

function nameOf(other: OtherEnd): string {
  if (isBeyond(other)) return 'the internet';
  return isStray(other) ? `the interfaces of ${sourceOf(other)}` : other.subnet.id;
}

/** What to name as the source: the security group of the client rather than its addresses. */
function sourceOf(other: End): string {
  return groupsOf(other)[0]?.id ?? (isStray(other) ? 'its addresses' : other.subnet.id);
}

function groupsOf({ securityGroups }: End): readonly SecurityGroup[] {
  return (ifKnown(securityGroups) ?? []).flatMap(group => ifKnown(group) ?? []);
}
