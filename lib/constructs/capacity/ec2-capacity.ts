import { Token } from 'aws-cdk-lib';
import * as autoscaling from 'aws-cdk-lib/aws-autoscaling';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import type * as iam from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import { misuse, pathOf } from '../misuse';
import { InstanceRole } from '../role/instance-role';
import { checkPercent, memoryMiBOf } from '../sizes';

/** Container instances that an Auto Scaling group brings to a cluster. */
export interface Ec2CapacityProps {
  /**
   * Types that may be launched, most preferred first, as text (`m7g.large`) or as CDK's own. All of one processor architecture, since a group has one machine image.
   */
  readonly instanceTypes: (string | ec2.InstanceType)[];
  /**
   * The fewest instances.
   * @default 2
   */
  readonly minCapacity?: number;
  /**
   * The most instances. Between the two ECS decides by the tasks that want a place.
   * @default - 10, or minCapacity where that is more
   */
  readonly maxCapacity?: number;
  /**
   * How much of the instances ECS aims to use, in percent of their number: with 80, two of ten are kept free for the next tasks.
   * @default 100
   */
  readonly targetCapacityPercent?: number;
  /**
   * Memory of each instance that tasks may not have (`ECS_RESERVED_MEMORY`), in MiB or as text (`256 MB`).
   * @default - none
   */
  readonly reservedMemory?: number | string;
  /**
   * The machine image, one of the ECS-optimized Amazon Linux. Instances with GPUs need the one with their drivers: `ecs.EcsOptimizedImage.amazonLinux2023(ecs.AmiHardwareType.GPU)`.
   * @default - the current ECS-optimized Amazon Linux 2023 for the architecture of the instance types, looked up by CloudFormation at each deployment
   */
  readonly machineImage?: ec2.IMachineImage;
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
  const path = pathOf(cluster, id), { targetCapacityPercent = 100 } = props;
  checkPercent(path, { targetCapacityPercent });
  const scope = new Construct(cluster, id);
  const types = props.instanceTypes.map(type => (typeof type === 'string' ? instanceType(path, type) : type));
  const role = new AgentRole(scope, 'InstanceRole', { cluster }), template = launchTemplate(scope, cluster.vpc, types, role, props);
  const provider = new ecs.AsgCapacityProvider(scope, id, {
    autoScalingGroup: autoScalingGroup(scope, cluster.vpc, types, template, props),
    targetCapacityPercent,
    enableManagedScaling: true,
    enableManagedTerminationProtection: true,
    enableManagedDraining: true,
  });
  role._whileClosed(() => { cluster.addAsgCapacityProvider(provider); });
  // So that the load balancers of services in bridge or host mode are let in: the L2 does this only for groups added in other ways.
  cluster.connections.addSecurityGroup(...template.connections.securityGroups);
  if (props.reservedMemory !== undefined) {
    template.userData?.addCommands(`echo ECS_RESERVED_MEMORY=${memoryMiBOf(path, props.reservedMemory, 'reservedMemory')} >> /etc/ecs/ecs.config`);
  }
}

/** The role of the agents in a group. Where the L2 takes the group it grants what the role has already, for more resources than this cluster's. */
class AgentRole extends InstanceRole {
  private isClosed = false;

  _whileClosed(act: () => void): void {
    this.isClosed = true;
    act();
    this.isClosed = false;
  }

  override addToPrincipalPolicy(statement: iam.PolicyStatement): iam.AddToPrincipalPolicyResult {
    return this.isClosed ? { statementAdded: true } : super.addToPrincipalPolicy(statement);
  }
}

function launchTemplate(scope: Construct, vpc: ec2.IVpc, types: readonly ec2.InstanceType[], role: iam.IRole, props: Ec2CapacityProps): ec2.LaunchTemplate {
  const architecture = architectureOf(scope, types);
  return new ec2.LaunchTemplate(scope, 'LaunchTemplate', {
    ...(types.length === 1 ? { instanceType: types[0] } : {}),
    machineImage: props.machineImage ?? ecs.EcsOptimizedImage.amazonLinux2023(
      architecture === ec2.InstanceArchitecture.ARM_64 ? ecs.AmiHardwareType.ARM : ecs.AmiHardwareType.STANDARD),
    role,
    securityGroup: new ec2.SecurityGroup(scope, 'SecurityGroup', { vpc, description: 'Container instances' }),
    userData: ec2.UserData.forLinux(),
    requireImdsv2: true,
    // In a public subnet this is the only way to ECS and to the registries.
    ...(vpc.selectSubnets(props.vpcSubnets).hasPublic ? { associatePublicIpAddress: true } : {}),
  });
}

function autoScalingGroup(
  scope: Construct, vpc: ec2.IVpc, types: readonly ec2.InstanceType[], template: ec2.LaunchTemplate, props: Ec2CapacityProps,
): autoscaling.AutoScalingGroup {
  const { minCapacity = 2, vpcSubnets } = props;
  const maxCapacity = props.maxCapacity ?? (Token.isUnresolved(minCapacity) ? minCapacity : Math.max(minCapacity, 10));
  const group = new autoscaling.AutoScalingGroup(scope, 'AutoScalingGroup', {
    vpc, vpcSubnets, minCapacity, maxCapacity,
    ...(types.length === 1
      ? { launchTemplate: template }
      : { mixedInstancesPolicy: { launchTemplate: template, launchTemplateOverrides: types.map(instanceType => ({ instanceType })) } }),
  });
  // An instance that boots before its route exists does not find ECS.
  group.node.addDependency(vpc.selectSubnets(vpcSubnets).internetConnectivityEstablished);
  return group;
}

function instanceType(path: string, name: string): ec2.InstanceType {
  if (!/^[a-z0-9-]+\.[a-z0-9-]+$/.test(name)) throw misuse(path, `instanceTypes holds '${name}', which is no instance type. Give types by name, as 'm7g.large'.`);
  return new ec2.InstanceType(name);
}

function architectureOf(scope: Construct, types: readonly ec2.InstanceType[]): ec2.InstanceArchitecture {
  const [first, ...others] = types;
  if (!first) throw misuse(scope, "instanceTypes is empty. Give at least one, as 'm7g.large'.");
  const other = others.find(type => type.architecture !== first.architecture);
  if (other) {
    throw misuse(scope, `instanceTypes holds ${first.toString()} (${first.architecture}) and ${other.toString()} (${other.architecture}), and one machine image cannot serve both. `
      + 'Make a capacity provider for each architecture.');
  }
  return first.architecture;
}
