import { ArnFormat, Stack } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import type { Construct } from 'constructs';

/** What a task role is made of, beside the trust in ECS that it always has. */
export interface TaskRoleProps {
  /**
   * What the role is for.
   * @default - no description
   */
  readonly description?: string;
  /**
   * Managed policies of the role.
   * @default - none; grant with `bucket.grantRead(role)` and the like
   */
  readonly managedPolicies?: iam.IManagedPolicy[];
  /**
   * Inline policies by name.
   * @default - none; grant with `bucket.grantRead(role)` and the like
   */
  readonly inlinePolicies?: { [name: string]: iam.PolicyDocument };
  /**
   * The most that the role may ever do.
   * @default - no boundary
   */
  readonly permissionsBoundary?: iam.IManagedPolicy;
  /**
   * The path of the role.
   * @default /
   */
  readonly path?: string;
  /**
   * A physical name. It is unique in the account, so that a stack with it can be deployed but once.
   * @default - CloudFormation makes one up
   */
  readonly roleName?: string;
}

/**
 * The role that the code in a task's containers acts as.
 *
 * ECS may assume it only for tasks of this account and region: without these conditions a service of AWS could be talked into using it for somebody else
 * (https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-iam-roles.html).
 */
export class TaskRole extends iam.Role {
  constructor(scope: Construct, id: string, props: TaskRoleProps = {}) {
    const stack = Stack.of(scope);
    super(scope, id, {
      ...props,
      assumedBy: new iam.ServicePrincipal('ecs-tasks.amazonaws.com', {
        conditions: {
          StringEquals: { 'aws:SourceAccount': stack.account },
          ArnLike: { 'aws:SourceArn': stack.formatArn({ service: 'ecs', resource: '*', arnFormat: ArnFormat.NO_RESOURCE_NAME }) },
        },
      }),
    });
  }
}
