import { Token, type Duration } from 'aws-cdk-lib';
import * as autoscaling from 'aws-cdk-lib/aws-autoscaling';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as iam from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import { durationOf } from '../durations';
import { misuse, pathOf } from '../misuse';
import { InstanceRole } from '../role/instance-role';
import { diskGiBOf, memoryMiBOf } from '../sizes';
import { configureAgent, imageFor, type InstanceImage, type InstanceSystem } from './instance-image';
import { warnOfUnknownTypes } from './known-types';

/** How much of a group is Spot. */
export interface SpotOptions {
  /**
   * Instances that are on-demand before the share counts.
   * @default 0
   * @range a whole number from 0
   */
  readonly onDemandBase?: number;
  /**
   * The share of on-demand instances beyond the base, in percent.
   * @default 0
   * @range a whole number from 0 to 100
   */
  readonly onDemandPercent?: number;
  /**
   * By what EC2 chooses among the instance types.
   * @default autoscaling.SpotAllocationStrategy.PRICE_CAPACITY_OPTIMIZED
   */
  readonly allocation?: autoscaling.SpotAllocationStrategy;
}

/** Container instances that an Auto Scaling group brings to a cluster. */
export interface Ec2CapacityProps {
  /**
   * Types that may be launched, most preferred first, as text (`m7g.large`) or as CDK's own. All of one processor architecture, since a group has one machine image.
   * @default - those that `instanceRequirements` describe
   */
  readonly instanceTypes?: (string | ec2.InstanceType)[];
  /**
   * What instances have to have, in place of their types: `{ vCpuCount: { min: 2, max: 8 }, memoryMiB: { min: 8192 } }`. EC2 chooses among all that have it. They are of x86, unless `architecture` says else.
   * @default - those in `instanceTypes`
   */
  readonly instanceRequirements?: autoscaling.CfnAutoScalingGroup.InstanceRequirementsProperty;
  /**
   * The processor architecture, where no `instanceTypes` say it.
   * @default ec2.InstanceArchitecture.X86_64
   */
  readonly architecture?: ec2.InstanceArchitecture;
  /**
   * The fewest instances.
   * @default 2
   * @range a whole number from 0
   */
  readonly minCapacity?: number;
  /**
   * The most instances. Between the two ECS decides by the tasks that want a place.
   * @default - 10, or minCapacity where that is more
   * @range a whole number from 0
   */
  readonly maxCapacity?: number;
  /**
   * How much of the instances ECS aims to use, in percent of their number: with 80, two of ten are kept free for the next tasks.
   * @default 100
   * @range a whole number from 1 to 100
   */
  readonly targetCapacityPercent?: number;
  /**
   * Whether instances are Spot, and how many. Tasks are moved away when EC2 takes one back.
   * @default - all are on-demand
   */
  readonly spot?: boolean | SpotOptions;
  /**
   * The operating system, of which the current image with the ECS agent is taken, with drivers where the types have GPUs or Inferentia: `amazon-linux-2023`, `bottlerocket`,
   * `windows-2022-core` and the like (2019, 2022, 2025; `core`, or `full` with a desktop).
   * @default 'amazon-linux-2023'
   */
  readonly operatingSystem?: InstanceSystem;
  /**
   * A machine image of your own, built on the ECS-optimized one of the operating system.
   * @default - the current one of the operating system for the architecture of the instances, looked up by CloudFormation at each deployment
   */
  readonly machineImage?: ec2.IMachineImage;
  /**
   * Memory of each instance that tasks may not have (`ECS_RESERVED_MEMORY`), in MiB or as text (`256 MB`).
   * @default - none
   */
  readonly reservedMemory?: number | string;
  /**
   * The disk for images and for what containers write: `'100 GB'`. It is encrypted.
   * @default - that of the image: 30 GB on Amazon Linux, 20 GB on Bottlerocket
   */
  readonly disk?: number | string;
  /**
   * Instances that are started in advance and wait stopped, so that they join in seconds.
   * @default - none
   */
  readonly warmPool?: autoscaling.WarmPoolOptions;
  /**
   * How long an instance takes until it counts, after it was started.
   * @default '5 minutes'
   */
  readonly warmup?: Duration | string;
  /**
   * Whether ECS keeps instances that have tasks from being taken away when the group gets smaller.
   * @default true
   */
  readonly scaleInProtection?: boolean;
  /**
   * Whether ECS moves tasks to other instances before one goes.
   * @default true
   */
  readonly draining?: boolean;
  /**
   * The capacity reservation in which instances are launched: its id, or the ARN of a group of them.
   * @default - none, or an open one that fits
   */
  readonly capacityReservation?: string;
  /**
   * Whether Session Manager of Systems Manager may open a shell on the instances.
   * @default false
   */
  readonly sessionManager?: boolean;
  /**
   * Where the instances run.
   * @default - the private subnets of the cluster's VPC, or its public ones where it has no others
   */
  readonly vpcSubnets?: ec2.SubnetSelection;
}

/**
 * Makes `<cluster>/<id>` with launch template, Auto Scaling group and capacity provider, and adds the provider to the cluster.
 *
 * Managed scaling, managed termination protection and managed draining are on: ECS sizes the group, ends no instance that has tasks, and moves tasks away before
 * an instance ends. The three together are the safest of their combinations
 * (https://docs.aws.amazon.com/AmazonECS/latest/developerguide/managed-termination-protection.html).
 */
export function addEc2Capacity(cluster: ecs.Cluster, id: string, props: Ec2CapacityProps): void {
  const path = pathOf(cluster, id), { targetCapacityPercent = 100, operatingSystem = 'amazon-linux-2023', scaleInProtection = true, draining = true } = props;
  const scope = new Construct(cluster, id), types = typesOf(path, props), architecture = architectureOf(path, types, props), image = imageFor(operatingSystem, architecture, types);
  if (image.type === undefined && architecture === ec2.InstanceArchitecture.ARM_64) throw misuse(path, `operatingSystem is ${operatingSystem}, and there is no Windows for arm64. Give types of x86, as instanceTypes: ['m7i.large'].`);
  warnOfUnknownTypes(scope, types.map(type => type.toString()));
  const role = new AgentRole(scope, 'InstanceRole', { cluster });
  if (props.sessionManager) role.addManagedPolicy(iam.ManagedPolicy.fromAwsManagedPolicyName('AmazonSSMManagedInstanceCore'));
  const template = launchTemplate(scope, cluster.vpc, types, image, role, props);
  const provider = new ecs.AsgCapacityProvider(scope, id, {
    autoScalingGroup: autoScalingGroup(scope, cluster.vpc, types, template, props),
    machineImageType: image.type,
    targetCapacityPercent,
    instanceWarmupPeriod: durationOf(path, 'warmup', props.warmup)?.toSeconds(),
    enableManagedScaling: true,
    enableManagedTerminationProtection: scaleInProtection,
    enableManagedDraining: draining,
  });
  role._whileClosed(() => { introduce(image, () => { cluster.addAsgCapacityProvider(provider); }); });
  // So that the load balancers of services in bridge or host mode are let in: the L2 does this only for groups added in other ways.
  cluster.connections.addSecurityGroup(...template.connections.securityGroups);
  configureAgent(image, cluster.clusterName, {
    reservedMemory: props.reservedMemory === undefined ? undefined : memoryMiBOf(path, props.reservedMemory, 'reservedMemory'),
    drainsSpot: spotOf(props) !== undefined,
    isInWarmPool: props.warmPool !== undefined,
  });
}

/** Lets the L2 take a group, and say to its instances what we do not say ourselves. */
function introduce({ type, userData }: InstanceImage, take: () => void): void {
  const { addCommands } = userData;
  if (type === undefined) userData.addCommands = () => undefined;
  take();
  userData.addCommands = addCommands;
}

/** The role of the agents in a group. Where the L2 takes the group it grants what the role has already, for more resources than this cluster's. */
class AgentRole extends InstanceRole {
  private isClosed = false;

  _whileClosed(act: () => void): void {
    this.isClosed = true;
    act();
    this.isClosed = false;
  }

  override addManagedPolicy(policy: iam.IManagedPolicy): void {
    if (!this.isClosed) super.addManagedPolicy(policy);
  }

  override addToPrincipalPolicy(statement: iam.PolicyStatement): iam.AddToPrincipalPolicyResult {
    return this.isClosed ? { statementAdded: true } : super.addToPrincipalPolicy(statement);
  }
}

function launchTemplate(scope: Construct, vpc: ec2.IVpc, types: readonly ec2.InstanceType[], image: InstanceImage, role: iam.IRole, props: Ec2CapacityProps): ec2.LaunchTemplate {
  const { path } = scope.node, { disk, capacityReservation, machineImage = image.image } = props;
  const template = new ec2.LaunchTemplate(scope, 'LaunchTemplate', {
    ...(isMixed(types, props) ? {} : { instanceType: types[0] }),
    machineImage, role,
    securityGroup: new ec2.SecurityGroup(scope, 'SecurityGroup', { vpc, description: 'Container instances' }),
    userData: image.userData,
    requireImdsv2: true,
    // In a public subnet this is the only way to ECS and to the registries.
    ...(vpc.selectSubnets(props.vpcSubnets).hasPublic ? { associatePublicIpAddress: true } : {}),
    ...(disk === undefined ? {} : { blockDevices: [{ deviceName: image.dataDevice, volume: ec2.BlockDeviceVolume.ebs(diskGiBOf(path, 'disk', disk), { encrypted: true, volumeType: ec2.EbsDeviceVolumeType.GP3 }) }] }),
  });
  if (capacityReservation !== undefined) {
    const target = capacityReservation.startsWith('arn:') || Token.isUnresolved(capacityReservation) ? { CapacityReservationResourceGroupArn: capacityReservation } : { CapacityReservationId: capacityReservation };
    (template.node.defaultChild as ec2.CfnLaunchTemplate).addPropertyOverride('LaunchTemplateData.CapacityReservationSpecification', { CapacityReservationTarget: target });
  }
  return template;
}

function autoScalingGroup(scope: Construct, vpc: ec2.IVpc, types: readonly ec2.InstanceType[], template: ec2.LaunchTemplate, props: Ec2CapacityProps): autoscaling.AutoScalingGroup {
  const { minCapacity = 2, vpcSubnets, instanceRequirements, warmPool } = props, spot = spotOf(props);
  const maxCapacity = props.maxCapacity ?? (Token.isUnresolved(minCapacity) ? minCapacity : Math.max(minCapacity, 10));
  if (!Token.isUnresolved(minCapacity) && !Token.isUnresolved(maxCapacity) && minCapacity > maxCapacity) throw misuse(scope, `minCapacity is ${minCapacity} and maxCapacity ${maxCapacity}. Give a maxCapacity that is not below it.`);
  if (warmPool && isMixed(types, props)) throw misuse(scope, 'warmPool is for a group of one instance type without Spot: EC2 keeps no others in it. Leave it out, or give one type.');
  const group = new autoscaling.AutoScalingGroup(scope, 'AutoScalingGroup', {
    vpc, vpcSubnets, minCapacity, maxCapacity,
    ...(isMixed(types, props)
      ? {
        mixedInstancesPolicy: {
          launchTemplate: template,
          launchTemplateOverrides: instanceRequirements ? [{ instanceRequirements }] : types.map(instanceType => ({ instanceType })),
          ...(spot ? {
            instancesDistribution: {
              onDemandBaseCapacity: spot.onDemandBase ?? 0, onDemandPercentageAboveBaseCapacity: spot.onDemandPercent ?? 0, spotAllocationStrategy: spot.allocation ?? autoscaling.SpotAllocationStrategy.PRICE_CAPACITY_OPTIMIZED,
            },
          } : {}),
        },
      }
      : { launchTemplate: template }),
  });
  if (warmPool) group.addWarmPool(warmPool);
  // An instance that boots before its route exists does not find ECS.
  group.node.addDependency(vpc.selectSubnets(vpcSubnets).internetConnectivityEstablished);
  return group;
}

/** Whether EC2 chooses: among types, or between on-demand and Spot. */
function isMixed(types: readonly ec2.InstanceType[], props: Ec2CapacityProps): boolean {
  return types.length !== 1 || spotOf(props) !== undefined;
}

function spotOf({ spot }: Ec2CapacityProps): SpotOptions | undefined {
  return spot === true ? {} : spot === false ? undefined : spot;
}

function typesOf(path: string, { instanceTypes, instanceRequirements }: Ec2CapacityProps): readonly ec2.InstanceType[] {
  if (instanceTypes && instanceRequirements) throw misuse(path, 'instanceTypes and instanceRequirements both say what is launched. Give one of them.');
  if (!instanceTypes && !instanceRequirements) throw misuse(path, "neither instanceTypes nor instanceRequirements is given. Give one of them, as instanceTypes: ['m7g.large'].");
  if (instanceTypes?.length === 0) throw misuse(path, "instanceTypes is empty. Give at least one, as 'm7g.large'.");
  return (instanceTypes ?? []).map(type => (typeof type === 'string' ? instanceType(path, type) : type));
}

function instanceType(path: string, name: string): ec2.InstanceType {
  if (!/^[a-z0-9-]+\.[a-z0-9-]+$/.test(name) && !Token.isUnresolved(name)) throw misuse(path, `instanceTypes holds '${name}', which is no instance type. Give types by name, as 'm7g.large'.`);
  return new ec2.InstanceType(name);
}

function architectureOf(path: string, types: readonly ec2.InstanceType[], { architecture }: Ec2CapacityProps): ec2.InstanceArchitecture {
  const [first, ...others] = types;
  if (!first) return architecture ?? ec2.InstanceArchitecture.X86_64;
  if (architecture) throw misuse(path, 'architecture goes with instanceRequirements; instanceTypes have theirs. Leave it out.');
  const other = others.find(type => type.architecture !== first.architecture);
  if (other) {
    throw misuse(path, `instanceTypes holds ${first.toString()} (${first.architecture}) and ${other.toString()} (${other.architecture}), and one machine image cannot serve both. `
      + 'Make a capacity provider for each architecture.');
  }
  return first.architecture;
}
