/** `ecs-drydock`: constructs for Amazon ECS, and the dry run as a validation plugin of the CDK. */
export { CapacityProvider } from './constructs/capacity-provider';
export type { CapacityChoice } from './constructs/capacity-strategy';
export { Cluster, type ClusterProps } from './constructs/cluster';
export type { ContainerOptions } from './constructs/container';
export type { Ec2CapacityProps } from './constructs/ec2-capacity';
export { Drydock } from './constructs/drydock';
export { DrydockPlugin } from './constructs/drydock-plugin';
export type { DrydockOptions } from './constructs/dry-run-app';
export { Ec2Service, type Ec2ServiceProps } from './constructs/ec2-service';
export { FargateService, type FargateServiceProps } from './constructs/fargate-service';
export type { LoadBalancerOptions } from './constructs/load-balancer';
export type { ScalingOptions } from './constructs/scaling';
export type { ServiceOptions } from './constructs/service-options';
export { TaskRole, type TaskRoleProps } from './constructs/task-role';
