import { datagramProtocols } from '../../catalog/load-balancer-protocols';
import { privateAddresses } from '../../catalog/private-addresses';
import { ifKnown } from '../../core/value';
import type { LoadBalancer } from '../../model/load-balancer/load-balancer';
import type { Model } from '../../model/model';
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
  facts: [privateAddresses],
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
    closed: ({ loadBalancer, port, obstacle }: { loadBalancer: string; port: number; obstacle: Obstacle }) => {
      const { because, ...how } = describeObstacle(obstacle);
      return { says: `${loadBalancer} is internet-facing and listens on port ${port}, but ${because}.`, ...how, severity: 'warning' };
    },
  },
  check(loadBalancer, say, model) {
    const listeners = model.listeners.filter(listener => listener.exists.state === 'known' && ifKnown(listener.loadBalancer) === loadBalancer);
    if (listeners.length === 0 || say.need(loadBalancer.scheme) !== 'internet-facing') return;
    // By IPv6 a subnet has other routes and security groups other rules.
    const addressType = loadBalancer.properties.get('IpAddressType').text();
    if (addressType.state !== 'absent' && say.need(addressType) !== 'ipv4') return;
    checkRoutes(loadBalancer, model, say);
    const { interfaces, strays } = loadBalancerInterfaces(loadBalancer, model.network), [first] = [...interfaces, ...strays];
    if (!first || first.securityGroups.state === 'absent') return;
    for (const { port, protocol } of listeners) {
      const spoken = say.need(protocol);
      if (spoken === undefined || datagramProtocols.includes(spoken)) continue;
      const number = say.need(port), reach = number === undefined ? undefined : passSecurityGroups(first.securityGroups, 'ingress', number, 'internet');
      if (reach?.answer === 'unknown') say.undecided(reach.unknown);
      if (reach?.answer !== 'no' || number === undefined) continue;
      say.violated('closed', reach.obstacle, { loadBalancer: loadBalancer.id, port: number, obstacle: reach.obstacle }, { related: [loadBalancer, ...reach.obstacle.involved] });
    }
  },
});

function checkRoutes(loadBalancer: LoadBalancer, { network }: Model, say: Say<(typeof loadBalancerClients)['messages']>): void {
  const { interfaces, unknowns } = loadBalancerInterfaces(loadBalancer, network);
  const ways = interfaces.map(({ subnet }) => ({ subnet, passage: letsInternetIn(subnet, network) }));
  for (const { passage } of ways) if (passage !== 'open' && passage !== 'closed') say.undecided(passage);
  const shut = ways.flatMap(({ subnet, passage }) => (passage === 'closed' ? subnet : []));
  if (shut.length === 0) return;
  const isAll = unknowns.length === 0 && shut.length === ways.length;
  say.violated(isAll ? 'noWayIn' : 'partlyNoWayIn', loadBalancer.subnets, { loadBalancer: loadBalancer.id, subnets: shut.map(({ id }) => id) }, { related: shut });
}
