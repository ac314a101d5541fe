import { Stack } from 'aws-cdk-lib';
import type * as ecs from 'aws-cdk-lib/aws-ecs';
import * as iam from 'aws-cdk-lib/aws-iam';
import type { Construct } from 'constructs';
import { checkProps } from '../options/check';
import { imagesAndLogs, type ImagesAndLogs } from './execution-role';
import { allowing, type RoleOptions } from './role-options';

/** What the role of container instances is made of. Images and logs are for tasks without an execution role. */
export interface InstanceRoleProps extends RoleOptions, ImagesAndLogs {
  /** The cluster that the instances are for. */
  readonly cluster: ecs.ICluster;
}

/**
 * The role of container instances, with which the ECS agent registers them with one cluster, asks for tasks and tells how they are. It takes the place of the managed policy
 * AmazonEC2ContainerServiceforEC2Role, which is for every cluster, every repository and every log group.
 */
export class InstanceRole extends iam.Role {
  constructor(scope: Construct, id: string, props: InstanceRoleProps) {
    checkProps(scope, id, 'InstanceRoleProps', props, new.target === InstanceRole);
    const { cluster } = props;
    super(scope, id, { ...props, assumedBy: new iam.ServicePrincipal('ec2.amazonaws.com') });
    for (const statement of [...agentStatements(this, cluster), ...imagesAndLogs(props)]) this.addToPolicy(statement);
  }
}

/** What the agent on an instance does, for one cluster. */
export function agentStatements(scope: Construct, { clusterArn, clusterName }: ecs.ICluster): iam.PolicyStatement[] {
  const instances = Stack.of(scope).formatArn({ service: 'ecs', resource: 'container-instance', resourceName: `${clusterName}/*` });
  return [allowing('pollEndpoint', ['*']), allowing('registration', [clusterArn]), allowing('poll', [instances]), allowing('taskState', [clusterArn]), allowing('telemetry', [instances])];
}
