import { datagramProtocols } from '../../catalog/load-balancer-protocols';
import { publicAddresses } from '../../catalog/public-addresses';
import { ifKnown } from '../../core/value';
import type { LoadBalancer } from '../../model/load-balancer/load-balancer';
import type { Model } from '../../model/model';
import type { ByFamily, Family } from '../../model/network/family';
import { passSecurityGroups } from '../../network/filter';
import { letsInternetIn } from '../../network/internet';
import { loadBalancerInterfaces } from '../../network/load-balancer';
import type { Obstacle } from '../../network/reach';
import { describeObstacle } from '../network/describe-obstacle';
import { listed } from '../listed';
import { defineRule, type Say } from '../rule';

/** Clients in the internet get to a load balancer that faces it. */
export const loadBalancerClients = defineRule({
  id: 'load-balancer-clients',
  title: 'Nobody in the internet reaches the load balancer',
  severity: 'error',
  phase: 'deploy',
  subject: 'loadBalancer',
  explanation: 'A load balancer that faces the internet has a public address in each of its subnets, and is reached there where the route table of the subnet leads to an internet gateway; one that leads to a NAT gateway is for what goes out. Its security groups must admit the port of a listener. Elastic Load Balancing creates it all the same, tasks become healthy, and requests time out.',
  docs: 'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-troubleshooting.html',
  predicts: [],
  facts: [publicAddresses],
  messages: {
    noWayIn: ({ subnets, loadBalancer }: { subnets: readonly string[]; loadBalancer: string }) => ({
      says: `${loadBalancer} is internet-facing, and no route table of its subnets leads to an internet gateway: ${listed(subnets)} ${subnets.length === 1 ? 'is' : 'are'} private.`,
      fix: `Give ${loadBalancer} public subnets, or set Scheme to internal.`,
    }),
    partlyNoWayIn: ({ subnets, loadBalancer }: { subnets: readonly string[]; loadBalancer: string }) => ({
      says: `${loadBalancer} is internet-facing, and the route ${subnets.length === 1 ? 'table' : 'tables'} of ${listed(subnets)} ${subnets.length === 1 ? 'leads' : 'lead'} to no internet gateway: requests to its addresses there time out.`,
      fix: `Give ${loadBalancer} public subnets in all its zones.`,
      severity: 'warning',
    }),
    noWayInForOne: ({ subnets, loadBalancer, family }: { subnets: readonly string[]; loadBalancer: string; family: Family }) => ({
      says: `${loadBalancer} has addresses of IPv4 and of IPv6, and the route ${subnets.length === 1 ? 'table' : 'tables'} of ${listed(subnets)} ${subnets.length === 1 ? 'leads' : 'lead'} to an internet gateway by ${family === 'ipv4' ? 'IPv6' : 'IPv4'} alone. ${unanswered(kinds[family])}`,
      fix: `Add a route for ${family === 'ipv4' ? '0.0.0.0/0' : '::/0'} to the internet gateway${family === 'ipv6' ? ', or set IpAddressType to ipv4' : ''}.`,
      severity: 'warning',
    }),
    closedToOne: ({ loadBalancer, port, obstacle }: { loadBalancer: string; port: number; obstacle: Obstacle }) => {
      const { because, ...how } = describeObstacle(obstacle);
      return { says: `${loadBalancer} has addresses of IPv4 and of IPv6 and listens on port ${port}, but ${because}. ${unanswered(kinds['family' in obstacle ? obstacle.family : 'ipv4'])}`, ...how, severity: 'warning' };
    },
    closed: ({ loadBalancer, port, obstacle }: { loadBalancer: string; port: number; obstacle: Obstacle }) => {
      const { because, ...how } = describeObstacle(obstacle);
      return { says: `${loadBalancer} is internet-facing and listens on port ${port}, but ${because}.`, ...how, severity: 'warning' };
    },
  },
  check(loadBalancer, say, model) {
    const listeners = model.listeners.filter(listener => listener.exists.state === 'known' && ifKnown(listener.loadBalancer) === loadBalancer);
    if (listeners.length === 0 || say.need(loadBalancer.scheme) !== 'internet-facing') return;
    const families = say.need(loadBalancer.clientFamilies);
    if (!families) return;
    checkRoutes(loadBalancer, families, model, say);
    const { interfaces, strays } = loadBalancerInterfaces(loadBalancer, model.network), [first] = [...interfaces, ...strays];
    if (!first || first.securityGroups.state === 'absent') return;
    for (const { port, protocol } of listeners) {
      const spoken = say.need(protocol), number = say.need(port);
      if (spoken === undefined || number === undefined || datagramProtocols.includes(spoken)) continue;
      const reaches = families.map(family => passSecurityGroups(first.securityGroups, { direction: 'ingress', family, port: number, other: 'internet' }));
      for (const reach of reaches) if (reach.answer === 'unknown') say.undecided(reach.unknown);
      const obstacles = reaches.flatMap(reach => (reach.answer === 'no' ? reach.obstacle : [])), [obstacle] = obstacles;
      // Whom a rule of a part of the internet lets in is another matter than how they come.
      if (!obstacle || reaches.some(({ answer }) => answer === 'unknown')) continue;
      const message = obstacles.length < reaches.length ? 'closedToOne' : 'closed';
      say.violated(message, obstacle, { loadBalancer: loadBalancer.id, port: number, obstacle }, { related: [loadBalancer, ...obstacle.involved] });
    }
  },
});

const kinds: ByFamily<string> = { ipv4: 'IPv4', ipv6: 'IPv6' };

/** What a client in the internet meets that comes by addresses of one kind to a load balancer that has both. */
function unanswered(kind: string): string {
  return `Clients that come by ${kind}, as browsers that have both try first or after a moment, get no answer.`;
}

function checkRoutes(loadBalancer: LoadBalancer, families: readonly Family[], { network }: Model, say: Say<(typeof loadBalancerClients)['messages']>): void {
  const { interfaces, unknowns } = loadBalancerInterfaces(loadBalancer, network);
  const ways = interfaces.map(({ subnet }) => ({ subnet, passages: families.map(family => ({ family, passage: letsInternetIn(subnet, family, network) })) }));
  for (const { passage } of ways.flatMap(({ passages }) => passages)) if (passage !== 'open' && passage !== 'closed') say.undecided(passage);
  const shut = ways.filter(({ passages }) => passages.every(({ passage }) => passage === 'closed')).map(({ subnet }) => subnet);
  if (shut.length > 0) {
    const isAll = unknowns.length === 0 && shut.length === ways.length;
    say.violated(isAll ? 'noWayIn' : 'partlyNoWayIn', loadBalancer.subnets, { loadBalancer: loadBalancer.id, subnets: shut.map(({ id }) => id) }, { related: shut });
  }
  for (const family of families) {
    const half = ways.filter(({ subnet, passages }) => !shut.includes(subnet) && passages.some(each => each.family === family && each.passage === 'closed') && passages.some(({ passage }) => passage === 'open')).map(({ subnet }) => subnet);
    if (half.length > 0) say.violated('noWayInForOne', loadBalancer.properties.get('IpAddressType'), { loadBalancer: loadBalancer.id, subnets: half.map(({ id }) => id), family }, { related: half });
  }
}
