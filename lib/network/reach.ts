import type { Origin } from '../core/origin';
import type { Unknown } from '../core/value';
import type { ResourceRef } from '../finding/finding';
import type { InternetGateway } from '../model/network/internet-gateway';
import type { NatGateway } from '../model/network/nat-gateway';
import type { NetworkAcl } from '../model/network/network-acl';
import type { RouteTable } from '../model/network/route-table';
import type { SecurityGroup } from '../model/network/security-group';
import type { Subnet } from '../model/network/subnet';
import type { Vpc } from '../model/network/vpc';
import type { VpcEndpoint } from '../model/network/vpc-endpoint';
import type { OtherEnd } from './addresses';
import type { Passage } from './passage';

/** Whether traffic gets from an interface to where it wants to go, and if not what stands in its way. */
export type Reach =
  | { readonly answer: 'yes' }
  | { readonly answer: 'no'; readonly obstacle: Obstacle }
  | { readonly answer: 'unknown'; readonly unknown: Unknown };

/** What stands in the way for certain. */
export type Obstacle = Stop & {
  /** Where the repair belongs. */
  readonly at: Origin;
  /** Other resources that take part. */
  readonly involved: readonly ResourceRef[];
};

type Stop =
  | { readonly kind: 'noDns'; readonly vpc: Vpc }
  | { readonly kind: 'noIpv4'; readonly subnet: Subnet; readonly service: string }
  /** Without a table it is the VPC's main one, which leads nowhere. */
  | { readonly kind: 'noRoute'; readonly subnet: Subnet; readonly table: RouteTable | undefined }
  | { readonly kind: 'gatewayNotAttached'; readonly gateway: InternetGateway }
  | { readonly kind: 'noPublicAddress'; readonly gateway: InternetGateway }
  | { readonly kind: 'natGateway'; readonly natGateway: NatGateway; readonly because: Obstacle }
  | { readonly kind: 'securityGroups'; readonly groups: readonly SecurityGroup[]; readonly direction: Direction; readonly port: number; readonly other: OtherEnd }
  | { readonly kind: 'networkAcl'; readonly acl: NetworkAcl; readonly subnet: Subnet; readonly direction: Direction; readonly port: number; readonly other: OtherEnd }
  | { readonly kind: 'endpointMissing'; readonly vpc: Vpc; readonly table: RouteTable | undefined }
  | { readonly kind: 'endpointWithoutPrivateDns'; readonly endpoint: VpcEndpoint }
  | { readonly kind: 'endpointPolicy'; readonly endpoint: VpcEndpoint; readonly action: string; readonly isForLayers: boolean }
  | { readonly kind: 'endpointWithoutRoute'; readonly endpoint: VpcEndpoint; readonly subnet: Subnet; readonly table: RouteTable | undefined };

/** The way a connection is opened, seen from the interface: out of it or into it. */
export type Direction = 'ingress' | 'egress';

export const reached: Reach = { answer: 'yes' };

export function blocked(obstacle: Obstacle): Reach {
  return { answer: 'no', obstacle };
}

export function open(value: Unknown): Reach {
  return { answer: 'unknown', unknown: value };
}

/** Whether what a rule says lets the traffic through; `obstacle` is what stands in the way if not. */
export function through(passage: Passage, obstacle: () => Obstacle): Reach {
  if (passage === 'open') return reached;
  return passage === 'closed' ? blocked(obstacle()) : open(passage);
}

/** A way all of whose parts must be passed. The first obstacle that is certain counts before anything that is not known. */
export function along(parts: readonly Reach[]): Reach {
  return parts.find(({ answer }) => answer === 'no') ?? parts.find(({ answer }) => answer === 'unknown') ?? reached;
}

/** Several ways, of which one is enough; `otherwise` where there is none. */
export function byAny(ways: readonly Reach[], otherwise: Reach): Reach {
  return ways.find(({ answer }) => answer === 'yes') ?? ways.find(({ answer }) => answer === 'unknown') ?? ways[0] ?? otherwise;
}
