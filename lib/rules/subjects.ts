import type { Origin } from '../core/origin';
import { known, type Value } from '../core/value';
import type { JudgedAcknowledgement } from '../finding/acknowledgement';
import { accountStack, type Phase } from '../finding/finding';
import type { AutoScalingGroup } from '../model/capacity/auto-scaling-group';
import type { CapacityProvider } from '../model/capacity/capacity-provider';
import type { StrategyItem } from '../model/capacity/capacity-strategy';
import type { Cluster } from '../model/capacity/cluster';
import type { Container } from '../model/task-definition/container';
import type { DeploymentGroup } from '../model/service/deployment-group';
import type { FileSystem } from '../model/network/file-system';
import type { InstanceGroup } from '../model/capacity/instance-group';
import type { Launcher } from '../model/service/launch';
import type { Listener, ListenerRule } from '../model/load-balancer/listener';
import type { LoadBalancer } from '../model/load-balancer/load-balancer';
import type { ManagedDaemon } from '../model/service/managed-daemon';
import type { Model, Resource } from '../model/model';
import type { NatGateway } from '../model/network/nat-gateway';
import type { Named, Noun } from '../model/noun';
import type { AssertingRule } from '../model/template/asserting-rule';
import type { LogGroup } from '../model/task-definition/log-group';
import type { Parameter } from '../model/template/parameter';
import type { Pods } from '../model/kubernetes/pods';
import type { PrivateLink } from '../model/load-balancer/private-link';
import type { Role } from '../model/role';
import type { RouteTable } from '../model/network/route-table';
import type { ScalableTarget } from '../model/scaling/scalable-target';
import type { ScalingPolicy } from '../model/scaling/scaling-policy';
import type { ScheduledTask, StartedTask } from '../model/schedule/scheduled-task';
import type { Service } from '../model/service/service';
import type { Subnet } from '../model/network/subnet';
import type { TargetGroup } from '../model/load-balancer/target-group';
import type { TaskDefinition } from '../model/task-definition/task-definition';
import type { Vpc } from '../model/network/vpc';
import type { VpcEndpoint } from '../model/network/vpc-endpoint';
import type { RoleAtWork } from '../needs/need';
import { rolesAtWork } from '../needs/role-uses';
import { interfaceOwners, type InterfaceOwner } from '../network/interface-owners';
import type { ScenarioResult, ServiceOutcome } from '../simulation/scenario';

/** What rules are about, and what their `check` receives. */
export interface Subjects {
  readonly acknowledgement: JudgedAcknowledgement;
  /** One of the `Rules` of a template. */
  readonly assertingRule: AssertingRule;
  readonly autoScalingGroup: AutoScalingGroup;
  readonly capacityProvider: CapacityProvider;
  readonly cluster: Cluster;
  readonly container: { readonly task: TaskDefinition; readonly container: Container };
  readonly deploymentGroup: DeploymentGroup;
  readonly endpoint: VpcEndpoint;
  readonly fileSystem: FileSystem;
  /** A listener or a rule of one. */
  readonly forwarder: Listener | ListenerRule;
  /** Container instances that one Auto Scaling group brings to a cluster. */
  readonly instanceGroup: InstanceGroup;
  readonly interfaceOwner: InterfaceOwner;
  /** A service, or what starts tasks one by one. */
  readonly launcher: Launcher;
  readonly listener: Listener;
  readonly listenerRule: ListenerRule;
  readonly loadBalancer: LoadBalancer;
  readonly logGroup: LogGroup;
  readonly managedDaemon: ManagedDaemon;
  readonly natGateway: NatGateway;
  /** A resource of ECS, or of what is around its services, to which the template may give a name. */
  readonly named: Named;
  readonly parameter: Parameter;
  /** Pods of Kubernetes that are alike. */
  readonly pods: Pods;
  readonly resource: Resource;
  readonly privateLink: PrivateLink;
  readonly role: Role;
  /** A role with what it is assumed for. */
  readonly roleAtWork: RoleAtWork;
  readonly routeTable: RouteTable;
  readonly scalableTarget: ScalableTarget;
  readonly scalingPolicy: ScalingPolicy;
  readonly scheduledTask: ScheduledTask;
  /** A scheduled task, or one that a state of Step Functions starts. */
  readonly startedTask: StartedTask;
  readonly service: Service;
  /** A service as one scenario went for it. */
  readonly outcome: { readonly scenario: ScenarioResult; readonly outcome: ServiceOutcome };
  /** A capacity provider strategy, of a service or a scheduled task, or the default one of a cluster. */
  readonly strategy: GivenStrategy;
  readonly subnet: Subnet;
  readonly targetGroup: TargetGroup;
  readonly taskDefinition: TaskDefinition;
  readonly vpc: Vpc;
}

/** A capacity provider strategy that is known, and where it stands. */
export interface GivenStrategy {
  readonly at: Origin;
  readonly items: readonly StrategyItem[];
  readonly cluster: Value<Cluster>;
  /** Undefined for the default strategy of the cluster. */
  readonly launcher: Launcher | undefined;
}

export type SubjectName = keyof Subjects;

/** A subject with the resource that stands for it. */
export interface SubjectOf<S extends SubjectName> {
  readonly noun: Pick<Noun, 'stack' | 'id' | 'exists'>;
  readonly subject: Subjects[S];
  /** When ECS objects, where it is not when rules say: what is wrong with a schedule shows each time that it comes round. */
  readonly phase?: Phase;
}

/** All subjects of each kind, in the order of the templates. */
export const subjects: {
  readonly [S in SubjectName]: (model: Model, scenarios: readonly ScenarioResult[], acknowledgements: readonly JudgedAcknowledgement[]) => readonly SubjectOf<S>[];
} = {
  acknowledgement: (_model, _scenarios, acknowledgements) => acknowledgements.map(judged => {
    const { at, resource = { stack: at.stack, id: '' } } = judged.acknowledgement;
    return { noun: { ...resource, exists: known(true, at) }, subject: judged };
  }),
  assertingRule: model => model.assertingRules.map(itself),
  autoScalingGroup: model => model.autoScalingGroups.map(itself),
  capacityProvider: model => model.capacityProviders.map(itself),
  cluster: model => model.clusters.map(itself),
  container: model => model.taskDefinitions.flatMap(task =>
    (task.containers.state === 'known' ? task.containers.value : []).map(container => ({ noun: task, subject: { task, container } }))),
  deploymentGroup: model => model.deploymentGroups.map(itself),
  endpoint: model => model.network.endpoints.map(itself),
  fileSystem: model => model.network.fileSystems.all.map(itself),
  forwarder: model => model.forwarders.map(itself),
  instanceGroup: model => model.instanceGroups.map(group => ({ noun: { ...group.autoScalingGroup, exists: group.exists }, subject: group })),
  interfaceOwner: model => interfaceOwners(model).map(owner => ({ noun: owner.noun, subject: owner })),
  launcher: model => allLaunchers(model).map(launcher => ({ ...itself(launcher), ...phaseOf(launcher) })),
  listener: model => model.listeners.map(itself),
  listenerRule: model => model.listenerRules.map(itself),
  loadBalancer: model => model.loadBalancers.map(itself),
  managedDaemon: model => model.managedDaemons.map(itself),
  named: model => [
    ...model.capacityProviders, ...model.clusters, ...model.loadBalancers, ...model.logGroups, ...model.namespaces.all, ...model.services, ...model.targetGroups, ...model.taskDefinitions,
  ].map<SubjectOf<'named'>>(itself),
  logGroup: model => model.logGroups.map(itself),
  natGateway: model => model.network.natGateways.all.map(itself),
  parameter: model => model.parameters.map(itself),
  pods: model => model.pods.map(itself),
  resource: model => model.resources.map(itself),
  privateLink: model => model.privateLinks.map(itself),
  role: model => model.roles.map(itself),
  roleAtWork: model => rolesAtWork(model).flatMap(({ role, uses }) => {
    const certain = uses.filter(({ user }) => user.exists.state === 'known'), named = role.state === 'known' && role.value.stack !== accountStack ? role.value : certain[0]?.user;
    return [
      ...(named && certain.length > 0 ? [{ noun: named, subject: { role, uses: certain } }] : []),
      // What the role lacks for something that may not be there is undecided, as all that is said of that.
      ...uses.filter(use => !certain.includes(use)).map(use => ({ noun: use.user, subject: { role, uses: [use] } })),
    ];
  }),
  routeTable: model => model.network.routeTables.all.map(itself),
  scalableTarget: model => model.scalableTargets.map(itself),
  scalingPolicy: model => model.scalingPolicies.map(itself),
  scheduledTask: model => model.scheduledTasks.map(itself),
  startedTask: model => model.startedTasks.map(itself),
  service: model => model.services.map(itself),
  outcome: (_, scenarios) => scenarios.flatMap(scenario =>
    scenario.services.map(outcome => ({ noun: outcome.service, subject: { scenario, outcome } }))),
  strategy: model => [
    ...model.clusters.flatMap(cluster => strategyOf(cluster, cluster.defaultStrategy, known(cluster, cluster.at), undefined)),
    ...allLaunchers(model).flatMap(launcher => strategyOf(launcher, launcher.capacityProviderStrategy, launcher.cluster, launcher)),
  ],
  subnet: model => model.network.subnets.all.map(itself),
  targetGroup: model => model.targetGroups.map(itself),
  taskDefinition: model => model.taskDefinitions.map(itself),
  vpc: model => model.network.vpcs.all.map(itself),
};

function itself<T extends Noun>(noun: T): { noun: Noun; subject: T } {
  return { noun, subject: noun };
}

function allLaunchers({ services, startedTasks }: Model): readonly Launcher[] {
  return [...services, ...startedTasks];
}

function phaseOf(launcher: Launcher | undefined): { readonly phase?: Phase } {
  return !launcher || launcher.type === 'AWS::ECS::Service' ? {} : { phase: 'schedule' };
}

function strategyOf(noun: Noun, strategy: Value<readonly StrategyItem[]>, cluster: Value<Cluster>, launcher: Launcher | undefined): readonly SubjectOf<'strategy'>[] {
  return strategy.state === 'known' && strategy.value.length > 0 ? [{ noun, subject: { at: strategy.at, items: strategy.value, cluster, launcher }, ...phaseOf(launcher) }] : [];
}
