import type { Value } from '../../core/value';
import type { AutoScalingGroup } from './auto-scaling-group';
import type { CapacityProvider } from './capacity-provider';
import type { Cluster } from './cluster';

/** The container instances that one Auto Scaling group, or one `AWS::EC2::Instance`, brings to a cluster, as ECS would see them. */
export interface InstanceGroup {
  readonly autoScalingGroup: AutoScalingGroup;
  /** Unknown where a condition decides that is not known, and where nothing tells whether an ECS agent runs on its instances. */
  readonly exists: Value<boolean>;
  /** The cluster that its agents join. Absent: the account's cluster `default`. */
  readonly cluster: Value<Cluster>;
  readonly capacityProvider: CapacityProvider | undefined;
  /** What an instance registers, for each kind that the group may launch, most preferred first. */
  readonly shapes: Value<readonly InstanceShape[]>;
  /** Keys of the zones of its subnets. See `zoneKey`. */
  readonly zones: Value<readonly string[]>;
}

/** What a container instance of one type registers with ECS. */
export interface InstanceShape {
  /** As `m7g.large`. */
  readonly type: string;
  readonly cpuUnits: number;
  /** After the operating system and `ECS_RESERVED_MEMORY`: what every instance of the type has at least, and what none exceeds. */
  readonly memoryMiB: { readonly least: number; readonly most: number };
  readonly gpus: number;
  /** Tasks in `awsvpc` mode. */
  readonly taskEnis: number;
  /** The same where the account has the setting `awsvpcTrunking`, of which no template tells. */
  readonly trunkedTaskEnis: number;
  readonly reservedPorts: readonly HostPort[];
  /**
   * Built-in and custom attributes, with the value '' the capabilities of the agent, and with none those that it is known not to have. Left out are those that
   * every instance has and of which the value is not known before it runs: `ecs.ami-id`, `ecs.availability-zone`, `ecs.subnet-id`, `ecs.vpc-id`.
   */
  readonly attributes: ReadonlyMap<string, string | undefined>;
  /** False where the image or the user data is not known: the instance may have attributes beyond these. */
  readonly attributesComplete: boolean;
}

export interface HostPort {
  readonly port: number;
  readonly protocol: 'tcp' | 'udp';
}
