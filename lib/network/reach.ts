import type { Origin } from '../core/origin';
import type { Unknown } from '../core/value';
import type { ResourceRef } from '../finding/finding';
import type { Family } from '../model/network/family';
import type { InternetGateway } from '../model/network/internet-gateway';
import type { NatGateway } from '../model/network/nat-gateway';
import type { NetworkAcl } from '../model/network/network-acl';
import type { RouteTable } from '../model/network/route-table';
import type { SecurityGroup } from '../model/network/security-group';
import type { Subnet } from '../model/network/subnet';
import type { Vpc } from '../model/network/vpc';
import type { VpcEndpoint } from '../model/network/vpc-endpoint';
import type { OtherEnd } from './addresses';
import type { Way } from './interface';
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
  /** What is wanted has IPv4 addresses alone; `instead`: a name by which it has both. */
  | { readonly kind: 'noIpv4'; readonly subnet: Subnet; readonly instead: string | undefined }
  /** What connects to interfaces in the subnet does so by addresses of a kind that they have not. */
  | { readonly kind: 'noAddress'; readonly subnet: Subnet; readonly family: Family }
  /** A mount target has no addresses of the kind by which its clients come. */
  | { readonly kind: 'mountTargetAddress'; readonly mountTarget: string; readonly family: Family }
  /** Without a table it is the VPC's main one, which leads nowhere. */
  | { readonly kind: 'noRoute'; readonly way: Way; readonly subnet: Subnet; readonly table: RouteTable | undefined }
  | { readonly kind: 'gatewayNotAttached'; readonly gateway: InternetGateway }
  | { readonly kind: 'noPublicAddress'; readonly gateway: InternetGateway }
  | { readonly kind: 'natGateway'; readonly natGateway: NatGateway; readonly because: Obstacle }
  | { readonly kind: 'securityGroups'; readonly groups: readonly SecurityGroup[] } & Traffic
  | { readonly kind: 'networkAcl'; readonly acl: NetworkAcl; readonly subnet: Subnet } & Traffic
  | { readonly kind: 'endpointMissing'; readonly vpc: Vpc; readonly table: RouteTable | undefined }
  | { readonly kind: 'endpointWithoutPrivateDns'; readonly endpoint: VpcEndpoint }
  | { readonly kind: 'endpointPolicy'; readonly endpoint: VpcEndpoint; readonly action: string; readonly isForLayers: boolean }
  | { readonly kind: 'endpointWithoutRoute'; readonly endpoint: VpcEndpoint; readonly subnet: Subnet; readonly table: RouteTable | undefined };

/** The way a connection is opened, seen from the interface: out of it or into it. */
export type Direction = 'ingress' | 'egress';

/** A TCP connection as one of its ends sees it. */
export interface Traffic {
  readonly direction: Direction;
  readonly family: Family;
  readonly port: number;
  readonly other: OtherEnd;
}

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
