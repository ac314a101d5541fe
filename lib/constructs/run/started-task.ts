import type { Duration } from 'aws-cdk-lib';
import type * as sqs from 'aws-cdk-lib/aws-sqs';
import { durationOf } from '../durations';
import { misuse } from '../misuse';
import type { BatchTaskProps } from './batch-task';

/** A task that EventBridge starts. */
export interface StartedTaskProps extends BatchTaskProps {
  /**
   * How many tasks are started each time.
   * @default 1
   * @range a whole number from 1 to 10
   */
  readonly taskCount?: number;
  /**
   * How often it is tried again to start the task, where ECS does not take it.
   * @default 185
   * @range a whole number from 0 to 185
   */
  readonly retries?: number;
  /**
   * For how long it is tried.
   * @default '1 day'
   */
  readonly maxAge?: Duration | string;
  /**
   * The queue that gets what could not be started.
   * @default - none
   */
  readonly deadLetterQueue?: sqs.IQueue;
  /**
   * Whether it is on.
   * @default true
   */
  readonly enabled?: boolean;
}

/** How often and for how long it is tried, as EventBridge and its Scheduler take it; undefined where neither is said. */
export function retryPolicyOf(path: string, { retries, maxAge }: StartedTaskProps): { maximumRetryAttempts?: number; maximumEventAgeInSeconds?: number } | undefined {
  const age = durationOf(path, 'maxAge', maxAge), seconds = age?.toSeconds() ?? 60;
  if (seconds < 60 || seconds > 86_400) throw misuse(path, `maxAge is ${age?.toHumanString()}. EventBridge tries for a minute at least, and for a day at most.`);
  return retries === undefined && !age ? undefined : { maximumRetryAttempts: retries, maximumEventAgeInSeconds: age?.toSeconds() };
}
