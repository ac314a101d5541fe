import { Size } from 'aws-cdk-lib';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as iam from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import { InfrastructureRole } from '../role/infrastructure-role';
import { diskGiBOf } from '../sizes';

/** Container instances that ECS launches, patches and ends by itself. */
export interface ManagedInstancesProps {
  /**
   * What instances have to have. ECS chooses the cheapest that fit the tasks.
   * @default - any that fit
   */
  readonly instanceRequirements?: ec2.InstanceRequirementsConfig;
  /**
   * Whether they are Spot.
   * @default false
   */
  readonly spot?: boolean;
  /**
   * The disk for images and for what tasks write: `'100 GB'`.
   * @default - as ECS has it
   */
  readonly disk?: number | string;
  /**
   * Where the instances run.
   * @default - the private subnets of the cluster's VPC, or its public ones where it has no others
   */
  readonly vpcSubnets?: ec2.SubnetSelection;
}

/**
 * Makes `<cluster>/<id>` with the capacity provider, the role with which ECS launches instances, and the role that they have; and adds the provider to the cluster.
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ManagedInstances.html
 */
export function addManagedInstances(cluster: ecs.Cluster, id: string, { instanceRequirements, spot, disk, vpcSubnets }: ManagedInstancesProps): void {
  const scope = new Construct(cluster, id), { path } = scope.node;
  const instanceRole = new iam.Role(scope, 'InstanceRole', {
    assumedBy: new iam.ServicePrincipal('ec2.amazonaws.com'), managedPolicies: [iam.ManagedPolicy.fromAwsManagedPolicyName('AmazonECSInstanceRolePolicyForManagedInstances')],
  });
  const infrastructureRole = new InfrastructureRole(scope, 'InfrastructureRole', { instanceRoles: [instanceRole] });
  const provider = new ecs.ManagedInstancesCapacityProvider(scope, id, {
    infrastructureRole,
    ec2InstanceProfile: new iam.InstanceProfile(scope, 'InstanceProfile', { role: instanceRole }),
    subnets: cluster.vpc.selectSubnets(vpcSubnets).subnets,
    securityGroups: [new ec2.SecurityGroup(scope, 'SecurityGroup', { vpc: cluster.vpc, description: 'Managed Instances' })],
    instanceRequirements,
    capacityOptionType: spot ? ecs.CapacityOptionType.SPOT : undefined,
    taskVolumeStorage: disk === undefined ? undefined : Size.gibibytes(diskGiBOf(path, 'disk', disk)),
  });
  // What lets ECS pass the role of the instances stands in a policy of its own.
  provider.node.addDependency(infrastructureRole);
  cluster.addManagedInstancesCapacityProvider(provider);
}
