import * as ecs from 'aws-cdk-lib/aws-ecs';
import type * as elbv2 from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import type { Construct } from 'constructs';
import { addContainer } from '../task/container';
import { complete } from './complete';
import { pathOf } from '../misuse';
import { fargateStrategy } from './service-capacity';
import { withDefaults, taskDefinitionOf, type ServiceOptions } from './service-options';
import { fargateSizeOf } from '../sizes';

/** A service on Fargate. */
export interface FargateServiceProps extends ServiceOptions {
  /**
   * CPU of a task, in CPU units or as text: `512`, `'0.5 vCPU'`. Only with `container`.
   * @default - the least that Fargate offers with the memory: '0.25 vCPU'
   */
  readonly cpu?: number | string;
  /**
   * Memory of a task, in MiB or as text: `1024`, `'1 GB'`. Only with `container`.
   * @default - the least that Fargate offers with the CPU: '0.5 GB'
   */
  readonly memory?: number | string;
  /**
   * Processor and operating system of the task. Only with `container`.
   * @default - Linux on x86
   */
  readonly runtimePlatform?: ecs.RuntimePlatform;
  /**
   * Disk of a task in GiB, between 21 and 200. Only with `container`.
   * @default 20
   */
  readonly ephemeralStorageGiB?: number;
  /**
   * Whether tasks get public addresses. In a public subnet they reach registries and AWS's own services in no other way.
   * @default - true where the subnets of the tasks are public, else false
   */
  readonly assignPublicIp?: boolean;
  /**
   * The version of Fargate.
   * @default ecs.FargatePlatformVersion.LATEST
   */
  readonly platformVersion?: ecs.FargatePlatformVersion;
}

/**
 * Keeps tasks running on Fargate.
 *
 * @example
 * new FargateService(stack, 'Shop', {
 *   cluster, cpu: '0.5 vCPU', memory: '1 GB', container: { image: 'public.ecr.aws/nginx/nginx:stable', port: 80 }, loadBalancer: {},
 * });
 */
export class FargateService extends ecs.FargateService {
  /** The load balancer that sends it requests; undefined where there is none, or where only a listener was given. */
  readonly loadBalancer?: elbv2.IApplicationLoadBalancer;
  /** The listener that sends it requests. */
  readonly listener?: elbv2.IApplicationListener;
  /** The target group with its tasks. */
  readonly targets?: elbv2.ApplicationTargetGroup;
  /** What scales it, for further targets and schedules. */
  readonly scaling?: ecs.ScalableTaskCount;

  constructor(scope: Construct, id: string, props: FargateServiceProps) {
    super(scope, id, l2Props(scope, id, props));
    ({ loadBalancer: this.loadBalancer, listener: this.listener, targets: this.targets, scaling: this.scaling } = complete(this, props));
  }
}

function l2Props(scope: Construct, id: string, props: FargateServiceProps): ecs.FargateServiceProps {
  const { cpu, memory, runtimePlatform, ephemeralStorageGiB, ...options } = props;
  const { cluster, taskRole, executionRole } = options, path = pathOf(scope, id);
  const inline = { taskRole, executionRole, runtimePlatform, ephemeralStorageGiB };
  return {
    ...withDefaults(path, options),
    taskDefinition: taskDefinitionOf(path, options, { cpu, memory, ...inline }, container => {
      const { cpuUnits, memoryMiB } = fargateSizeOf(path, cpu, memory);
      const task = new ecs.FargateTaskDefinition(scope, `${id}TaskDef`, { ...inline, cpu: cpuUnits, memoryLimitMiB: memoryMiB });
      addContainer(task, container);
      return task;
    }),
    capacityProviderStrategies: options.capacityProviderStrategies ?? fargateStrategy(path, cluster, options.capacity),
    assignPublicIp: options.assignPublicIp ?? cluster.vpc.selectSubnets(options.vpcSubnets).hasPublic,
    platformVersion: options.platformVersion,
  };
}
