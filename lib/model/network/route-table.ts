import type { Origin } from '../../core/origin';
import { absent, known, thenValue, unknown, type Unknown, type Value } from '../../core/value';
import type { Property } from '../../template/property';
import type { Resource } from '../../template/resource';
import type { Lookup } from '../lookup';
import { anyFamily, rangeIn, type Range } from './family';
import { namedOf, nounOf, type Named, type Noun } from '../noun';
import type { Parts } from '../part';
import type { PrefixList } from './prefix-list';
import type { Vpc } from './vpc';

/** `AWS::EC2::RouteTable` with its routes. The route to the VPC's own addresses, which every table has, is not among them. */
export interface RouteTable extends Named {
  readonly vpc: Value<Vpc>;
  readonly routes: readonly Route[];
}

/** `AWS::EC2::Route`. */
export interface Route extends Noun {
  /** The table, by reference. */
  readonly table: Value<string>;
  /** The addresses that it is for. */
  readonly range: Range;
  readonly target: Value<RouteTarget>;
}

/** Where a route leads. */
export interface RouteTarget {
  readonly at: Origin;
  /** The property that names it: `GatewayId` is an internet gateway or a virtual private gateway. */
  readonly property: (typeof targets)[number];
  /** By reference. */
  readonly id: Value<string>;
}

const targets = [
  'GatewayId', 'NatGatewayId', 'TransitGatewayId', 'VpcPeeringConnectionId', 'VpcEndpointId', 'InstanceId', 'NetworkInterfaceId',
  'EgressOnlyInternetGatewayId', 'CarrierGatewayId', 'LocalGatewayId', 'CoreNetworkArn', 'OdbNetworkArn',
] as const;

export function readRouteTable(resource: Resource, routes: Parts<Route>, vpcs: Lookup<Vpc>): RouteTable {
  const named = namedOf(resource, '');
  return { vpc: vpcs.find(resource.properties.get('VpcId').text()), routes: routes.allOf(named), ...named };
}

/** One route, or one for each range of the prefix list that it is for. */
export function readRoutes(resource: Resource, prefixLists: Lookup<PrefixList>): readonly Route[] {
  const { properties } = resource, given = rangeIn(properties, 'DestinationCidrBlock', 'DestinationIpv6CidrBlock');
  const listed = thenValue(prefixLists.find(properties.get('DestinationPrefixListId').text()), list => list.ranges);
  const ranges = listed.state === 'known' ? listed.value.map(anyFamily) : [listed.state === 'unknown' ? anyFamily(listed) : given];
  return ranges.map(range => ({ table: properties.get('RouteTableId').text(), range, target: readTarget(properties), ...nounOf(resource) }));
}

/** `AWS::EC2::VPNGatewayRoutePropagation`: routes that a virtual private gateway learns, for each table that it names. */
export function readPropagatedRoutes(resource: Resource): readonly Route[] {
  const { properties } = resource, tables = properties.get('RouteTableIds').texts();
  const learned = unknown({ kind: 'elsewhere', what: 'what the virtual private gateway learns' }, resource.ref.at);
  const route = (table: Value<string>): Route => anyRoute(nounOf(resource), table, learned);
  return tables.state === 'known' ? tables.value.map(route) : tables.state === 'unknown' ? [route(tables)] : [];
}

/** A route that may be for anything and lead anywhere. */
export function anyRoute(source: Noun, table: Value<string>, open: Unknown): Route {
  const { stack, id, type, at, exists, environment } = source;
  return { stack, id, type, at, exists, environment, table, range: anyFamily(open), target: open };
}

function readTarget(properties: Property): Value<RouteTarget> {
  const [first, second] = targets.map(property => ({ property, id: properties.get(property).text() })).filter(({ id }) => id.state !== 'absent');
  if (!first) return absent(properties.at);
  // Two are given only where a condition that is not known chooses between them.
  return second ? unknown({ kind: 'function', name: 'Fn::If' }, first.id.at) : known({ at: first.id.at, ...first }, first.id.at);
}
