import { onceFor } from '../core/once-for';
import { ifKnown, known, unknown } from '../core/value';
import { isSame } from '../finding/finding';
import type { InternetGateway } from '../model/network/internet-gateway';
import type { NatGateway } from '../model/network/nat-gateway';
import type { Network } from '../model/network/network';
import type { Route, RouteTable } from '../model/network/route-table';
import type { Subnet } from '../model/network/subnet';
import { coversAddresses } from './addresses';
import { passNetworkAcl, passSecurityGroups } from './filter';
import type { NetworkInterface } from './interface';
import { resolveNames } from './names';
import { allOf, anyOf, passageOf, type Passage } from './passage';
import { along, blocked, byAny, open, reached, through, type Reach } from './reach';

/** Where a packet stands on its way out of a VPC: first at an interface, then perhaps at a NAT gateway, which has a public address of its own. */
type Stage = Pick<NetworkInterface, 'subnet' | 'publicAddress'> & { readonly passed: readonly NatGateway[] };

/** Whether an interface reaches public addresses by HTTPS. */
export function reachInternet(from: NetworkInterface, network: Network): Reach {
  return reachesFrom(network)(from);
}

/** Whether what comes from the internet gets into the subnet: by a route to an internet gateway, the answers to the same take too. */
export function letsInternetIn(subnet: Subnet, network: Network): Passage {
  const { routeTable } = subnet;
  if (routeTable.state === 'unknown') return routeTable;
  return anyOf((ifKnown(routeTable)?.routes ?? []).map(({ cidr, exists, target }): Passage => {
    if (target.state !== 'known') return target.state === 'unknown' ? allOf([coversAddresses(cidr, 'internet'), target]) : 'closed';
    if (target.value.property !== 'GatewayId') return 'closed';
    const gateway = network.internetGateways.find(target.value.id);
    return allOf([coversAddresses(cidr, 'internet'), passageOf(exists), gateway.state === 'unknown' ? gateway : 'open']);
  }));
}

/** The subnets of a subnet's VPC in which a NAT gateway gets to the internet. */
export function publicSubnetsOf({ vpc }: Subnet, network: Network): readonly Subnet[] {
  return network.subnets.all.filter(subnet => vpc.state === 'known' && subnet.vpc.state === 'known' && isSame(subnet.vpc.value, vpc.value) && letsInternetIn(subnet, network) === 'open'
    && wayOut({ subnet, publicAddress: known(true, subnet.at), passed: [] }, network).answer === 'yes');
}

/** Much of what tasks need is beyond the internet: the same is asked again and again. */
const reachesFrom = onceFor((network: Network) => onceFor(({ subnet, securityGroups, publicAddress }: NetworkInterface) => along([
  resolveNames(subnet),
  wayOut({ subnet, publicAddress, passed: [] }, network),
  passSecurityGroups(securityGroups, 'egress', 443, 'internet'),
  passNetworkAcl(subnet, 'egress', 443, 'internet'),
])));

/** Whether the routes of the subnet lead to the internet. */
function wayOut(stage: Stage, network: Network): Reach {
  const { subnet } = stage, { routeTable } = subnet;
  if (routeTable.state === 'unknown') return open(routeTable);
  const ways = (ifKnown(routeTable)?.routes ?? []).flatMap((route): readonly Reach[] => {
    const covers = coversAddresses(route.cidr, 'internet');
    if (covers === 'closed') return [];
    if (covers !== 'open') return [open(covers)];
    return [route.exists.state === 'unknown' ? open(route.exists) : follow(route, stage, network)];
  });
  return byAny(ways, noRoute(subnet, network));
}

function follow(route: Route, stage: Stage, network: Network): Reach {
  const { target } = route;
  if (target.state === 'unknown') return open(target);
  if (target.state === 'known' && target.value.property === 'NatGatewayId') {
    const natGateway = network.natGateways.find(target.value.id);
    if (natGateway.state === 'known') return reachThrough(natGateway.value, network, stage.passed);
  }
  if (target.state === 'known' && target.value.property === 'GatewayId') {
    const gateway = network.internetGateways.find(target.value.id);
    if (gateway.state === 'known') return byInternetGateway(gateway.value, route, stage);
  }
  return open(unknown({ kind: 'elsewhere', what: `where ${route.id} leads` }, route.at));
}

function byInternetGateway(gateway: InternetGateway, route: Route, { subnet, publicAddress }: Stage): Reach {
  if (gateway.vpc.state === 'unknown') return open(gateway.vpc);
  if (subnet.vpc.state === 'unknown') return open(subnet.vpc);
  if (gateway.vpc.state === 'absent' || subnet.vpc.state === 'absent' || !isSame(gateway.vpc.value, subnet.vpc.value)) {
    return blocked({ kind: 'gatewayNotAttached', gateway, at: gateway.at, involved: [route] });
  }
  return through(passageOf(publicAddress), () => ({ kind: 'noPublicAddress', gateway, at: publicAddress.at, involved: [subnet, route] }));
}

/** Whether what leaves through a NAT gateway gets to the internet: if the gateway's own subnet leads there. A private one has no public address, and may be served in other networks. */
export function reachThrough(natGateway: NatGateway, network: Network, passed: readonly NatGateway[] = []): Reach {
  const { exists, isPublic, subnet } = natGateway;
  if (exists.state === 'unknown') return open(exists);
  if (subnet.state !== 'known') return subnet.state === 'unknown' ? open(subnet) : reached;
  const onward = passed.some(earlier => isSame(earlier, natGateway)) ? noRoute(subnet.value, network) : along([
    wayOut({ subnet: subnet.value, publicAddress: isPublic, passed: [...passed, natGateway] }, network),
    passNetworkAcl(subnet.value, 'egress', 443, 'internet'),
  ]);
  if (onward.answer !== 'no' || onward.obstacle.kind === 'natGateway') return onward;
  return blocked({ kind: 'natGateway', natGateway, because: onward.obstacle, at: ifKnown(isPublic) ? subnet.at : isPublic.at, involved: [subnet.value, ...onward.obstacle.involved] });
}

/** The subnet's table, or the VPC's main one where none is associated, leads nowhere; then a table that no subnet uses may have been meant for it. */
export function noRoute(subnet: Subnet, network: Network): Reach {
  const table = ifKnown(subnet.routeTable);
  return blocked({ kind: 'noRoute', subnet, table, at: (table ?? subnet).at, involved: table ? [subnet] : tablesWithoutSubnet(subnet, network) });
}

function tablesWithoutSubnet({ vpc }: Subnet, { routeTables, subnets }: Network): readonly RouteTable[] {
  const used = subnets.all.flatMap(({ routeTable }) => (routeTable.state === 'known' ? routeTable.value : []));
  return routeTables.all.filter(table => vpc.state === 'known' && table.vpc.state === 'known' && isSame(table.vpc.value, vpc.value) && !used.some(other => isSame(other, table)));
}
