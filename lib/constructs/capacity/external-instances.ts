import { CfnOutput, Stack } from 'aws-cdk-lib';
import type * as ecs from 'aws-cdk-lib/aws-ecs';
import * as iam from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import { agentStatements } from '../role/instance-role';

/**
 * Makes `<cluster>/<id>` with the role by which machines outside of AWS register with the cluster, and the command that begins it as an output: an activation of Systems Manager is nothing that
 * CloudFormation can make. Machines then run Amazon's script with what the command prints.
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-anywhere-registration.html
 */
export function addExternalInstances(cluster: ecs.Cluster, id: string, limit: number): void {
  const scope = new Construct(cluster, id);
  const role = new iam.Role(scope, 'InstanceRole', {
    // https://docs.aws.amazon.com/systems-manager/latest/userguide/hybrid-multicloud-service-role.html
    assumedBy: new iam.ServicePrincipal('ssm.amazonaws.com', { conditions: { StringEquals: { 'aws:SourceAccount': Stack.of(scope).account } } }),
    managedPolicies: [iam.ManagedPolicy.fromAwsManagedPolicyName('AmazonSSMManagedInstanceCore')],
  });
  for (const statement of agentStatements(role, cluster)) role.addToPolicy(statement);
  new CfnOutput(scope, 'Activate', {
    description: `Lets up to ${limit} machines register with cluster ${cluster.node.path}`,
    value: `aws ssm create-activation --region ${Stack.of(scope).region} --iam-role ${role.roleName} --registration-limit ${limit} --tags Key=ecs-cluster,Value=${cluster.clusterName}`,
  });
}
