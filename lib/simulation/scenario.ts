import type { Unknown } from '../core/value';
import type { Assumption, ResourceRef } from '../finding/finding';
import type { HostPort, InstanceGroup } from '../model/capacity/instance-group';
import type { Service } from '../model/service/service';
import type { Subnet } from '../model/network/subnet';
import type { TaskNeed } from '../model/task-definition/task-need';
import type { Resources } from '../placement/instance';
import type { NoPlace } from '../placement/verdict';
import type { RollingBounds } from './update';

/** What was played. */
export type ScenarioName = 'desired-count' | 'rolling-update' | 'scaling-maximum' | 'scaling-minimum' | 'zone-lost' | 'instance-lost';

/** What came of one scenario in one deployment. Data only: rules turn it into findings, the report shows it. */
export interface ScenarioResult {
  readonly name: ScenarioName;
  readonly outcome: Outcome;
  readonly services: readonly ServiceOutcome[];
  readonly clusters: readonly ClusterPlacement[];
  readonly assumptions: readonly Assumption[];
}

export type Outcome = 'succeeds' | 'fails' | 'undecided';

/** What came of one service. */
export interface ServiceOutcome {
  readonly service: Service;
  readonly outcome: Outcome;
  /** Tasks that were to run in the end, and that found a place. */
  readonly wanted: number;
  readonly placed: number;
  /** What stands in the way, also where the service gets past it in the end. */
  readonly obstacles: readonly ScenarioObstacle[];
  /** For `undecided`: what is not known. */
  readonly unknown?: Unknown;
  /** Where it is luck whether all its tasks find a place: at how many of the seeds that were tried they do. */
  readonly luck?: { readonly seeds: number; readonly places: number };
}

export type ScenarioObstacle = NoPlaceObstacle | LockedObstacle | AddressObstacle | LostZoneObstacle;

/** No container instance takes one of the tasks. */
export interface NoPlaceObstacle {
  readonly kind: 'noPlace';
  /** Whether that is certain, or only so on instances that have as little memory and as few network interfaces as instances of their type may have, or that are of one of several types. */
  readonly certain: boolean;
  /** Where a group may launch one type or another, and this one it is that has no room. */
  readonly onlyOnType?: string;
  readonly need: TaskNeed;
  readonly noPlace: NoPlace;
  /** The services of which one or another goes without in its stead, where that depends on what nobody can know. */
  readonly orElse: readonly Service[];
  /** The groups whose instances were asked, that of the closest first. */
  readonly groups: readonly InstanceGroup[];
  /** Changes of which each alone would do. */
  readonly repairs: readonly Repair[];
  /** The zone that was lost. */
  readonly zone?: string;
}

/** What lasts has a place for an update too that starts a new task before it stops an old one. */
export type Repair =
  | { readonly kind: 'memory'; readonly memoryMiB: number; readonly lasts: boolean } // no task asks for more
  | { readonly kind: 'cpu'; readonly cpuUnits: number; readonly lasts: boolean }
  | { readonly kind: 'ports'; readonly ports: readonly HostPort[]; readonly lasts: boolean } // dynamic ones in place of these
  | { readonly kind: 'zone'; readonly zone: string; readonly lasts: boolean } // a subnet of the service there
  | { readonly kind: 'type'; readonly group: InstanceGroup; readonly type: string; readonly lasts: boolean } // what the group launches
  | { readonly kind: 'instances'; readonly group: InstanceGroup; readonly grows: boolean; readonly instances: number; readonly lasting: number }; // the group has so many, or where it grows may have

/** By its own deployment configuration the service may neither start a new task nor stop an old one. */
export interface LockedObstacle {
  readonly kind: 'locked';
  readonly bounds: RollingBounds;
}

/** The subnets of the service have fewer addresses than tasks need at once. */
export interface AddressObstacle {
  readonly kind: 'addresses';
  readonly needed: number;
  readonly usable: number;
  readonly subnets: readonly Subnet[];
}

/** All subnets of the service lie in the zone that was lost. */
export interface LostZoneObstacle {
  readonly kind: 'lostZone';
  readonly zone: string;
}

/** Where every task of a cluster landed. */
export interface ClusterPlacement {
  readonly cluster: ResourceRef;
  readonly instances: readonly PlacedInstance[];
  readonly fargate: readonly { readonly service: ResourceRef; readonly tasks: number; readonly provider: string }[];
  readonly unplaced: readonly UnplacedTasks[];
}

/** Tasks of a service that found no place, and why. */
export interface UnplacedTasks extends Pick<NoPlaceObstacle, 'need' | 'noPlace' | 'repairs'> {
  readonly service: ResourceRef;
  readonly count: number;
  readonly ecsSays: string;
}

export interface PlacedInstance {
  readonly id: string;
  readonly zone: string;
  readonly type: string;
  readonly capacityProvider: string | undefined;
  readonly registered: Resources;
  readonly free: Resources;
  readonly tasks: readonly { readonly service: ResourceRef; readonly count: number }[];
}
