import type { InstancePrice } from '../catalog/instance-prices';
import type { ResourceRef } from '../finding/finding';
import type { FailureReason } from '../placement/verdict';
import type { ScenarioName } from '../simulation/scenario';

/** What a fleet has to get through beside desired count. */
export type HeldScenario = 'rolling-update' | 'scaling-maximum' | 'zone-lost' | 'instance-lost';

/** What is asked of a group of container instances. */
export interface CapacityRequest {
  /** The Auto Scaling group, or its capacity provider, in one of the stacks. Its image decides the processor, and whether there are drivers for GPUs. */
  readonly group: ResourceRef;
  /** Whose types and prices are compared. */
  readonly region: string;
  /** By name, `*` standing for anything, as `m7g.*`; without it those of the current generation that give their whole CPU all the time. */
  readonly allowedInstanceTypes?: readonly string[];
  /** How many types EC2 is to choose from; 1 unless given. */
  readonly types?: number;
  /** `rolling-update`, `scaling-maximum` and `zone-lost` unless given. */
  readonly scenarios?: readonly HeldScenario[];
}

/** Types and numbers of instances. */
export interface CapacitySize {
  readonly instanceTypes: readonly string[];
  readonly min: number;
  readonly max: number;
}

/** Types and numbers that do, what they cost, and what decides them. */
export interface FittedCapacity extends CapacitySize {
  /** For `min` instances of the first type, on-demand with Linux, in US dollars. */
  readonly usdPerMonth: number;
  readonly price: Pick<InstancePrice, 'basis' | 'read'>;
  /** What would have no place if `min`, or `max`, were one less; left out where nothing would. */
  readonly decides: { readonly min?: ShortTasks; readonly max?: ShortTasks };
}

/** A type of which fewer instances would hold as much as all tasks ask for together, and cost less, if only they could be placed so. */
export interface OutdoneType {
  readonly instanceType: string;
  readonly floor: number;
  readonly min: number;
  readonly usdPerMonth: number;
  readonly decides?: ShortTasks;
}

/** Tasks without a place. */
export interface ShortTasks {
  readonly scenario: ScenarioName;
  readonly service: string;
  readonly tasks: number;
  /** What instances are short of; left out where there is none to ask. */
  readonly reason?: FailureReason;
  readonly what?: string;
}

/** Types on which a task has no place though it is alone. */
export interface TooSmallTypes {
  readonly service: string;
  readonly reason: FailureReason;
  readonly what?: string;
  readonly needed?: number;
  /** The most that one of them offers. */
  readonly most?: number;
  readonly types: number;
}

/** What fits. */
export interface CapacityFit {
  /** The cheapest first; none where nothing does. */
  readonly choices: readonly FittedCapacity[];
  /** Types that seemed cheaper than the first choice. */
  readonly outdone: readonly OutdoneType[];
  /** How many types were looked at. */
  readonly types: number;
  readonly tooSmall: readonly TooSmallTypes[];
  /** What no number of instances gets through, and so was not asked of them. */
  readonly unheld: readonly ShortTasks[];
  /** What may run there and could not be counted, why, and what would settle it. */
  readonly uncounted: readonly { readonly service: string; readonly reason: string; readonly resolveWith: string }[];
}
