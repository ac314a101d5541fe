import type { SubnetSelection } from 'aws-cdk-lib/aws-ec2';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import { Construct, Dependable, type IConstruct, type IDependable } from 'constructs';

/**
 * What has to be there before the first task starts. Whatever starts tasks comes after it, and on deletion goes before it: CloudFormation sees only what is referred to, and nobody who starts tasks refers to
 * the policies of their roles, to the routes of their subnets, or to the association of the cluster with the capacity provider.
 */
export function neededFirst(cluster: ecs.ICluster, task: ecs.TaskDefinition, subnets: SubnetSelection | undefined): IDependable[] {
  return [
    found(() => (task.executionRole instanceof Construct ? [task.executionRole] : [])),
    // The L2 makes it when the app is synthesized.
    found(() => cluster.node.children.filter(child => child instanceof ecs.CfnClusterCapacityProviderAssociations)),
    ...(task.networkMode === ecs.NetworkMode.AWS_VPC ? [cluster.vpc.selectSubnets(subnets).internetConnectivityEstablished] : []),
  ];
}

/** Something to depend on that may be made later, and is looked for when the app is synthesized. */
function found(roots: () => IConstruct[]): IDependable {
  const dependable: IDependable = {};
  Dependable.implement(dependable, { get dependencyRoots() { return roots(); } });
  return dependable;
}
