import { ipv6Only } from '../catalog/ipv6-only';
import { groupBy } from '../core/group-by';
import type { Origin } from '../core/origin';
import { ifKnown, unknown, type Unknown } from '../core/value';
import type { Network } from '../model/network/network';
import type { Subnet } from '../model/network/subnet';
import { reachService } from './aws-service';
import { passSecurityGroups } from './filter';
import { isStray, type NetworkInterface, type StrayInterface } from './interface';
import { noRoute, reachInternet } from './internet';
import type { Source } from './supplies';
import { blocked, byAny, open, reached, type Obstacle, type Reach } from './reach';

/** One thing that stands between interfaces and their supplies. */
export interface Blockage<N> {
  readonly obstacle: Obstacle;
  readonly interfaces: readonly (NetworkInterface | StrayInterface)[];
  readonly supplies: readonly N[];
}

/** What interfaces reach of their supplies: each obstacle once, however much stands behind it. */
export interface Survey<N> {
  readonly blockages: readonly Blockage<N>[];
  readonly unknowns: readonly Unknown[];
}

export function survey<N extends { readonly from: Source }>(interfaces: readonly (NetworkInterface | StrayInterface)[], supplies: readonly N[], network: Network): Survey<N> {
  const trials = interfaces.flatMap(from => supplies.map(supply => ({ from, supply, reach: isStray(from) ? leaveUnseen(from, supply.from) : reachSource(from, supply.from, network) })));
  const blocked = trials.flatMap(({ from, supply, reach }) => (reach.answer === 'no' ? [{ from, supply, obstacle: reach.obstacle }] : []));
  const blockages = [...groupBy(blocked, ({ obstacle: { kind, at } }) => JSON.stringify([kind, at.stack, at.path])).values()].flatMap(group => {
    const [first] = group;
    return first ? [{ obstacle: first.obstacle, interfaces: [...new Set(group.map(({ from }) => from))], supplies: [...new Set(group.map(({ supply }) => supply))] }] : [];
  });
  return { blockages, unknowns: trials.flatMap(({ reach }) => (reach.answer === 'unknown' ? [reach.unknown] : [])) };
}

/** Whether an interface of which it is not known where it stands reaches a source: it does not where its security groups let nothing out on the port, wherever the source stands and by whatever addresses. */
function leaveUnseen({ subnet, securityGroups }: StrayInterface, source: Source): Reach {
  const leaves = passSecurityGroups(securityGroups, 'egress', 443, source.kind === 'internet' ? 'internet' : { subnet, securityGroups: subnet });
  const mayUseIpv6 = !('ipv4Only' in source) && (ifKnown(securityGroups) ?? []).some(group => ifKnown(group)?.egress.some(({ peer }) => ifKnown(peer)?.kind === 'ipv6Addresses'));
  return leaves.answer === 'no' && !mayUseIpv6 ? leaves : open(subnet);
}

function reachSource(from: NetworkInterface, source: Source, network: Network): Reach {
  const { subnet } = from, byIpv4 = reachByIpv4(from, source, network);
  const { service, ipv4Only }: { service?: string; ipv4Only?: Origin } = source.kind === 'service' ? source : {};
  if (ifKnown(subnet.ipv6Only)) {
    const { withoutEndpoints, unsupported } = ipv6Only.value;
    if (service !== undefined && (ipv4Only || unsupported.includes(service))) return blocked({ kind: 'noIpv4', subnet, service, at: ipv4Only ?? subnet.at, involved: [] });
    if ((service === undefined || withoutEndpoints.includes(service)) && !leavesByIpv6(subnet)) return noRoute(subnet, network);
  }
  if (ipv4Only) return byIpv4;
  return byIpv4.answer === 'no' && leavesByIpv6(subnet) ? open(unknown({ kind: 'fact', what: 'what is reached by IPv6' }, subnet.at)) : byIpv4;
}

function reachByIpv4(from: NetworkInterface, source: Source, network: Network): Reach {
  switch (source.kind) {
    case 'service': return source.isElsewhere ? reachElsewhere(from, network) : reachService(from, source.service, network, source.isForLayers);
    case 'internet': return reachInternet(from, network);
    case 'registry': return reachEither([reachInternet(from, network), reachService(from, 'ecr.dkr', network)], source.image);
  }
}

/** Whether an interface reaches the services of other regions. An endpoint leads to those of one region, which is its own unless it names another. */
function reachElsewhere(from: NetworkInterface, network: Network): Reach {
  const abroad = network.endpoints.filter(({ properties }) => properties.get('ServiceRegion').given !== 'no');
  return byAny([reachInternet(from, network), ...abroad.map(({ id, at }) => open(unknown({ kind: 'fact', what: `the region to which ${id} leads` }, at)))], reached);
}

/** Whether a way of IPv6 may lead out of the subnet. */
function leavesByIpv6({ mayUseIpv6, routeTable }: Subnet): boolean {
  return mayUseIpv6 && (routeTable.state === 'unknown' || (routeTable.state === 'known' && routeTable.value.routes.some(({ ipv6Cidr }) => ipv6Cidr.state !== 'absent')));
}

/** Where one of two is needed and nobody knows which: certain only where both answers are the same. */
function reachEither(ways: readonly Reach[], which: Unknown): Reach {
  const [first = reached] = ways;
  return ways.every(({ answer }) => answer === first.answer) ? first : open(unknown(which.why, which.at));
}
