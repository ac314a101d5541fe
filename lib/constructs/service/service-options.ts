import type * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import type * as iam from 'aws-cdk-lib/aws-iam';
import type { CapacityChoice } from '../capacity/capacity-strategy';
import type { ContainerOptions } from '../task/container';
import type { LoadBalancerOptions } from '../load-balancing/application';
import { misuse } from '../misuse';
import type { ScalingOptions } from './scaling';

/**
 * What services on Fargate and on container instances have in common.
 *
 * Where the L2 has other defaults: `minHealthyPercent` is 100 and `maxHealthyPercent` 200, as in ECS itself, so that an update never leaves fewer tasks than wanted;
 * and the circuit breaker is on and rolls back, without which a failing deployment may go on for hours.
 */
export interface ServiceOptions extends ecs.BaseServiceOptions {
  /**
   * The container that does the work. Makes the task definition `<id>TaskDef` beside the service.
   * @default - the task definition given as `taskDefinition`
   */
  readonly container?: ContainerOptions;
  /**
   * A task definition of its own, for what `container` cannot say.
   * @default - made from `container`
   */
  readonly taskDefinition?: ecs.TaskDefinition;
  /**
   * The role that the code in the containers acts as. Only with `container`.
   * @default - a role that may do nothing: `service.taskDefinition.taskRole`, to grant to
   */
  readonly taskRole?: iam.IRole;
  /**
   * The role that ECS acts as to pull the image, read secrets and write logs. Only with `container`.
   * @default - a role that may do exactly what the container needs
   */
  readonly executionRole?: iam.IRole;
  /**
   * The capacity that takes its tasks.
   * @default - the cluster's default capacity if the service can run on it; else Fargate for a FargateService, and for an Ec2Service the cluster's only capacity
   * provider with container instances
   */
  readonly capacity?: CapacityChoice[];
  /**
   * The load balancer that sends it requests.
   * @default - none
   */
  readonly loadBalancer?: LoadBalancerOptions;
  /**
   * How many tasks there are, by load. Then leave `desiredCount` out: a deployment would set the count back.
   * @default - as many as `desiredCount` says
   */
  readonly scaling?: ScalingOptions;
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

/** The options with our defaults where the L2 has others. What it does not know it does not read. */
export function withDefaults(path: string, options: ServiceOptions): ServiceOptions {
  if (options.capacity && options.capacityProviderStrategies) throw misuse(path, 'capacity and capacityProviderStrategies say the same thing in two ways. Give one of them.');
  if (options.scaling && options.desiredCount !== undefined) {
    throw misuse(path, 'desiredCount and scaling both say how many tasks there are, and every deployment would undo what scaling did. Leave desiredCount out.');
  }
  return {
    ...options,
    minHealthyPercent: options.minHealthyPercent ?? 100,
    maxHealthyPercent: options.maxHealthyPercent ?? 200,
    circuitBreaker: options.circuitBreaker ?? (isRolledByEcs(options) ? { enable: true, rollback: true } : undefined),
  };
}

/** The task definition that was given, or the one that `make` makes from the container and from `inline`, what goes only with a container. */
export function taskDefinitionOf(
  path: string, { container, taskDefinition }: ServiceOptions, inline: object, make: (container: ContainerOptions) => ecs.TaskDefinition,
): ecs.TaskDefinition {
  if (container && taskDefinition) throw misuse(path, 'container and taskDefinition are both given. Give one of them; to a task definition add containers with addContainer().');
  if (container) return make(container);
  if (!taskDefinition) {
    throw misuse(path, "neither container nor taskDefinition is given. A service needs one of them, as container: { image: 'public.ecr.aws/nginx/nginx:stable', port: 80 }.");
  }
  const [stray] = Object.entries(inline).find(([, value]) => value !== undefined) ?? [];
  if (stray !== undefined) throw misuse(path, `${stray} goes with container. A task definition says it itself: give it there.`);
  return taskDefinition;
}

function isRolledByEcs({ deploymentController }: ecs.BaseServiceOptions): boolean {
  return (deploymentController?.type ?? ecs.DeploymentControllerType.ECS) === ecs.DeploymentControllerType.ECS;
}
