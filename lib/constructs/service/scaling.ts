import type * as ecs from 'aws-cdk-lib/aws-ecs';
import type * as elbv2 from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import { misuse } from '../misuse';
import { checkPercent } from '../sizes';

/** How many tasks a service has, by load. Each target adds tasks when it is passed, and takes them away when all targets allow it. */
export interface ScalingOptions {
  /**
   * The fewest tasks.
   * @default 1
   */
  readonly min?: number;
  /** The most tasks. */
  readonly max: number;
  /**
   * The share of the tasks' CPU that should be used on average, in percent.
   * @default - 70 if no other target is given, else not a target
   */
  readonly cpuPercent?: number;
  /**
   * The share of the tasks' memory that should be used on average, in percent.
   * @default - not a target
   */
  readonly memoryPercent?: number;
  /**
   * Requests that each task should get from the load balancer in a minute.
   * @default - not a target
   */
  readonly requestsPerTarget?: number;
}

/** Lets Application Auto Scaling set the desired count. */
export function scale(service: ecs.BaseService, options: ScalingOptions, targets: elbv2.ApplicationTargetGroup | undefined): ecs.ScalableTaskCount {
  const { min = 1, max, memoryPercent, requestsPerTarget } = options;
  checkPercent(service, { 'scaling.cpuPercent': options.cpuPercent, 'scaling.memoryPercent': memoryPercent });
  const cpuPercent = options.cpuPercent ?? (memoryPercent === undefined && requestsPerTarget === undefined ? 70 : undefined);
  const count = service.autoScaleTaskCount({ minCapacity: min, maxCapacity: max });
  if (cpuPercent !== undefined) count.scaleOnCpuUtilization('Cpu', { targetUtilizationPercent: cpuPercent });
  if (memoryPercent !== undefined) count.scaleOnMemoryUtilization('Memory', { targetUtilizationPercent: memoryPercent });
  if (requestsPerTarget !== undefined) {
    if (!targets) throw misuse(service, 'scaling.requestsPerTarget counts the requests that a load balancer sends, and the service has none. Give loadBalancer: {}.');
    count.scaleOnRequestCount('Requests', { requestsPerTarget, targetGroup: targets });
  }
  return count;
}
