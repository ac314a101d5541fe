import { ecsCallsByIpv4, ipv6Only } from '../catalog/ipv6-only';
import { groupBy } from '../core/group-by';
import { ifKnown, unknown, type Unknown } from '../core/value';
import type { Network } from '../model/network/network';
import { reachService } from './aws-service';
import { passSecurityGroups } from './filter';
import { isStray, type NetworkInterface, type StrayInterface, type Way } from './interface';
import { reachInternet } from './internet';
import { passageOf, type Passage } from './passage';
import type { Source } from './supplies';
import { along, blocked, byAny, open, reached, type Obstacle, type Reach } from './reach';

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
  const other = source.kind === 'internet' ? 'internet' : { subnet, securityGroups: subnet };
  const [byIpv4, byIpv6] = (['ipv4', 'ipv6'] as const).map(family => passSecurityGroups(securityGroups, { direction: 'egress', family, port: 443, other }));
  return byIpv4?.answer === 'no' && byIpv6?.answer === 'no' ? byIpv4 : open(subnet);
}

/**
 * Whether an interface reaches a source. All sources have IPv4 addresses, to which those that have none themselves get by NAT64. Where both ends have
 * addresses of both kinds, one way is enough.
 */
function reachSource(from: NetworkInterface, source: Source, network: Network): Reach {
  const { subnet } = from, hasIpv6 = hasIpv6Name(source, from), by = (way: Way): Reach => reachBy(way, from, source, network);
  if (subnet.ipv6Only.state === 'unknown') return open(subnet.ipv6Only);
  if (!ifKnown(subnet.ipv6Only)) {
    const byIpv4 = by('ipv4');
    return byIpv4.answer === 'yes' || hasIpv6 === 'closed' ? byIpv4 : byAny([byIpv4, along([...(hasIpv6 === 'open' ? [] : [open(hasIpv6)]), by('ipv6')])], reached);
  }
  if (hasIpv6 === 'open') return by('ipv6');
  return hasIpv6 === 'closed' ? byNat64(from, source, by('nat64')) : reachEither([by('ipv6'), by('nat64')], hasIpv6);
}

/** Whether the name by which a source is called from an interface has IPv6 addresses too. */
function hasIpv6Name(source: Source, { subnet, callsByIpv6 }: NetworkInterface): Passage {
  if (source.kind === 'registry') return source.image;
  if (source.ipv4Only) return 'closed';
  if (source.kind === 'internet') return source.hasIpv6 ? 'open' : unknown({ kind: 'fact', what: 'the IPv6 addresses of a registry' }, subnet.at);
  const { service } = source;
  if (ipv6Only.value.unsupported.includes(service)) return ifKnown(subnet.ipv6Only) ? 'closed' : passageOf(callsByIpv6);
  if (!source.byContainers && ifKnown(callsByIpv6) === true) return 'open';
  return !source.byContainers && ecsCallsByIpv4.value.includes(service) ? passageOf(callsByIpv6) : unknown({ kind: 'fact', what: `the addresses by which ${service} is called` }, subnet.at);
}

/** What has IPv4 addresses alone is reached from a subnet of IPv6 through NAT64, but for what ECS has not for such subnets. Whether it pulls images so from a registry of ECR's is not documented. */
function byNat64({ subnet }: NetworkInterface, source: Source, translated: Reach): Reach {
  const service = source.kind === 'service' ? source.service : undefined, name = 'ipv4Only' in source ? source.ipv4Only : undefined;
  const isUnsupported = service !== undefined && ipv6Only.value.unsupported.includes(service);
  if (isUnsupported || translated.answer === 'no') return blocked({ kind: 'noIpv4', subnet, instead: name?.instead, at: name?.at ?? subnet.at, involved: [] });
  return service === undefined || translated.answer === 'unknown' ? translated : open(unknown({ kind: 'fact', what: 'images of a registry of ECR by NAT64' }, subnet.at));
}

function reachBy(way: Way, from: NetworkInterface, source: Source, network: Network): Reach {
  switch (source.kind) {
    case 'service': return source.isElsewhere ? reachElsewhere(from, way, network) : reachService(from, source, way, network);
    case 'internet': return reachInternet(from, way, network);
    case 'registry': return reachEither([reachInternet(from, way, network), reachService(from, { service: 'ecr.dkr' }, way, network)], source.image);
  }
}

/** Whether an interface reaches the services of other regions. An endpoint leads to those of one region, which is its own unless it names another. */
function reachElsewhere(from: NetworkInterface, way: Way, network: Network): Reach {
  const abroad = network.endpoints.filter(({ properties }) => properties.get('ServiceRegion').given !== 'no');
  return byAny([reachInternet(from, way, network), ...abroad.map(({ id, at }) => open(unknown({ kind: 'fact', what: `the region to which ${id} leads` }, at)))], reached);
}

/** Where one of two is needed and nobody knows which: certain only where both answers are the same. */
function reachEither(ways: readonly Reach[], which: Unknown): Reach {
  const [first = reached] = ways;
  return ways.every(({ answer }) => answer === first.answer) ? first : open(unknown(which.why, which.at));
}
