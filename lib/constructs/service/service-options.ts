import type * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import type { CapacityChoice } from '../capacity/capacity-strategy';
import type { LoadBalancerOptions } from '../load-balancing/application';
import type { NetworkLoadBalancerOptions } from '../load-balancing/network';
import { misuse } from '../misuse';
import type { TaskOptions } from '../task/task-options';
import type { Deployment } from './deployment';
import type { ScalingOptions } from './scaling';
import type { ServiceConnectOptions } from './service-connect';

/**
 * What services have in common, wherever they run.
 *
 * Where the L2 has other defaults: `minHealthyPercent` is 100 and `maxHealthyPercent` 200, as in ECS itself, so that an update never leaves fewer tasks than wanted;
 * and the circuit breaker is on and rolls back, without which a failing deployment may go on for hours.
 */
export interface ServiceOptions extends ecs.BaseServiceOptions, TaskOptions {
  /**
   * The capacity that takes its tasks.
   * @default - the cluster's default capacity if the service can run on it; else Fargate for a FargateService, and for an Ec2Service the cluster's only capacity
   * provider with container instances
   */
  readonly capacity?: CapacityChoice[];
  /**
   * The Application Load Balancer that sends it requests.
   * @default - none
   */
  readonly loadBalancer?: LoadBalancerOptions;
  /**
   * The Network Load Balancer that sends it connections or datagrams.
   * @default - none
   */
  readonly networkLoadBalancer?: NetworkLoadBalancerOptions;
  /**
   * How an update goes: `Deployment.canary({ percent: 10 })`.
   * @default - Deployment.rolling(), with the circuit breaker
   */
  readonly deployment?: Deployment;
  /**
   * How many tasks there are, by load. Then leave `desiredCount` out: a deployment would set the count back.
   * @default - as many as `desiredCount` says
   */
  readonly scaling?: ScalingOptions;
  /**
   * The name by which other services of the cluster's namespace call it, and that it may call them. `{}` is enough.
   * @default - none
   */
  readonly serviceConnect?: ServiceConnectOptions;
  /**
   * The subnets of its tasks, where tasks have network interfaces of their own (`awsvpc`).
   * @default - the private subnets of the cluster's VPC, or its public ones where it has no others
   */
  readonly vpcSubnets?: ec2.SubnetSelection;
  /**
   * The security groups of its tasks, where tasks have network interfaces of their own (`awsvpc`).
   * @default - one that lets nobody in but the load balancer, and everything out
   */
  readonly securityGroups?: ec2.ISecurityGroup[];
  /**
   * Whether ECS moves tasks between zones to keep them even.
   * @default - as ECS has it for new services
   */
  readonly availabilityZoneRebalancing?: ecs.AvailabilityZoneRebalancing;
}

/** Options of the L2 that `deployment` says in other words. */
const saidByDeployment = [
  'minHealthyPercent', 'maxHealthyPercent', 'deploymentController', 'circuitBreaker', 'deploymentAlarms', 'deploymentStrategy', 'bakeTime', 'lifecycleHooks', 'linearConfiguration', 'canaryConfiguration',
] as const;

/** The options with our defaults where the L2 has others. What it does not know it does not read. */
export function withDefaults(path: string, options: ServiceOptions): ServiceOptions {
  refuseTwice(path, options);
  if (options.scaling && options.desiredCount !== undefined) {
    throw misuse(path, 'desiredCount and scaling both say how many tasks there are, and every deployment would undo what scaling did. Leave desiredCount out.');
  }
  const deployed = { ...options, ...options.deployment?._props(path) };
  if (deployed.minHealthyPercent === 100 && deployed.maxHealthyPercent === 100 && isRolledByEcs(deployed)) throw misuse(path, 'minHealthyPercent and maxHealthyPercent are both 100, with which an update could neither stop a task nor start one. Change one of them.');
  return {
    ...deployed,
    minHealthyPercent: deployed.minHealthyPercent ?? 100,
    maxHealthyPercent: deployed.maxHealthyPercent ?? 200,
    circuitBreaker: deployed.circuitBreaker ?? (isRolledByEcs(deployed) ? { enable: true, rollback: true } : undefined),
  };
}

function refuseTwice(path: string, options: ServiceOptions): void {
  const twice = options.deployment && saidByDeployment.find(property => options[property] !== undefined);
  const pairs = [
    ...(options.capacity && options.capacityProviderStrategies ? [['capacity', 'capacityProviderStrategies']] : []),
    ...(twice ? [['deployment', twice]] : []),
    ...(options.serviceConnect && options.serviceConnectConfiguration ? [['serviceConnect', 'serviceConnectConfiguration']] : []),
  ];
  for (const [ours, theirs] of pairs) throw misuse(path, `${ours} and ${theirs} say the same thing in two ways. Give one of them.`);
}

function isRolledByEcs({ deploymentController }: ecs.BaseServiceOptions): boolean {
  return (deploymentController?.type ?? ecs.DeploymentControllerType.ECS) === ecs.DeploymentControllerType.ECS;
}
