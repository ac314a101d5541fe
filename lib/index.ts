/** `ecs-drydock`: constructs for Amazon ECS, and the dry run as a validation plugin of the CDK. */
export { CapacityProvider } from './constructs/capacity/capacity-provider';
export type { CapacityChoice } from './constructs/capacity/capacity-strategy';
export { Cluster, type ClusterProps, type ClusterReference } from './constructs/capacity/cluster';
export type { Ec2CapacityProps, SpotOptions } from './constructs/capacity/ec2-capacity';
export type { FitCapacityProps } from './constructs/capacity/fitted-capacity';
export type { InstanceSystem } from './constructs/capacity/instance-image';
export type { ManagedInstancesProps } from './constructs/capacity/managed-instances';
export { EksService, type EksServiceProps } from './constructs/eks/eks-service';
export { PullThroughCache, type PullThroughCacheProps, type Upstream } from './constructs/image/pull-through-cache';
export { Repository, type RepositoryProps } from './constructs/image/repository';
export type { LoadBalancerOptions } from './constructs/load-balancing/application';
export type { DomainOptions } from './constructs/load-balancing/domain';
export type { EndpointServiceOptions, NetworkLoadBalancerOptions } from './constructs/load-balancing/network';
export { SharedLoadBalancer, type SharedLoadBalancerProps } from './constructs/load-balancing/shared-load-balancer';
export type { Balancing, NetworkBalancing, TargetOptions } from './constructs/load-balancing/targets';
export { ServiceMonitoring, type ServiceMonitoringProps } from './constructs/monitoring/service-monitoring';
export type { DrydockOptions } from './constructs/plugin/dry-run-app';
export { Drydock } from './constructs/plugin/drydock';
export { DrydockPlugin } from './constructs/plugin/drydock-plugin';
export { ExecutionRole, type ExecutionRoleProps, type ImagesAndLogs } from './constructs/role/execution-role';
export { InfrastructureRole, type InfrastructureRoleProps } from './constructs/role/infrastructure-role';
export { InstanceRole, type InstanceRoleProps } from './constructs/role/instance-role';
export type { RoleOptions } from './constructs/role/role-options';
export { SchedulerRole, type SchedulerRoleProps } from './constructs/role/scheduler-role';
export { TaskRole, type TaskRoleProps } from './constructs/role/task-role';
export { BatchTask, type BatchStepOptions, type BatchTaskProps } from './constructs/run/batch-task';
export { EventTask, type EventTaskProps } from './constructs/run/event-task';
export { MigrationTask, type MigrationTaskProps } from './constructs/run/migration-task';
export { QueueWorker, type QueueWorkerProps } from './constructs/run/queue-worker';
export { ScheduledTask, type ScheduledTaskProps } from './constructs/run/scheduled-task';
export type { StartedTaskProps } from './constructs/run/started-task';
export { DaemonService, type DaemonServiceProps } from './constructs/service/daemon-service';
export {
  Deployment, type BlueGreenOptions, type CanaryOptions, type CodeDeployOptions, type DeploymentOptions, type LinearOptions, type RollingOptions,
} from './constructs/service/deployment';
export { Ec2Service, type Ec2ServiceProps } from './constructs/service/ec2-service';
export { ExternalService, type ExternalServiceProps } from './constructs/service/external-service';
export { FargateService, type FargateServiceProps } from './constructs/service/fargate-service';
export type { Linkable, LinkOptions } from './constructs/service/link';
export type { QueueDepth } from './constructs/service/queue-depth';
export type { MetricSteps, MetricTarget, ScalingOptions, ScalingSchedule } from './constructs/service/scaling';
export type { ServiceConnectOptions } from './constructs/service/service-connect';
export type { ServiceOptions } from './constructs/service/service-options';
export type { IBalancedServiceParts, IServiceParts } from './constructs/service/service-parts';
export type { ContainerOptions, RestartOptions } from './constructs/task/container';
export type { ContainerDetails } from './constructs/task/container-details';
export type { FargateTaskOptions } from './constructs/task/fargate-task';
export type { InstanceTaskOptions } from './constructs/task/instance-task';
export type { SecretField } from './constructs/task/secrets';
export { Sidecar, type CloudWatchAgentOptions, type KnownSidecarOptions, type LogRouterOptions, type SidecarOptions } from './constructs/task/sidecar';
export { Storage, type EbsStorageOptions, type EfsStorageOptions } from './constructs/task/storage';
export type { TaskOptions } from './constructs/task/task-options';

// Node.js keeps the last ten calls of a stack trace, and between the app's line and the resource there may be more: a finding is to name that line.
Error.stackTraceLimit = Math.max(Error.stackTraceLimit, 30);
