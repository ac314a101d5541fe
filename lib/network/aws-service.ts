import { ipv6Only } from '../catalog/ipv6-only';
import { endsWith } from '../core/text';
import { ifKnown, mapValue, unknown, type Unknown, type Value } from '../core/value';
import { isSame } from '../finding/finding';
import type { Network } from '../model/network/network';
import type { Subnet } from '../model/network/subnet';
import type { Vpc } from '../model/network/vpc';
import type { VpcEndpoint } from '../model/network/vpc-endpoint';
import { passPolicy } from './endpoint-policy';
import { passNetworkAcl, passSecurityGroups } from './filter';
import { groupsOrDefault, type NetworkInterface, type Way } from './interface';
import { reachInternet } from './internet';
import { resolveNames } from './names';
import { allOf, anyOf, passageOf, type Passage } from './passage';
import { reachInterface } from './peer';
import { along, blocked, byAny, open, reached, type Obstacle, type Reach } from './reach';

/** A service of AWS, by the end of the name of its endpoints, as `ecr.dkr`. `isForLayers`: S3 is asked for layers of images, which are in a bucket of ECR's. */
export interface Service {
  readonly service: string;
  readonly isForLayers?: boolean;
}

/**
 * Whether an interface reaches a service of AWS by HTTPS.
 * An endpoint that takes the service's traffic decides, for better or worse; without one the traffic goes to the internet.
 */
export function reachService(from: NetworkInterface, { service, isForLayers = false }: Service, way: Way, network: Network): Reach {
  const { vpc } = from.subnet, names = resolveNames(from.subnet);
  if (names.answer !== 'yes' || vpc.state !== 'known') return names;
  const endpoints = network.endpoints.map(endpoint => ({ endpoint, serves: serves(endpoint, service, way, vpc.value) })).filter(({ serves: passage }) => passage !== 'closed')
    .map(({ endpoint, serves: passage }) => ({ endpoint, serves: passage, takes: allOf([passage, takesTraffic(endpoint, service, from.subnet)]) }));
  const taking = endpoints.filter(({ takes }) => takes === 'open');
  if (taking.length > 0) return byAny(taking.map(({ endpoint }) => along([throughEndpoint(from, endpoint, way, network), passPolicy(endpoint, service, isForLayers)])), reached);
  const internet = reachInternet(from, way, network);
  if (internet.answer !== 'no') return internet;
  for (const { takes } of endpoints) if (takes !== 'closed' && takes !== 'open') return open(takes);
  const elsewhere = internet.obstacle.kind === 'noRoute' ? routeElsewhere(from.subnet, network) : undefined;
  if (elsewhere) return open(elsewhere);
  return way === 'ipv6' ? internet : blocked(repair(from.subnet, vpc.value, endpoints.find(passage => passage.serves === 'open')?.endpoint, internet.obstacle, network));
}

/** Through these packets go to the internet, and to no other network. */
const leadsOut: readonly string[] = ['NatGatewayId', 'EgressOnlyInternetGatewayId'];

/** A route to another network, in which endpoints may stand that names lead to. */
export function routeElsewhere({ routeTable }: Subnet, { internetGateways }: Network): Unknown | undefined {
  const route = ifKnown(routeTable)?.routes.find(({ target }) =>
    target.state === 'known' && !leadsOut.includes(target.value.property) && internetGateways.find(target.value.id).state !== 'known');
  return route && unknown({ kind: 'elsewhere', what: `what stands where ${route.id} leads` }, route.at);
}

/** Whether the endpoint is one for the service, in the VPC, with addresses to which the way leads. */
function serves({ exists, serviceName, vpc: own, families }: VpcEndpoint, service: string, way: Way, vpc: Vpc): Passage {
  if (way === 'nat64' || (way === 'ipv6' && ipv6Only.value.withoutEndpoints.includes(service))) return 'closed';
  return allOf([passageOf(exists), passageOf(mapValue(own, found => isSame(found, vpc))), endsIn(serviceName, `.${service}`), passageOf(families[way])]);
}

function endsIn(text: Value<string>, end: string): Passage {
  const answer = endsWith(text, end);
  if (answer === 'unknown' && text.state === 'unknown') return text;
  return answer === 'yes' ? 'open' : 'closed';
}

/**
 * Whether what a subnet sends to the service's public name goes to the endpoint. An interface endpoint takes the whole VPC's by its private DNS name,
 * in whatever subnets it stands; a gateway endpoint takes that of the subnets on whose route tables it is.
 */
function takesTraffic({ kind, privateDns, routeTables, properties }: VpcEndpoint, service: string, { routeTable }: Subnet): Passage {
  if (kind.state !== 'known') return kind.state === 'unknown' ? kind : 'closed';
  if (kind.value === 'interface') {
    // For a service that also has gateway endpoints, private DNS may be meant for queries from outside the VPC alone.
    const forInbound = properties.get('DnsOptions', 'PrivateDnsOnlyForInboundResolverEndpoint').text();
    return allOf([passageOf(privateDns), service === 's3' ? passageOf(mapValue(forInbound, text => text === 'AllResolvers')) : 'open']);
  }
  if (kind.value !== 'gateway') return 'closed';
  if (routeTable.state === 'unknown') return routeTable;
  if (routeTables.state !== 'known') return routeTables.state === 'unknown' ? routeTables : 'closed';
  return anyOf(routeTables.value.map(table => passageOf(mapValue(table, found => routeTable.state === 'known' && isSame(found, routeTable.value)))));
}

function throughEndpoint(from: NetworkInterface, endpoint: VpcEndpoint, way: Way, network: Network): Reach {
  const family = way === 'ipv4' ? way : 'ipv6', traffic = { direction: 'egress', family, port: 443, other: 'internet' } as const;
  if (ifKnown(endpoint.kind) === 'gateway') return along([passSecurityGroups(from.securityGroups, traffic), passNetworkAcl(from.subnet, traffic)]);
  const { subnets } = endpoint;
  if (subnets.state !== 'known') return subnets.state === 'unknown' ? open(subnets) : reached;
  // The name gives the addresses in all its subnets, and clients try one after the other.
  return byAny(subnets.value.map((subnet): Reach => {
    if (subnet.state !== 'known') return subnet.state === 'unknown' ? open(subnet) : reached;
    return reachInterface(from, { subnet: subnet.value, securityGroups: groupsOrDefault(endpoint.securityGroups, subnet.value, network) }, 443, family);
  }), reached);
}

/**
 * What to repair where neither an endpoint nor the internet is reached: the endpoint that is there and takes no traffic; else, in a VPC
 * that lives by interface endpoints, the one that is missing; else the way to the internet.
 */
function repair(subnet: Subnet, vpc: Vpc, unused: VpcEndpoint | undefined, internet: Obstacle, network: Network): Obstacle {
  const table = ifKnown(subnet.routeTable), involved = [subnet, ...(table ? [table] : [])];
  if (unused && ifKnown(unused.privateDns) === false && ifKnown(unused.kind) === 'interface') return { kind: 'endpointWithoutPrivateDns', endpoint: unused, at: unused.privateDns.at, involved };
  if (unused && ifKnown(unused.kind) === 'gateway') return { kind: 'endpointWithoutRoute', endpoint: unused, subnet, table, at: unused.routeTables.at, involved };
  const livesByEndpoints = network.endpoints.some(endpoint =>
    ifKnown(endpoint.kind) === 'interface' && passageOf(mapValue(endpoint.vpc, own => isSame(own, vpc))) === 'open');
  return internet.kind === 'noRoute' && livesByEndpoints ? { kind: 'endpointMissing', vpc, table, at: vpc.at, involved } : internet;
}
