import * as ecs from 'aws-cdk-lib/aws-ecs';
import type * as elbv2 from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import type { Construct } from 'constructs';
import { complete } from './complete';
import { addContainer } from '../task/container';
import { misuse, pathOf } from '../misuse';
import { ec2Strategy } from './service-capacity';
import { withDefaults, taskDefinitionOf, type ServiceOptions } from './service-options';
import { cpuUnitsOf, memoryMiBOf } from '../sizes';

/** A service on container instances. */
export interface Ec2ServiceProps extends ServiceOptions {
  /**
   * CPU that the container is guaranteed, in CPU units or as text: `256`, `'0.25 vCPU'`. It may use what others leave. Only with `container`.
   * @default - none; an instance takes tasks until its memory is full
   */
  readonly cpu?: number | string;
  /**
   * Memory that the container may use at most, in MiB or as text: `900`, `'2 GB'`. ECS sets it aside on the instance. Only with `container`.
   * @default '0.5 GB'
   */
  readonly memory?: number | string;
  /**
   * How its tasks are connected. With `AWS_VPC` each takes one of the network interfaces of the instance, of which there are few, and cannot have a public address.
   * Only with `container`.
   * @default ecs.NetworkMode.BRIDGE
   */
  readonly networkMode?: ecs.NetworkMode;
  /**
   * Runs one task on every container instance, instead of a number of them.
   * @default false
   */
  readonly daemon?: boolean;
  /**
   * Instances that tasks may run on.
   * @default - any
   */
  readonly placementConstraints?: ecs.PlacementConstraint[];
  /**
   * Instances that tasks prefer, the most important wish first.
   * @default - ECS spreads them over zones
   */
  readonly placementStrategies?: ecs.PlacementStrategy[];
}

/**
 * Keeps tasks running on the container instances of a cluster.
 *
 * @example
 * new Ec2Service(stack, 'Worker', { cluster, memory: 900, container: { image: 'public.ecr.aws/docker/library/busybox:stable', command: ['sleep', '3600'] } });
 */
export class Ec2Service extends ecs.Ec2Service {
  /** The load balancer that sends it requests; undefined where there is none, or where only a listener was given. */
  readonly loadBalancer?: elbv2.IApplicationLoadBalancer;
  /** The listener that sends it requests. */
  readonly listener?: elbv2.IApplicationListener;
  /** The target group with its tasks. */
  readonly targets?: elbv2.ApplicationTargetGroup;
  /** What scales it, for further targets and schedules. */
  readonly scaling?: ecs.ScalableTaskCount;

  constructor(scope: Construct, id: string, props: Ec2ServiceProps) {
    super(scope, id, l2Props(scope, id, props));
    ({ loadBalancer: this.loadBalancer, listener: this.listener, targets: this.targets, scaling: this.scaling } = complete(this, props));
  }
}

function l2Props(scope: Construct, id: string, props: Ec2ServiceProps): ecs.Ec2ServiceProps {
  const { cpu, memory, networkMode, ...options } = props;
  const { cluster, taskRole, executionRole, daemon } = options, path = pathOf(scope, id);
  const inline = { taskRole, executionRole, networkMode };
  const idle = daemon ? (['capacity', 'scaling'] as const).find(property => options[property] !== undefined) : undefined;
  if (idle) throw misuse(path, `a daemon runs one task on every container instance, whichever capacity provider brought it, so that ${idle} has nothing to say. Leave it out.`);
  return {
    ...withDefaults(path, options),
    ...(daemon ? { minHealthyPercent: options.minHealthyPercent ?? 0, maxHealthyPercent: options.maxHealthyPercent ?? 100 } : {}),
    taskDefinition: taskDefinitionOf(path, options, { cpu, memory, ...inline }, container => {
      const task = new ecs.Ec2TaskDefinition(scope, `${id}TaskDef`, inline);
      addContainer(task, container, { cpu: cpu === undefined ? undefined : cpuUnitsOf(path, cpu), memoryLimitMiB: memoryMiBOf(path, memory ?? '0.5 GB') });
      return task;
    }),
    // A daemon runs on every instance, whichever capacity provider brought it.
    capacityProviderStrategies: options.capacityProviderStrategies ?? (daemon ? undefined : ec2Strategy(path, cluster, options.capacity)),
  };
}
