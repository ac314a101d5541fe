import { addressTypes, type SubnetKind } from '../../catalog/address-types';
import { ifKnown, type Value } from '../../core/value';
import { subnetKind } from '../../model/network/subnet-kind';
import { defineRule } from '../rule';

/** What is to have addresses of a kind stands in subnets that have such addresses. */
export const interfaceAddresses = defineRule({
  id: 'interface-addresses',
  title: 'The subnets do not have the addresses that IpAddressType asks for',
  severity: 'error',
  phase: 'create',
  subject: 'interfaceOwner',
  explanation: 'The addresses of a load balancer, an interface endpoint or a mount target come from its subnets. With addresses of both kinds it goes into subnets that have both; an endpoint or a mount target of IPv6 alone into subnets of IPv6 alone.',
  docs: 'https://docs.aws.amazon.com/vpc/latest/privatelink/create-interface-endpoint.html',
  predicts: ['You must specify subnets with an associated IPv6 CIDR block'],
  facts: [addressTypes],
  messages: {
    mismatch: ({ owner, type, subnet, kind, isLoadBalancer }: { owner: string; type: string; subnet: string; kind: SubnetKind; isLoadBalancer: boolean }) => ({
      says: `IpAddressType of ${owner} is ${type}, and ${subnet} has ${kinds[kind]}.`,
      fix: kind === 'ipv4' ? `Give ${subnet} an Ipv6CidrBlock, or leave IpAddressType out, which makes it IPv4.` : `Set IpAddressType of ${owner} to what ${subnet} has, or name other subnets.`,
      ...(isLoadBalancer ? { ecsSays: 'You must specify subnets with an associated IPv6 CIDR block.' } : {}),
    }),
  },
  check({ noun, subnets, addressType }, say, model) {
    const type = say.need(addressType), takes = type === undefined ? undefined : addressTypes.value.get(noun.type)?.get(type);
    if (type === undefined || !takes) return;
    // Next to no subnet has no IPv4 addresses: of one that is elsewhere there is nothing to ask.
    const read = <T>(value: Value<T>): T | undefined => (takes.includes('ipv4') ? ifKnown(value) : say.need(value));
    for (const value of read(subnets) ?? []) {
      const subnet = read(value), kind = subnet && read(subnetKind(subnet, model.strangers));
      if (!subnet || !kind || takes.includes(kind)) continue;
      say.violated('mismatch', addressType, { owner: noun.id, type, subnet: subnet.id, kind, isLoadBalancer: noun.type === 'AWS::ElasticLoadBalancingV2::LoadBalancer' }, { related: [noun, subnet] });
    }
  },
});

const kinds: Readonly<Record<SubnetKind, string>> = { ipv4: 'IPv4 addresses alone', ipv6: 'IPv6 addresses alone', dualstack: 'both IPv4 and IPv6 addresses' };
