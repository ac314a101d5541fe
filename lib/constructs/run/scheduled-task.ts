import { Token, type Duration } from 'aws-cdk-lib';
import * as scheduler from 'aws-cdk-lib/aws-scheduler';
import type { Construct } from 'constructs';
import { scheduleProblem } from '../../engine';
import { durationOf, timeZoneOf } from '../durations';
import { misuse } from '../misuse';
import { checkProps } from '../options/check';
import { SchedulerRole } from '../role/scheduler-role';
import { neededFirst } from '../task/needed-first';
import { BatchTask } from './batch-task';
import { retryPolicyOf, type StartedTaskProps } from './started-task';

/** A task that runs to its end at certain times. */
export interface ScheduledTaskProps extends StartedTaskProps {
  /**
   * When: `cron(0 3 * * ? *)` with minutes, hours, day of month, month, day of week and year, `rate(15 minutes)`, `at(2026-12-24T18:00:00)`, or `every 15 minutes`.
   */
  readonly schedule: string;
  /**
   * The time zone in which the schedule is meant, as `Europe/Berlin`. EventBridge Scheduler follows its summer time.
   * @default 'Etc/UTC'
   */
  readonly timeZone?: string;
  /**
   * How much later the task may start, so that not all of an account start at once.
   * @default - at the minute
   */
  readonly flexibleWindow?: Duration | string;
}

/**
 * Runs a task at certain times, by EventBridge Scheduler. When something happens, in place of a time, an `EventTask` runs.
 *
 * @example
 * new ScheduledTask(stack, 'Backup', { cluster, container: { image: './backup' }, schedule: 'cron(0 3 * * ? *)', timeZone: 'Europe/Berlin' });
 */
export class ScheduledTask extends BatchTask {
  /** The schedule. */
  readonly schedule: scheduler.CfnSchedule;
  /** The role with which EventBridge Scheduler starts the task. */
  readonly schedulerRole: SchedulerRole;

  constructor(scope: Construct, id: string, props: ScheduledTaskProps) {
    checkProps(scope, id, 'ScheduledTaskProps', props, new.target === ScheduledTask);
    super(scope, id, props);
    const { cluster, taskDefinition, node: { path } } = this, { timeZone, taskCount, deadLetterQueue, enabled = true } = props;
    const window = durationOf(path, 'flexibleWindow', props.flexibleWindow);
    this.schedulerRole = new SchedulerRole(this, 'SchedulerRole', { cluster, taskDefinitions: [taskDefinition], deadLetterQueue });
    this.schedule = new scheduler.CfnSchedule(this, 'Schedule', {
      scheduleExpression: expressionOf(path, props.schedule),
      scheduleExpressionTimezone: timeZone === undefined ? undefined : timeZoneOf(path, 'timeZone', timeZone),
      state: enabled ? undefined : 'DISABLED',
      flexibleTimeWindow: window ? { mode: 'FLEXIBLE', maximumWindowInMinutes: window.toMinutes() } : { mode: 'OFF' },
      target: {
        arn: cluster.clusterArn,
        roleArn: this.schedulerRole.roleArn,
        deadLetterConfig: deadLetterQueue && { arn: deadLetterQueue.queueArn },
        retryPolicy: retryPolicyOf(path, props),
        ecsParameters: this.ecsParameters(taskCount),
      },
    });
    this.schedule.node.addDependency(this.schedulerRole, ...neededFirst(cluster, taskDefinition, props.vpcSubnets));
  }

  private ecsParameters(taskCount: number | undefined): scheduler.CfnSchedule.EcsParametersProperty {
    const { launchType, strategy, network } = this._launch;
    return {
      taskDefinitionArn: this.taskDefinition.taskDefinitionArn, taskCount, launchType, capacityProviderStrategy: strategy,
      networkConfiguration: network && { awsvpcConfiguration: network },
    };
  }
}

function expressionOf(path: string, schedule: string): string {
  const [, amount, unit = ''] = /^every (\d+) (minute|hour|day)s?$/.exec(schedule) ?? [];
  const expression = amount === undefined ? schedule : `rate(${amount} ${unit}${amount === '1' ? '' : 's'})`;
  const problem = Token.isUnresolved(expression) ? undefined : scheduleProblem(expression, 'scheduler');
  if (problem !== undefined) throw misuse(path, `schedule is '${schedule}'; ${problem}. Give 'cron(0 3 * * ? *)', 'rate(15 minutes)', 'every 15 minutes' or 'at(2026-12-24T18:00:00)'.`);
  return expression;
}
