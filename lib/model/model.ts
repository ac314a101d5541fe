import type { AutoScalingGroup } from './auto-scaling-group';
import type { CapacityProvider } from './capacity-provider';
import type { Cluster } from './cluster';
import type { CreationOrder } from './creation-order';
import type { DeploymentGroup } from './deployment-group';
import type { Namespace } from './discovery';
import type { GuardedResource } from './guarded-resource';
import type { InstanceGroup } from './instance-group';
import type { InstanceProfile } from './instance-profile';
import type { LaunchTemplate } from './launch-template';
import type { Forwarder, Listener, ListenerRule } from './listener';
import type { LoadBalancer } from './load-balancer';
import type { Network } from './network';
import type { Named, Noun } from './noun';
import type { Role } from './role';
import type { ScalableTarget } from './scalable-target';
import type { ScalingPolicy } from './scaling-policy';
import type { ScheduledTask } from './scheduled-task';
import type { Service } from './service';
import type { StateMachine } from './state-machine';
import type { Stranger } from './stranger';
import type { TargetGroup } from './target-group';
import type { TaskDefinition } from './task-definition';

/** What the templates of a deployment describe, linked once and read by everyone. Lists are by stack and logical id. */
export interface Model {
  /** Which resources CloudFormation creates before which. */
  readonly order: CreationOrder;
  readonly autoScalingGroups: readonly AutoScalingGroup[];
  readonly capacityProviders: readonly CapacityProvider[];
  readonly clusters: readonly Cluster[];
  readonly deploymentGroups: readonly DeploymentGroup[];
  /** Listeners and listener rules. */
  readonly forwarders: readonly Forwarder[];
  readonly guardedResources: readonly GuardedResource[];
  readonly instanceGroups: readonly InstanceGroup[];
  readonly instanceProfiles: readonly InstanceProfile[];
  /** What may bring further container instances and is not read. */
  readonly instanceSources: readonly Noun[];
  /** Launch templates and launch configurations. */
  readonly launchTemplates: readonly LaunchTemplate[];
  readonly listenerRules: readonly ListenerRule[];
  readonly listeners: readonly Listener[];
  readonly loadBalancers: readonly LoadBalancer[];
  readonly logGroups: readonly Named[];
  readonly namespaces: readonly Namespace[];
  readonly network: Network;
  readonly roles: readonly Role[];
  readonly scalableTargets: readonly ScalableTarget[];
  /** Those of ECS services. */
  readonly scalingPolicies: readonly ScalingPolicy[];
  readonly scheduledTasks: readonly ScheduledTask[];
  readonly services: readonly Service[];
  readonly stateMachines: readonly StateMachine[];
  readonly strangers: readonly Stranger[];
  readonly targetGroups: readonly TargetGroup[];
  readonly taskDefinitions: readonly TaskDefinition[];
}
