import type { Value } from '../../core/value';
import type { Resource } from '../../template/resource';
import type { Lookup } from '../lookup';
import { nounOf, type Noun } from '../noun';
import type { LoadBalancer } from './load-balancer';

/** What leads clients of other networks to load balancers: `AWS::EC2::VPCEndpointService`, `AWS::ApiGateway::VpcLink`. */
export interface PrivateLink extends Noun {
  readonly loadBalancers: Value<readonly Value<LoadBalancer>[]>;
}

/** The property by which each type names network load balancers. */
const named = { 'AWS::ApiGateway::VpcLink': 'TargetArns', 'AWS::EC2::VPCEndpointService': 'NetworkLoadBalancerArns' } as const;

export function readPrivateLinks(of: (type: string) => readonly Resource[], loadBalancers: Lookup<LoadBalancer>): readonly PrivateLink[] {
  return Object.entries(named).flatMap(([type, property]) => of(type).map(resource => ({
    loadBalancers: loadBalancers.findAll(resource.properties.get(property).texts()), ...nounOf(resource),
  })));
}
