import { Stack, type Duration } from 'aws-cdk-lib';
import type * as ecs from 'aws-cdk-lib/aws-ecs';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import { durationOf } from '../durations';
import { misuse, pathOf } from '../misuse';
import { checkProps } from '../options/check';
import { FargateService, type FargateServiceProps } from '../service/fargate-service';

/** A service that works off a queue. */
export interface QueueWorkerProps extends FargateServiceProps {
  /**
   * The queue.
   * @default - `<id>Queue` is made, and `<id>DeadLetters` for messages that were taken three times and never deleted
   */
  readonly queue?: sqs.IQueue;
  /**
   * How many messages there may be for each task, waiting or in work, before there are more tasks.
   * @default 100
   * @range a number from 1
   */
  readonly messagesPerTask?: number;
  /**
   * How long one message may be in work before another task gets it. Only where the queue is made.
   * @default '5 minutes'
   */
  readonly workTimeout?: Duration | string;
}

/**
 * Tasks on Fargate that work off a queue: none while it is empty, up to `scaling.max` (10) by its length, and no task is stopped while there is work. Where a deployment replaces them they have two minutes
 * after SIGTERM; for more the code may protect its task, which the task role allows. The code finds the queue in `QUEUE_URL`.
 *
 * Of a queue that nobody used for six hours SQS may tell up to fifteen minutes late. Where that is too late give `scaling` a `min` of 1.
 * https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/monitoring-using-cloudwatch.html
 *
 * @example
 * const worker = new QueueWorker(stack, 'Thumbnails', { cluster, container: { image: './thumbnails' } });
 * web.link(worker.queue);
 */
export class QueueWorker extends FargateService {
  /** The queue that is worked off. */
  readonly queue: sqs.IQueue;

  constructor(scope: Construct, id: string, props: QueueWorkerProps) {
    checkProps(scope, id, 'QueueWorkerProps', props, new.target === QueueWorker);
    const path = pathOf(scope, id), { queue = queueFor(scope, id, path, props), messagesPerTask, scaling, container } = props;
    if (scaling?.queue) throw misuse(path, 'scaling.queue and queue both name the queue. Leave scaling.queue out.');
    if (props.queue && props.workTimeout !== undefined) throw misuse(path, 'workTimeout is a setting of the queue, and the queue is given. Say it there.');
    super(scope, id, {
      ...props,
      container: container && { stopTimeout: '2 minutes', ...container, environment: { QUEUE_URL: queue.queueUrl, ...container.environment } },
      scaling: { max: 10, ...scaling, queue: { queue, messagesPerTask } },
    });
    this.queue = queue;
    queue.grantConsumeMessages(this.taskDefinition.taskRole);
    this.taskDefinition.taskRole.addToPrincipalPolicy(protecting(this.cluster, Stack.of(this)));
  }
}

function queueFor(scope: Construct, id: string, path: string, { workTimeout = '5 minutes' }: QueueWorkerProps): sqs.Queue {
  return new sqs.Queue(scope, `${id}Queue`, {
    visibilityTimeout: durationOf(path, 'workTimeout', workTimeout),
    deadLetterQueue: { queue: new sqs.Queue(scope, `${id}DeadLetters`, { retentionPeriod: durationOf(path, 'retention', '14 days') }), maxReceiveCount: 3 },
    enforceSSL: true,
  });
}

/** A task may say that it is not to be stopped: https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-scale-in-protection.html. */
function protecting({ clusterName }: ecs.ICluster, stack: Stack): iam.PolicyStatement {
  return new iam.PolicyStatement({
    actions: ['ecs:GetTaskProtection', 'ecs:UpdateTaskProtection'], resources: [stack.formatArn({ service: 'ecs', resource: 'task', resourceName: `${clusterName}/*` })],
  });
}
