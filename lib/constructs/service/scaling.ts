import { Names, TimeZone, Token, type Duration } from 'aws-cdk-lib';
import * as appscaling from 'aws-cdk-lib/aws-applicationautoscaling';
import type * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import type * as ecs from 'aws-cdk-lib/aws-ecs';
import type * as elbv2 from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import { scheduleProblem } from '../../engine';
import { durationOf, timeZoneOf } from '../durations';
import type { Balancing } from '../load-balancing/targets';
import { misuse } from '../misuse';
import { scaleOnQueue, type QueueDepth } from './queue-depth';

/** A metric of which each task should have so much. */
export interface MetricTarget {
  /** The metric, which goes down where there are more tasks. */
  readonly metric: cloudwatch.IMetric;
  /** The value that it should have. */
  readonly target: number;
}

/** A metric by which the number of tasks goes up and down in steps. */
export interface MetricSteps {
  /** The metric. */
  readonly metric: cloudwatch.IMetric;
  /** The steps, of which there have to be two at least. */
  readonly steps: appscaling.ScalingInterval[];
  /**
   * What `change` in a step means.
   * @default appscaling.AdjustmentType.CHANGE_IN_CAPACITY
   */
  readonly adjustment?: appscaling.AdjustmentType;
}

/** Other bounds from a time on, until another schedule sets others. */
export interface ScalingSchedule {
  /** When, as `cron(0 20 ? * MON-FRI *)`, `rate(1 day)` or `at(2026-12-24T18:00:00)`. */
  readonly at: string;
  /**
   * The time zone in which it is meant.
   * @default 'Etc/UTC'
   */
  readonly timeZone?: string;
  /**
   * The fewest tasks from then on.
   * @default - as it was
   * @range a whole number from 0
   */
  readonly min?: number;
  /**
   * The most tasks from then on. With 0 and `min` of 0 the service sleeps.
   * @default - as it was
   * @range a whole number from 0
   */
  readonly max?: number;
}

/** How many tasks a service has, by load. Each target adds tasks when it is passed, and takes them away when all targets allow it. */
export interface ScalingOptions {
  /**
   * The fewest tasks.
   * @default - 1, and with `queue` none
   * @range a whole number from 0
   */
  readonly min?: number;
  /**
   * The most tasks.
   * @range a whole number from 0
   */
  readonly max: number;
  /**
   * The share of the tasks' CPU that should be used on average, in percent.
   * @default - 70 if nothing else is given, else not a target
   * @range a number from 1 to 100
   */
  readonly cpuPercent?: number;
  /**
   * The share of the tasks' memory that should be used on average, in percent.
   * @default - not a target
   * @range a number from 1 to 100
   */
  readonly memoryPercent?: number;
  /**
   * Requests that each task should get from the Application Load Balancer in a minute.
   * @default - not a target
   * @range a number from 1
   */
  readonly requestsPerTarget?: number;
  /**
   * Metrics of your own, and the value that each should have.
   * @default - none
   */
  readonly metrics?: MetricTarget[];
  /**
   * Metrics by which the number of tasks goes up and down in steps.
   * @default - none
   */
  readonly steps?: MetricSteps[];
  /**
   * Times at which the bounds change.
   * @default - none
   */
  readonly schedules?: ScalingSchedule[];
  /**
   * A queue that is worked off. Tasks are added by its length, and taken away only when it is empty and nothing is in work, so that no task is stopped in its work.
   * @default - none
   */
  readonly queue?: QueueDepth;
  /**
   * Whether tasks are added ahead of load that comes each day or week at the same time, by what was in the past two weeks. The share of the CPU is that of `cpuPercent`, or 70.
   * @default false
   */
  readonly predictive?: boolean;
  /**
   * How long after tasks were taken away before more may go.
   * @default '5 minutes'
   */
  readonly scaleInCooldown?: Duration | string;
  /**
   * How long after tasks were added before more are added for the same reason.
   * @default '5 minutes'
   */
  readonly scaleOutCooldown?: Duration | string;
}

/** Lets Application Auto Scaling set the desired count. */
export function scale(service: ecs.BaseService, options: ScalingOptions, { targets, alternateTargets }: Partial<Balancing> = {}): ecs.ScalableTaskCount {
  const { min = options.queue ? 0 : 1, max, memoryPercent, requestsPerTarget, metrics = [], steps = [], schedules = [], queue } = options, { path } = service.node;
  if (min > max) throw misuse(service, `scaling.min is ${min} and scaling.max ${max}. Give a max of ${min} or more.`);
  const isElse = memoryPercent !== undefined || requestsPerTarget !== undefined || metrics.length > 0 || steps.length > 0 || queue !== undefined;
  const cpuPercent = options.cpuPercent ?? (isElse ? undefined : 70);
  const pace = { scaleInCooldown: durationOf(path, 'scaling.scaleInCooldown', options.scaleInCooldown), scaleOutCooldown: durationOf(path, 'scaling.scaleOutCooldown', options.scaleOutCooldown) };
  const count = service.autoScaleTaskCount({ minCapacity: min, maxCapacity: max });
  if (cpuPercent !== undefined) count.scaleOnCpuUtilization('Cpu', { targetUtilizationPercent: cpuPercent, ...pace });
  if (memoryPercent !== undefined) count.scaleOnMemoryUtilization('Memory', { targetUtilizationPercent: memoryPercent, ...pace });
  if (requestsPerTarget !== undefined) {
    if (!targets) throw misuse(service, 'scaling.requestsPerTarget counts the requests that a load balancer sends, and the service has none. Give loadBalancer: {}.');
    if (alternateTargets) trackRequests(count, [targets, alternateTargets], requestsPerTarget, pace);
    else count.scaleOnRequestCount('Requests', { requestsPerTarget, targetGroup: targets, ...pace });
  }
  metrics.forEach(({ metric, target }, i) => { count.scaleToTrackCustomMetric(numbered('Metric', i), { metric, targetValue: target, ...pace }); });
  steps.forEach(({ metric, steps: scalingSteps, adjustment }, i) => {
    if (scalingSteps.length < 2) throw misuse(service, `scaling.steps holds ${scalingSteps.length} step of a metric, and the number of tasks could go one way only. Give two or more.`);
    count.scaleOnMetric(numbered('Steps', i), { metric, scalingSteps, adjustmentType: adjustment });
  });
  schedules.forEach((schedule, i) => { count.scaleOnSchedule(numbered('Schedule', i), scheduleOf(service, schedule)); });
  if (queue) scaleOnQueue(service, count, queue, max);
  if (options.predictive) predict(count, options.cpuPercent ?? 70);
  return count;
}

/** The first has no number, so that it stays when a second comes. */
function numbered(id: string, index: number): string {
  return index === 0 ? id : `${id}${index + 1}`;
}

function scheduleOf(service: ecs.BaseService, { at, timeZone, min, max }: ScalingSchedule): appscaling.ScalingSchedule {
  if (min === undefined && max === undefined) throw misuse(service, `scaling.schedules holds ${at} without min and max, so that nothing would change. Give one of them.`);
  const problem = Token.isUnresolved(at) ? undefined : scheduleProblem(at, 'scaling');
  if (problem !== undefined) throw misuse(service, `scaling.schedules holds '${at}'; ${problem}.`);
  return { schedule: appscaling.Schedule.expression(at), timeZone: timeZone === undefined ? undefined : TimeZone.of(timeZoneOf(service.node.path, 'scaling.schedules.timeZone', timeZone)), minCapacity: min, maxCapacity: max };
}

/**
 * The metric of Application Auto Scaling is that of one target group, and of two the traffic is on one or the other: AWS supports it only for rolling deployments
 * (https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-autoscaling-targettracking.html). What counts is the sum.
 */
function trackRequests(count: ecs.ScalableTaskCount, groups: readonly elbv2.ApplicationTargetGroup[], targetValue: number, pace: appscaling.BaseTargetTrackingProps): void {
  const ofGroups = groups.map(({ targetGroupFullName }, i) => ({
    id: `group${i + 1}`, returnData: false,
    metricStat: { stat: 'Sum', metric: { namespace: 'AWS/ApplicationELB', metricName: 'RequestCountPerTarget', dimensions: [{ name: 'TargetGroup', value: targetGroupFullName }] } },
  }));
  policy(count, 'Requests', {
    policyType: 'TargetTrackingScaling',
    targetTrackingScalingPolicyConfiguration: {
      targetValue, scaleInCooldown: pace.scaleInCooldown?.toSeconds(), scaleOutCooldown: pace.scaleOutCooldown?.toSeconds(),
      customizedMetricSpecification: { metrics: [{ id: 'requests', expression: `SUM([${ofGroups.map(({ id }) => `FILL(${id}, 0)`).join(', ')}])`, label: 'Requests for each task', returnData: true }, ...ofGroups] },
    },
  });
}

/** https://docs.aws.amazon.com/AmazonECS/latest/developerguide/predictive-auto-scaling.html */
function predict(count: ecs.ScalableTaskCount, targetValue: number): void {
  policy(count, 'Predictive', {
    policyType: 'PredictiveScaling',
    predictiveScalingPolicyConfiguration: {
      mode: 'ForecastAndScale', metricSpecifications: [{ targetValue, predefinedMetricPairSpecification: { predefinedMetricType: 'ECSServiceCPUUtilization' } }],
    },
  });
}

/** A policy that the L2 does not have. */
function policy(count: ecs.ScalableTaskCount, id: string, props: Omit<appscaling.CfnScalingPolicyProps, 'policyName' | 'scalingTargetId'>): void {
  const { scalableTargetId } = count.node.findChild('Target') as appscaling.ScalableTarget;
  new appscaling.CfnScalingPolicy(count, id, { ...props, policyName: `${Names.uniqueResourceName(count, { maxLength: 200 })}${id}`, scalingTargetId: scalableTargetId });
}
