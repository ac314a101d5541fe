import { Duration } from 'aws-cdk-lib';
import * as appscaling from 'aws-cdk-lib/aws-applicationautoscaling';
import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import type * as ecs from 'aws-cdk-lib/aws-ecs';
import type * as sqs from 'aws-cdk-lib/aws-sqs';

/** A queue that decides how many tasks there are. */
export interface QueueDepth {
  /** The queue. */
  readonly queue: sqs.IQueue;
  /**
   * How many messages there may be for each task, waiting or in work, before there are more tasks.
   * @default 100
   * @range a number from 1
   */
  readonly messagesPerTask?: number;
  /**
   * How many minutes nothing has to wait and nothing to be in work before tasks are taken away.
   * @default 5
   * @range a whole number from 1 to 1440
   */
  readonly idleMinutes?: number;
}

/**
 * Adds tasks by the messages for each, and takes all but the fewest away once the queue was empty for a while with nothing in work: while there is work no task is stopped.
 * How many tasks run is read from how many of them told of their CPU, which needs no Container Insights
 * (https://docs.aws.amazon.com/AmazonECS/latest/developerguide/available-metrics.html).
 */
export function scaleOnQueue(service: ecs.BaseService, count: ecs.ScalableTaskCount, { queue, messagesPerTask = 100, idleMinutes = 5 }: QueueDepth, max: number): void {
  const period = Duration.minutes(1), most = { statistic: 'Maximum', period };
  const messages = { waiting: queue.metricApproximateNumberOfMessagesVisible(most), working: queue.metricApproximateNumberOfMessagesNotVisible(most) };
  const tasks = service.metricCpuUtilization({ statistic: 'SampleCount', period });
  count.scaleOnMetric('Backlog', {
    metric: new cloudwatch.MathExpression({ expression: '(waiting + working) / tasks', usingMetrics: { ...messages, tasks }, label: 'Messages for each task', period }),
    // In proportion: with twice the messages there are to be twice the tasks.
    scalingSteps: [{ upper: 0, change: 0 }, ...[1, 1.5, 2, 3, 5].map(times => ({ lower: times * messagesPerTask, change: Math.max(25, (times - 1) * 100) }))],
    adjustmentType: appscaling.AdjustmentType.PERCENT_CHANGE_IN_CAPACITY,
    minAdjustmentMagnitude: 1,
    cooldown: Duration.minutes(2),
  });
  // Where no task runs there is nothing to divide by; then messages wait, and none is in work.
  count.scaleOnMetric('Wake', {
    metric: new cloudwatch.MathExpression({ expression: 'IF(waiting > 0 AND working < 1, 1, 0)', usingMetrics: messages, label: 'Nobody works', period }),
    scalingSteps: [{ upper: 0, change: 0 }, { lower: 1, change: 1 }],
    adjustmentType: appscaling.AdjustmentType.CHANGE_IN_CAPACITY,
  });
  count.scaleOnMetric('Sleep', {
    metric: new cloudwatch.MathExpression({ expression: 'waiting + working', usingMetrics: messages, label: 'Messages', period }),
    // All of them: Application Auto Scaling leaves as many as there have to be.
    scalingSteps: [{ upper: 0, change: -max }, { lower: 1, change: 0 }],
    adjustmentType: appscaling.AdjustmentType.CHANGE_IN_CAPACITY,
    evaluationPeriods: idleMinutes,
  });
}
