import { ifKnown } from '../../core/value';
import type { Subnet } from '../../model/network/subnet';
import { sameZone, zoneOfSubnet } from '../../model/network/zone';
import { defineRule } from '../rule';

/** A load balancer stands in each zone once, an Application Load Balancer in two at the least. */
export const loadBalancerZones = defineRule({
  id: 'load-balancer-zones',
  title: 'The load balancer does not get its Availability Zones',
  severity: 'error',
  phase: 'create',
  subject: 'loadBalancer',
  explanation: 'A load balancer takes one subnet in each Availability Zone, and an Application Load Balancer needs at least two zones. One that faces the internet, as it does unless its Scheme is internal, needs a VPC with an internet gateway. Elastic Load Balancing refuses anything else, and with it the stack.',
  docs: 'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/application-load-balancers.html',
  predicts: ['has no internet gateway', 'A load balancer cannot be attached to multiple subnets in the same Availability Zone', 'At least two subnets in two different Availability Zones must be specified'],
  facts: [],
  messages: {
    sameZone: ({ first, second }: { first: string; second: string }) => ({
      says: `${first} and ${second} lie in the same Availability Zone, and a load balancer takes one subnet in each.`,
      fix: `Put ${second} into another Availability Zone.`,
      ecsSays: 'A load balancer cannot be attached to multiple subnets in the same Availability Zone.',
    }),
    noSubnet: () => ({
      says: 'The load balancer names no subnets.',
      fix: 'Give it Subnets in at least two Availability Zones.',
      ecsSays: 'At least two subnets in two different Availability Zones must be specified.',
    }),
    noInternetGateway: ({ vpc }: { vpc: string }) => ({
      says: `The load balancer is internet-facing, and no internet gateway is attached to ${vpc}.`,
      fix: `Attach an internet gateway to ${vpc}, or set Scheme to internal.`,
      ecsSays: 'VPC vpc-… has no internet gateway',
    }),
    oneSubnet: ({ subnet }: { subnet: string }) => ({
      says: `An Application Load Balancer needs subnets in at least two Availability Zones, and ${subnet} is its only one.`,
      fix: 'Add a subnet in another Availability Zone.',
      ecsSays: 'At least two subnets in two different Availability Zones must be specified.',
    }),
  },
  check(loadBalancer, say, model) {
    const references = say.need(loadBalancer.subnets) ?? [], kind = say.need(loadBalancer.kind);
    const placed: { readonly subnet: Subnet; readonly zone: string }[] = [];
    for (const reference of references) {
      const subnet = say.need(model.network.subnets.find(reference)), zone = subnet && say.need(zoneOfSubnet(subnet));
      if (!subnet || zone === undefined) continue;
      const first = placed.find(other => sameZone(other.zone, zone) === 'yes');
      if (first) say.violated('sameZone', subnet.zone, { first: first.subnet.id, second: subnet.id }, { related: [first.subnet] });
      placed.push({ subnet, zone });
    }
    const vpc = placed[0] && ifKnown(placed[0].subnet.vpc);
    if (vpc && say.need(loadBalancer.scheme) === 'internet-facing' && say.need(vpc.hasInternetGateway) === false) {
      say.violated('noInternetGateway', vpc, { vpc: vpc.id }, { related: [loadBalancer] });
    }
    const [only] = references.map(reference => ifKnown(model.network.subnets.find(reference)));
    if (kind === 'application' && (loadBalancer.subnets.state === 'absent' || (loadBalancer.subnets.state === 'known' && references.length === 0))) say.violated('noSubnet', loadBalancer.subnets, undefined);
    if (kind === 'application' && references.length === 1 && only) say.violated('oneSubnet', loadBalancer.subnets, { subnet: only.id });
  },
});
