import { ephemeralPorts } from '../../catalog/ephemeral-ports';
import { publicAddresses } from '../../catalog/public-addresses';
import { ifKnown, type Value } from '../../core/value';
import type { Model } from '../../model/model';
import type { NatGateway } from '../../model/network/nat-gateway';
import type { Noun } from '../../model/noun';
import { byResource, isSame, type Change } from '../../finding/finding';
import { reference } from '../../finding/written';
import type { Subnet } from '../../model/network/subnet';
import { coversAddresses } from '../../network/addresses';
import { reachThrough } from '../../network/internet';
import type { Obstacle } from '../../network/reach';
import { defineRule } from '../rule';
import { describeObstacle } from './describe-obstacle';
import { isOf, newAddress, publicSubnetFor } from './missing-way';
import { listed } from '../listed';

/** What is to pass tasks on to the internet is a public NAT gateway, in a subnet that leads there, of a VPC with an internet gateway. */
export const natGatewayWithoutWayOut = defineRule({
  id: 'nat-gateway-without-way-out',
  title: 'A NAT gateway has no way to the internet',
  severity: 'error',
  phase: 'start',
  subject: 'natGateway',
  explanation: 'A NAT gateway passes on what private subnets send to the internet, by the routes of the subnet in which it stands itself. It belongs in a public subnet, whose route for 0.0.0.0/0 leads to an internet gateway, '
    + 'and not in the subnet that it is to serve. In a VPC without an internet gateway EC2 does not create one, nor a public one without an Elastic IP address. A private one leads to other networks: what it sends to an internet gateway is dropped.',
  docs: 'https://docs.aws.amazon.com/vpc/latest/userguide/nat-gateway-troubleshooting.html',
  predicts: ['CannotPullContainerError', 'No Container Instances were found in your cluster', 'has no Internet gateway attached'],
  facts: [publicAddresses, ephemeralPorts],
  messages: {
    private: ({ natGateway, users, repair }: { natGateway: string; users: readonly string[]; repair: readonly Change[] }) => ({
      says: `${natGateway} is private and has no address of the internet. ${neverArrives(users)}`,
      fix: 'Take ConnectivityType out, and give AllocationId that of an AWS::EC2::EIP.',
      repair: [{ remove: true }, ...repair],
      ecsSays: 'CannotPullContainerError: … i/o timeout',
    }),
    noAddress: ({ repair }: { repair: readonly Change[] }) => ({
      says: 'The NAT gateway is public and has no AllocationId, the Elastic IP address with which it speaks to the internet.',
      fix: 'Add an AWS::EC2::EIP, and give AllocationId its AllocationId; or set ConnectivityType to private.',
      repair,
      phase: 'create',
    }),
    noInternetGateway: ({ vpc }: { vpc: string }) => ({
      says: `No internet gateway is attached to ${vpc}, in which the NAT gateway stands.`,
      fix: `Attach an internet gateway to ${vpc} (AWS::EC2::InternetGateway and AWS::EC2::VPCGatewayAttachment).`,
      ecsSays: 'Network vpc-… has no Internet gateway attached',
      phase: 'create',
    }),
    noWayOut: ({ natGateway, subnet, obstacle, users, better }: { natGateway: string; subnet: string; obstacle: Obstacle; users: readonly string[]; better: Subnet | undefined }) => ({
      says: `${natGateway} stands in ${subnet}, but ${describeObstacle(obstacle).because.replace('their route table', 'the route table')}. `
        + (users.length > 0 ? neverArrives(users) : 'Nothing that goes through it gets to the internet.'),
      fix: `Put ${natGateway} in a subnet whose route for 0.0.0.0/0 leads to an internet gateway.`,
      ...(better ? { repair: [{ set: reference(better.id) }] } : {}),
      ...(users.length > 0 ? { ecsSays: 'CannotPullContainerError: … i/o timeout' } : { severity: 'warning' }),
    }),
  },
  check(natGateway, say, model) {
    const subnet = say.need(natGateway.subnet), isPublic = say.need(natGateway.isPublic);
    const vpc = subnet && say.need(subnet.vpc), attached = vpc && say.need(vpc.hasInternetGateway);
    if (!subnet || !vpc || isPublic === undefined || attached === undefined) return;
    const allocation = natGateway.properties.get('AllocationId');
    if (isPublic && allocation.given === 'no') say.violated('noAddress', allocation, { repair: addressFor(natGateway, model) }, { related: [subnet] });
    if (isPublic && !attached) return say.violated('noInternetGateway', vpc, { vpc: vpc.id }, { related: [subnet] });
    const reach = reachThrough(natGateway, model.network);
    if (reach.answer === 'unknown') return say.undecided(reach.unknown);
    if (reach.answer === 'yes' || reach.obstacle.kind !== 'natGateway') return;
    const users = usersOf(natGateway, model), { because } = reach.obstacle;
    // What a private one is for, and nobody here sends to the internet through it, is none of that.
    if (!isPublic) return users.length > 0 ? say.violated('private', reach.obstacle, { natGateway: natGateway.id, users: users.map(({ id }) => id), repair: addressFor(natGateway, model) }, { related: [...users, ...reach.obstacle.involved] }) : undefined;
    const place = publicSubnetFor(subnet, model.network), better = place && isOf(natGateway.stack, place) ? place : undefined;
    say.violated('noWayOut', reach.obstacle, { natGateway: natGateway.id, subnet: subnet.id, obstacle: because, users: users.map(({ id }) => id), better }, { related: [...users, ...reach.obstacle.involved] });
  },
});

function addressFor({ id, stack, properties }: NatGateway, model: Model): readonly Change[] {
  const address = newAddress(stack, `${id}Address`, model);
  return [address.add, { at: properties.get('AllocationId').at, set: reference(address.id, 'AllocationId') }];
}

function neverArrives(users: readonly string[]): string {
  return `What ${listed(users)} ${users.length === 1 ? 'sends' : 'send'} to the internet goes through it and never arrives.`;
}

/** The services and Auto Scaling groups with a subnet from which a route leads to the internet by the NAT gateway. */
function usersOf(natGateway: NatGateway, { services, instanceGroups, network }: Model): readonly Noun[] {
  const uses = (subnets: Value<readonly Value<string>[]>): boolean => (ifKnown(network.subnets.findAll(subnets)) ?? []).some(subnet =>
    subnet.state === 'known' && subnet.value.routeTable.state === 'known' && subnet.value.routeTable.value.routes.some(({ range, target }) => {
      const found = coversAddresses(range, 'ipv4', 'internet') === 'open' && target.state === 'known' && target.value.property === 'NatGatewayId' ? network.natGateways.find(target.value.id) : undefined;
      return found?.state === 'known' && isSame(found.value, natGateway);
    }));
  return [...services, ...instanceGroups.map(({ autoScalingGroup }) => autoScalingGroup)].filter(({ subnets }) => uses(subnets)).sort(byResource);
}
