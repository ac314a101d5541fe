import * as iam from 'aws-cdk-lib/aws-iam';
import type { Construct } from 'constructs';
import { checkProps } from '../options/check';
import { trusting, type RoleOptions } from './role-options';

/** What a task role is made of, beside the trust in ECS that it always has. What the containers do is granted to it with `bucket.grantRead(role)` and the like. */
export interface TaskRoleProps extends RoleOptions {
  /**
   * Inline policies by name.
   * @default - none; grant with `bucket.grantRead(role)` and the like
   */
  readonly inlinePolicies?: { [name: string]: iam.PolicyDocument };
}

/** The role that the code in a task's containers acts as. ECS may assume it only for tasks of this account and region. */
export class TaskRole extends iam.Role {
  constructor(scope: Construct, id: string, props: TaskRoleProps = {}) {
    checkProps(scope, id, 'TaskRoleProps', props, new.target === TaskRole);
    super(scope, id, { ...props, assumedBy: trusting('ecs-tasks.amazonaws.com') });
  }
}
