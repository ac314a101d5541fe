import { Stack } from 'aws-cdk-lib';
import type * as ecs from 'aws-cdk-lib/aws-ecs';
import * as iam from 'aws-cdk-lib/aws-iam';
import type * as sqs from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import { checkProps } from '../options/check';
import { allowing, passing, trusting, type RoleOptions } from './role-options';

/** What starts tasks by the clock, and of what. */
export interface SchedulerRoleProps extends RoleOptions {
  /** The cluster in which the tasks are started. */
  readonly cluster: ecs.ICluster;
  /** What is started. */
  readonly taskDefinitions: ecs.TaskDefinition[];
  /**
   * Whether it is for rules of EventBridge, in place of schedules of EventBridge Scheduler: each has a service of its own.
   * @default false
   */
  readonly forRules?: boolean;
  /**
   * Whether the tasks are started with tags.
   * @default false
   */
  readonly tagsTasks?: boolean;
  /**
   * The queue that gets what could not be started, of schedules.
   * @default - none
   */
  readonly deadLetterQueue?: sqs.IQueue;
}

/** The role with which EventBridge starts tasks: these, in this cluster, with the roles that they have, for schedules or rules of this account and region only. */
export class SchedulerRole extends iam.Role {
  constructor(scope: Construct, id: string, props: SchedulerRoleProps) {
    checkProps(scope, id, 'SchedulerRoleProps', props, new.target === SchedulerRole);
    const { cluster, taskDefinitions, forRules, tagsTasks, deadLetterQueue } = props;
    super(scope, id, { ...props, assumedBy: trusting(forRules ? 'events.amazonaws.com' : 'scheduler.amazonaws.com') });
    const tasks = Stack.of(this).formatArn({ service: 'ecs', resource: 'task', resourceName: `${cluster.clusterName}/*` });
    for (const statement of [
      ...taskDefinitions.map(({ taskDefinitionArn }) => allowing('runTask', [taskDefinitionArn], { ArnEquals: { 'ecs:cluster': cluster.clusterArn } })),
      ...passing(taskDefinitions.flatMap(task => [task.obtainExecutionRole(), task.taskRole]), 'ecs-tasks.amazonaws.com'),
      ...(tagsTasks ? [allowing('taskTags', [tasks], { StringEquals: { 'ecs:CreateAction': 'RunTask' } })] : []),
      ...(deadLetterQueue ? [allowing('deadLetter', [deadLetterQueue.queueArn])] : []),
      ...(deadLetterQueue?.encryptionMasterKey ? [allowing('deadLetterKey', [deadLetterQueue.encryptionMasterKey.keyArn])] : []),
    ]) this.addToPolicy(statement);
  }
}
