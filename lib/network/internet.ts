import { onceFor } from '../core/once-for';
import { ifKnown, known, unknown, unknownsIn, type Value } from '../core/value';
import { isSame } from '../finding/finding';
import type { Family } from '../model/network/family';
import type { InternetGateway } from '../model/network/internet-gateway';
import type { NatGateway } from '../model/network/nat-gateway';
import type { Network } from '../model/network/network';
import type { Route, RouteTable } from '../model/network/route-table';
import type { Subnet } from '../model/network/subnet';
import { coversAddresses } from './addresses';
import { passNetworkAcl, passSecurityGroups } from './filter';
import type { NetworkInterface, Way } from './interface';
import { resolveNames } from './names';
import { allOf, anyOf, passageOf, type Passage } from './passage';
import { along, blocked, byAny, open, reached, through, type Reach } from './reach';

/** Where a packet stands on its way out of a VPC: first at an interface, then perhaps at a NAT gateway, which has a public address of its own. */
interface Stage {
  readonly subnet: Subnet;
  readonly way: Way;
  readonly publicAddress: Value<boolean>;
  readonly passed: readonly NatGateway[];
}

/** Whether an interface reaches public addresses by HTTPS. */
export function reachInternet(from: NetworkInterface, way: Way, network: Network): Reach {
  return reachesFrom(network)[way](from);
}

/** Whether what comes from the internet gets into the subnet: by a route to an internet gateway, the answers to the same take too. */
export function letsInternetIn(subnet: Subnet, family: Family, network: Network): Passage {
  const { routeTable } = subnet;
  if (routeTable.state === 'unknown') return routeTable;
  return anyOf((ifKnown(routeTable)?.routes ?? []).map(({ range, exists, target }): Passage => {
    const covers = coversAddresses(range, family, 'internet');
    if (target.state !== 'known') return target.state === 'unknown' ? allOf([covers, target]) : 'closed';
    if (target.value.property !== 'GatewayId') return 'closed';
    const gateway = network.internetGateways.find(target.value.id);
    return allOf([covers, passageOf(exists), gateway.state === 'unknown' ? gateway : 'open']);
  }));
}

/** The subnets of a subnet's VPC in which a NAT gateway gets to the internet. */
export function publicSubnetsOf({ vpc }: Subnet, network: Network): readonly Subnet[] {
  return network.subnets.all.filter(subnet => vpc.state === 'known' && subnet.vpc.state === 'known' && isSame(subnet.vpc.value, vpc.value) && letsInternetIn(subnet, 'ipv4', network) === 'open'
    && wayOut({ subnet, way: 'ipv4', publicAddress: known(true, subnet.at), passed: [] }, network).answer === 'yes');
}

/** Much of what tasks need is beyond the internet: the same is asked again and again. */
const reachesFrom = onceFor((network: Network): Readonly<Record<Way, (from: NetworkInterface) => Reach>> => {
  const by = (way: Way) => onceFor(({ subnet, securityGroups, publicAddress }: NetworkInterface) => {
    const family = way === 'ipv4' ? way : 'ipv6', traffic = { direction: 'egress', family, port: 443, other: endOf(way) } as const;
    return along([
      resolveNames(subnet),
      wayOut({ subnet, way, publicAddress: publicAddress[family], passed: [] }, network),
      ...(way === 'ipv6' ? [hasIpv6Address(subnet, publicAddress.ipv6)] : []),
      passSecurityGroups(securityGroups, traffic),
      passNetworkAcl(subnet, traffic),
    ]);
  });
  return { ipv4: by('ipv4'), ipv6: by('ipv6'), nat64: by('nat64') };
});

function endOf(way: Way): 'internet' | 'nat64' {
  return way === 'nat64' ? way : 'internet';
}

/** Whether the routes of the subnet lead to the internet. */
function wayOut(stage: Stage, network: Network): Reach {
  const { subnet, way } = stage, { routeTable } = subnet, family = way === 'ipv4' ? way : 'ipv6';
  if (routeTable.state === 'unknown') return open(routeTable);
  if (way === 'nat64' && ifKnown(subnet.dns64) === false) return noRoute(subnet, way, network);
  const ways = (ifKnown(routeTable)?.routes ?? []).flatMap((route): readonly Reach[] => {
    const covers = coversAddresses(route.range, family, endOf(way));
    if (covers === 'closed') return [];
    if (covers !== 'open') return [open(covers)];
    return [route.exists.state === 'unknown' ? open(route.exists) : follow(route, stage, network)];
  });
  return along([...(way === 'nat64' ? unknownsIn(subnet.dns64).map(open) : []), byAny(ways, noRoute(subnet, way, network))]);
}

function follow(route: Route, stage: Stage, network: Network): Reach {
  const { target } = route, { way, subnet } = stage;
  if (target.state === 'unknown') return open(target);
  if (target.state === 'known' && target.value.property === 'NatGatewayId') {
    // What comes by IPv6 a NAT gateway translates where it goes to the prefix of NAT64, and only there.
    const natGateway = network.natGateways.find(target.value.id);
    if (natGateway.state === 'known') return way === 'ipv6' ? noRoute(subnet, way, network) : reachThrough(natGateway.value, network, stage.passed);
  }
  if (target.state === 'known' && target.value.property === 'GatewayId') {
    const gateway = network.internetGateways.find(target.value.id);
    if (gateway.state === 'known') return byInternetGateway(gateway.value, route, stage, network);
  }
  if (target.state === 'known' && target.value.property === 'EgressOnlyInternetGatewayId') return way === 'ipv6' ? reached : noRoute(subnet, way, network);
  return open(unknown({ kind: 'elsewhere', what: `where ${route.id} leads` }, route.at));
}

/** Whether there is an IPv6 address, which is all that gateways ask for. */
export function hasIpv6Address(subnet: Subnet, address: Value<boolean>): Reach {
  return through(passageOf(address), () => ({ kind: 'noAddress', subnet, family: 'ipv6', at: subnet.at, involved: [] }));
}

function byInternetGateway(gateway: InternetGateway, route: Route, stage: Stage, network: Network): Reach {
  const { subnet, way, publicAddress } = stage;
  if (gateway.vpc.state === 'unknown') return open(gateway.vpc);
  if (subnet.vpc.state === 'unknown') return open(subnet.vpc);
  if (gateway.vpc.state === 'absent' || subnet.vpc.state === 'absent' || !isSame(gateway.vpc.value, subnet.vpc.value)) {
    return blocked({ kind: 'gatewayNotAttached', gateway, at: gateway.at, involved: [route] });
  }
  if (way !== 'ipv4') return way === 'ipv6' ? reached : noRoute(subnet, way, network);
  return through(passageOf(publicAddress), () => ({ kind: 'noPublicAddress', gateway, at: publicAddress.at, involved: [subnet, route] }));
}

/** Whether what leaves through a NAT gateway gets to the internet: if the gateway's own subnet leads there. A private one has no public address, and may be served in other networks. */
export function reachThrough(natGateway: NatGateway, network: Network, passed: readonly NatGateway[] = []): Reach {
  const { exists, isPublic, subnet } = natGateway;
  if (exists.state === 'unknown') return open(exists);
  if (subnet.state !== 'known') return subnet.state === 'unknown' ? open(subnet) : reached;
  const onward = passed.some(earlier => isSame(earlier, natGateway)) ? noRoute(subnet.value, 'ipv4', network) : along([
    wayOut({ subnet: subnet.value, way: 'ipv4', publicAddress: isPublic, passed: [...passed, natGateway] }, network),
    passNetworkAcl(subnet.value, { direction: 'egress', family: 'ipv4', port: 443, other: 'internet' }),
  ]);
  if (onward.answer !== 'no' || onward.obstacle.kind === 'natGateway') return onward;
  return blocked({ kind: 'natGateway', natGateway, because: onward.obstacle, at: ifKnown(isPublic) ? subnet.at : isPublic.at, involved: [subnet.value, ...onward.obstacle.involved] });
}

/** The subnet's table, or the VPC's main one where none is associated, leads nowhere; then a table that no subnet uses may have been meant for it. */
function noRoute(subnet: Subnet, way: Way, network: Network): Reach {
  const table = ifKnown(subnet.routeTable);
  return blocked({ kind: 'noRoute', way, subnet, table, at: (table ?? subnet).at, involved: table ? [subnet] : tablesWithoutSubnet(subnet, network) });
}

function tablesWithoutSubnet({ vpc }: Subnet, { routeTables, subnets }: Network): readonly RouteTable[] {
  const used = subnets.all.flatMap(({ routeTable }) => (routeTable.state === 'known' ? routeTable.value : []));
  return routeTables.all.filter(table => vpc.state === 'known' && table.vpc.state === 'known' && isSame(table.vpc.value, vpc.value) && !used.some(other => isSame(other, table)));
}
