import type { AutoScalingGroup } from './capacity/auto-scaling-group';
import type { CapacityProvider } from './capacity/capacity-provider';
import type { Cluster } from './capacity/cluster';
import type { CreationOrder } from './creation-order';
import type { DeploymentGroup } from './service/deployment-group';
import type { Namespace } from './service/discovery';
import type { GuardedResource } from './guarded-resource';
import type { InstanceGroup } from './capacity/instance-group';
import type { InstanceProfile } from './capacity/instance-profile';
import type { LaunchTemplate } from './capacity/launch-template';
import type { LatticeTargetGroup } from './load-balancer/lattice-target-group';
import type { Listener, ListenerRule } from './load-balancer/listener';
import type { LoadBalancer } from './load-balancer/load-balancer';
import type { Lookup } from './lookup';
import type { ManagedDaemon } from './service/managed-daemon';
import type { Network } from './network/network';
import type { Pods } from './kubernetes/pods';
import type { Property } from '../template/property';
import type { ResolvedReference } from '../template/resource';
import type { Noun } from './noun';
import type { AssertingRule } from './template/asserting-rule';
import type { Parameter } from './template/parameter';
import type { LogGroup } from './task-definition/log-group';
import type { PrivateLink } from './load-balancer/private-link';
import type { PullThroughRule } from './task-definition/pull-through-rule';
import type { Role } from './role';
import type { ScalableTarget } from './scaling/scalable-target';
import type { ScalingPolicy } from './scaling/scaling-policy';
import type { ScheduledTask, StartedTask } from './schedule/scheduled-task';
import type { PipelineDeployment } from './service/pipeline-deployment';
import type { ExpressService } from './service/express-service';
import type { Service } from './service/service';
import type { StateMachine } from './schedule/state-machine';
import type { Stranger } from './stranger';
import type { TargetGroup } from './load-balancer/target-group';
import type { TaskDefinition } from './task-definition/task-definition';

/** A resource of any type. */
export interface Resource extends Noun {
  readonly properties: Property;
  /** What it refers to, but for parameters. */
  readonly references: () => readonly ResolvedReference[];
}

/** What the templates of a deployment describe, linked once and read by everyone. Lists are by stack and logical id. */
export interface Model {
  /** Which resources CloudFormation creates before which. */
  readonly order: CreationOrder;
  readonly assertingRules: readonly AssertingRule[];
  readonly autoScalingGroups: readonly AutoScalingGroup[];
  readonly capacityProviders: readonly CapacityProvider[];
  readonly clusters: readonly Cluster[];
  /** `AWS::ECS::DaemonTaskDefinition`, of which only the roles are judged. */
  readonly daemonTaskDefinitions: readonly TaskDefinition[];
  readonly deploymentGroups: readonly DeploymentGroup[];
  readonly expressServices: readonly ExpressService[];
  /** Listeners and listener rules. */
  readonly forwarders: readonly (Listener | ListenerRule)[];
  readonly guardedResources: readonly GuardedResource[];
  readonly instanceGroups: readonly InstanceGroup[];
  readonly instanceProfiles: readonly InstanceProfile[];
  /** What may bring further container instances and is not read. */
  readonly instanceSources: readonly Noun[];
  readonly latticeTargetGroups: Lookup<LatticeTargetGroup>;
  /** Launch templates and launch configurations. */
  readonly launchTemplates: readonly LaunchTemplate[];
  readonly listenerRules: readonly ListenerRule[];
  readonly listeners: readonly Listener[];
  readonly loadBalancers: readonly LoadBalancer[];
  readonly logGroups: readonly LogGroup[];
  readonly managedDaemons: readonly ManagedDaemon[];
  readonly namespaces: Lookup<Namespace>;
  readonly network: Network;
  readonly parameters: readonly Parameter[];
  readonly pipelineDeployments: readonly PipelineDeployment[];
  /** Those of Kubernetes, by the manifests that the CDK applies. */
  readonly pods: readonly Pods[];
  readonly privateLinks: readonly PrivateLink[];
  readonly pullThroughRules: readonly PullThroughRule[];
  /** All of them, as the templates have them. */
  readonly resources: readonly Resource[];
  readonly roles: readonly Role[];
  readonly scalableTargets: readonly ScalableTarget[];
  /** What scales each service for certain. */
  readonly scaledBy: ReadonlyMap<Service, ScalableTarget>;
  /** Those of ECS services. */
  readonly scalingPolicies: readonly ScalingPolicy[];
  readonly scheduledTasks: readonly ScheduledTask[];
  readonly services: readonly Service[];
  /** What schedules, rules, pipes and state machines start. */
  readonly startedTasks: readonly StartedTask[];
  readonly stateMachines: readonly StateMachine[];
  readonly strangers: readonly Stranger[];
  readonly targetGroups: readonly TargetGroup[];
  readonly taskDefinitions: readonly TaskDefinition[];
}
