import { ifKnown, known, type Value } from '../../core/value';
import { accountStack, isSame, type Change, type Literal } from '../../finding/finding';
import { reference } from '../../finding/written';
import type { Model } from '../../model/model';
import type { Network } from '../../model/network/network';
import type { RouteTable } from '../../model/network/route-table';
import type { SecurityGroup } from '../../model/network/security-group';
import type { Subnet } from '../../model/network/subnet';
import type { Vpc } from '../../model/network/vpc';
import type { VpcEndpoint } from '../../model/network/vpc-endpoint';
import { sameZone, zoneOfSubnet } from '../../model/network/zone';
import type { Named } from '../../model/noun';
import { publicSubnetsOf, reachThrough } from '../../network/internet';
import { isStray, subnetsOf, type NetworkInterface, type StrayInterface } from '../../network/interface';
import type { Obstacle } from '../../network/reach';
import { newResource } from '../additions';

/** Whom an obstacle stops, from which services. */
interface Stopped {
  readonly interfaces: readonly (NetworkInterface | StrayInterface)[];
  /** The ends of the names of endpoints, as `ecr.dkr`. */
  readonly services: readonly string[];
}

/** The resources that are missing where an obstacle is, if the templates hold all that they have to name. */
export function missingWay(obstacle: Obstacle, stopped: Stopped, model: Model): readonly Change[] | undefined {
  switch (obstacle.kind) {
    case 'noRoute': {
      const { table, subnet, way } = obstacle;
      return !table || way === 'nat64' ? undefined : way === 'ipv6' ? routeOfIpv6(table, subnet, model) : routeFrom(table, subnet, stopped, model);
    }
    case 'endpointMissing': return endpointsIn(obstacle.vpc, stopped, model);
    default: return undefined;
  }
}

/** Through the internet gateway for those who have public addresses, else through a NAT gateway, which is made where a subnet is there for one. */
function routeFrom(table: RouteTable, subnet: Subnet, { interfaces }: Stopped, model: Model): readonly Change[] | undefined {
  const { network } = model, { stack } = table;
  const route = (target: Readonly<Record<string, Literal>>): Change => newResource(stack, `${table.id}DefaultRoute`, {
    Type: 'AWS::EC2::Route', Properties: { RouteTableId: reference(table.id), DestinationCidrBlock: '0.0.0.0/0', ...target },
  }, model).add;
  if (!isOf(stack, table)) return undefined;
  if (interfaces.every(from => !isStray(from) && ifKnown(from.publicAddress.ipv4))) {
    const gateway = network.internetGateways.all.find(({ vpc, ...own }) => isOf(stack, own) && isSameNoun(vpc, subnet.vpc));
    return gateway && [route({ GatewayId: reference(gateway.id) })];
  }
  const gateways = network.natGateways.all.filter(gateway => isOf(stack, gateway) && gateway.subnet.state === 'known' && isSameNoun(gateway.subnet.value.vpc, subnet.vpc) && reachThrough(gateway, network).answer === 'yes');
  const beside = gateways.find(gateway => isInZone(ifKnown(gateway.subnet), subnet)) ?? gateways[0];
  if (beside) return [route({ NatGatewayId: reference(beside.id) })];
  const place = publicSubnetFor(subnet, network);
  if (!place || !isOf(stack, place)) return undefined;
  const address = newAddress(stack, `${table.id}NatAddress`, model);
  const gateway = newResource(stack, `${table.id}NatGateway`, {
    Type: 'AWS::EC2::NatGateway', Properties: { AllocationId: reference(address.id, 'AllocationId'), SubnetId: reference(place.id) },
  }, model);
  return [address.add, gateway.add, route({ NatGatewayId: reference(gateway.id) })];
}

/** Through an egress-only internet gateway, which a VPC needs no address for. */
function routeOfIpv6(table: RouteTable, { vpc }: Subnet, model: Model): readonly Change[] | undefined {
  const { stack } = table, own = ifKnown(vpc);
  if (!own || !isOf(stack, table) || !isOf(stack, own)) return undefined;
  const gateway = newResource(stack, `${table.id}EgressOnlyGateway`, { Type: 'AWS::EC2::EgressOnlyInternetGateway', Properties: { VpcId: reference(own.id) } }, model);
  const route = newResource(stack, `${table.id}DefaultRouteOfIpv6`, {
    Type: 'AWS::EC2::Route', Properties: { RouteTableId: reference(table.id), DestinationIpv6CidrBlock: '::/0', EgressOnlyInternetGatewayId: reference(gateway.id) },
  }, model);
  return [gateway.add, route.add];
}

/** An Elastic IP address. */
export function newAddress(stack: string, wished: string, model: Model): ReturnType<typeof newResource> {
  return newResource(stack, wished, { Type: 'AWS::EC2::EIP', Properties: { Domain: 'vpc' } }, model);
}

/** The public subnet of the same VPC in which a NAT gateway for the subnet stands best: one in its zone. */
export function publicSubnetFor(subnet: Subnet, network: Network): Subnet | undefined {
  const candidates = publicSubnetsOf(subnet, network);
  return candidates.find(candidate => isInZone(candidate, subnet)) ?? candidates[0];
}

/** Endpoints like those that are there. */
function endpointsIn(vpc: Vpc, { interfaces, services }: Stopped, model: Model): readonly Change[] | undefined {
  const like = model.network.endpoints.find(endpoint => isOf(vpc.stack, endpoint) && isSameNoun(endpoint.vpc, known(vpc, vpc.at)) && ifKnown(endpoint.kind) === 'interface' && ifKnown(endpoint.privateDns));
  const shared = like && placeOf(like, vpc.stack), tables = subnetsOf(interfaces).map(({ routeTable }) => ifKnown(routeTable));
  if (!shared) return undefined;
  const changes = services.map(service => {
    const wished = `${vpc.id}${service.replace(/(^|\W)(\w)/g, (_, __, letter: string) => letter.toUpperCase())}Endpoint`;
    const name = { ServiceName: { 'Fn::Sub': `com.amazonaws.\${AWS::Region}.${service}` }, VpcId: reference(vpc.id) };
    if (service !== 's3') return newResource(vpc.stack, wished, { Type: 'AWS::EC2::VPCEndpoint', Properties: { VpcEndpointType: 'Interface', ...name, ...shared, PrivateDnsEnabled: true } }, model).add;
    const ids = references(tables, vpc.stack);
    return ids && newResource(vpc.stack, wished, { Type: 'AWS::EC2::VPCEndpoint', Properties: { ...name, RouteTableIds: ids } }, model).add;
  });
  return changes.every(change => change !== undefined) ? changes : undefined;
}

/** Where an interface endpoint stands, and what guards it. */
function placeOf({ subnets, securityGroups }: VpcEndpoint, stack: string): Readonly<Record<string, Literal>> | undefined {
  const places = references((ifKnown(subnets) ?? []).map(ifKnown), stack), guards = securityGroups.state === 'absent' ? [] : groupReferences(securityGroups, stack);
  return places && guards && { SubnetIds: places, ...(guards.length > 0 ? { SecurityGroupIds: guards } : {}) };
}

/** The security groups as another resource of the stack names them. */
export function groupReferences(groups: Value<readonly Value<SecurityGroup>[]>, stack: string): readonly Literal[] | undefined {
  const found = (ifKnown(groups) ?? []).map(ifKnown);
  return found.every((group): group is SecurityGroup => group !== undefined && group.type === 'AWS::EC2::SecurityGroup' && isOf(stack, group)) && found.length > 0 ? found.map(({ id }) => reference(id, 'GroupId')) : undefined;
}

function references(nouns: readonly (Named | undefined)[], stack: string): readonly Literal[] | undefined {
  const own = [...new Set(nouns)];
  return own.length > 0 && own.every(noun => noun !== undefined && isOf(stack, noun)) ? own.flatMap(noun => (noun ? reference(noun.id) : [])) : undefined;
}

/** Whether what the stack's template says may name it. */
export function isOf(stack: string, { stack: own, exists }: Pick<Named, 'stack' | 'exists'>): boolean {
  return own === stack && stack !== accountStack && exists.state === 'known';
}

function isSameNoun(a: Value<Named>, b: Value<Named>): boolean {
  return a.state === 'known' && b.state === 'known' && isSame(a.value, b.value);
}

function isInZone(candidate: Subnet | undefined, subnet: Subnet): boolean {
  const here = zoneOfSubnet(subnet), there = candidate && zoneOfSubnet(candidate);
  return here.state === 'known' && there?.state === 'known' && sameZone(here.value, there.value) === 'yes';
}
