import { fact } from './fact';

/** Which kinds of addresses subnets have: IPv4, IPv6 alone, or both. */
export type SubnetKind = 'ipv4' | 'ipv6' | 'dualstack';

/** The kinds of subnets that go with an `IpAddressType`, by the type of the resource. A type that is not here goes with all. */
export const addressTypes = fact<ReadonlyMap<string, ReadonlyMap<string, readonly SubnetKind[]>>>({
  id: 'address-types',
  standing: 'documented',
  source: {
    url: 'https://docs.aws.amazon.com/vpc/latest/privatelink/create-interface-endpoint.html',
    read: '2026-11-22',
    says: 'Endpoints of IPv6 are for subnets of IPv6 alone, those of both kinds for subnets of both. For mount targets the API CreateMountTarget says the same. For load balancers every subnet needs IPv6 addresses (kubernetes-sigs/aws-load-balancer-controller issue 4852 has the refusal).',
  },
  value: new Map([
    ['AWS::EC2::VPCEndpoint', new Map<string, readonly SubnetKind[]>([['ipv4', ['ipv4', 'dualstack']], ['ipv6', ['ipv6']], ['dualstack', ['dualstack']]])],
    ['AWS::EFS::MountTarget', new Map<string, readonly SubnetKind[]>([['ipv4_only', ['ipv4', 'dualstack']], ['ipv6_only', ['ipv6']], ['dual_stack', ['dualstack']]])],
    ['AWS::ElasticLoadBalancingV2::LoadBalancer', new Map<string, readonly SubnetKind[]>([['dualstack', ['ipv6', 'dualstack']], ['dualstack-without-public-ipv4', ['ipv6', 'dualstack']]])],
  ]),
});
