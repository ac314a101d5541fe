import { groupBy } from '../core/group-by';
import { ifKnown } from '../core/value';
import { byResource } from '../finding/finding';
import type { Deployment } from '../template/deployment';
import type { Resource } from '../template/resource';
import { readAutoScalingGroup, readInstance } from './capacity/auto-scaling-group';
import { readCapacityProvider } from './capacity/capacity-provider';
import { readCluster } from './capacity/cluster';
import { CreationOrder } from './creation-order';
import { readDeployedApplication, readDeploymentGroup, type DeployedApplication } from './service/deployment-group';
import { readDiscoveryService, readNamespace } from './service/discovery';
import { readGuardedResources } from './guarded-resource';
import { readInstanceProfile } from './capacity/instance-profile';
import { readInstanceSources } from './capacity/instance-sources';
import { readLaunchConfiguration, readLaunchTemplate } from './capacity/launch-template';
import { readEksClusters } from './kubernetes/eks-cluster';
import { manifestType, readPods, type Pods } from './kubernetes/pods';
import { readLatticeTargetGroup } from './load-balancer/lattice-target-group';
import { readListener, readListenerRule } from './load-balancer/listener';
import { readClassicLoadBalancer, readLoadBalancer } from './load-balancer/load-balancer';
import { Lookup } from './lookup';
import type { Model } from './model';
import type { Named } from './noun';
import { readNetwork } from './network/network';
import { readInstanceGroups } from './capacity/read-instance-groups';
import { readManagedDaemon } from './service/managed-daemon';
import { partsNaming } from './part';
import { readPolicyResource, readRoles, type Role } from './role';
import { readScalableTarget, targetsByService } from './scaling/scalable-target';
import { mayScaleService, readScalingPolicy } from './scaling/scaling-policy';
import { readScheduledTasks } from './schedule/scheduled-task';
import { readPipelineDeployments } from './service/pipeline-deployment';
import { readExpressService } from './service/express-service';
import { readService } from './service/service';
import { readStateMachine } from './schedule/state-machine';
import { readStrangers } from './stranger';
import { readAssertingRules } from './template/asserting-rule';
import { readParameters } from './template/parameter';
import { readLogGroup } from './task-definition/log-group';
import { readPullThroughRule } from './task-definition/pull-through-rule';
import { readPrivateLinks } from './load-balancer/private-link';
import { readTargetGroup } from './load-balancer/target-group';
import { readTaskDefinition } from './task-definition/task-definition';
import type { LaunchReferences } from './service/launch';

const namespaceTypes = ['Http', 'PrivateDns', 'PublicDns'].map(kind => `AWS::ServiceDiscovery::${kind}Namespace`);

/** The resources of a type. */
type ResourcesOf = (type: string) => readonly Resource[];

/**
 * Reads the model from the resources, what is referred to before what refers to it. The nouns of a kind come by stack and logical id, so that the order
 * in which they stand in their templates means nothing to whoever asks for the first.
 */
export function extractModel(deployment: Deployment): Model {
  const resources = [...deployment.resources()].sort(byResource);
  const byType = groupBy(resources, resource => resource.type);
  const of: ResourcesOf = type => byType.get(type) ?? [];
  const strangers = readStrangers(resources, deployment), lookup = lookupsIn(deployment);

  const policies = ['Policy', 'RolePolicy', 'ManagedPolicy'].flatMap(type => of(`AWS::IAM::${type}`)).map(readPolicyResource);
  const roles = lookup('role', readRoles(of('AWS::IAM::Role'), policies, strangers));
  const network = readNetwork(of, { resources, strangers, dualStackIPv6: accountSetting(deployment, 'dualStackIPv6') });
  const { instanceProfiles, launchTemplates, autoScalingGroups, instances, capacityProviders } = readCapacity(of, roles, deployment);
  const associations = partsNaming('Cluster', of('AWS::ECS::ClusterCapacityProviderAssociations'));
  const clusters = lookup('cluster', of('AWS::ECS::Cluster').map(resource => readCluster(resource, associations, { capacityProviders, strangers })));
  const taskDefinitions = lookup('task definition', of('AWS::ECS::TaskDefinition').map(resource => readTaskDefinition(resource, roles)));
  const daemonTaskDefinitions = lookup('daemon task definition', of('AWS::ECS::DaemonTaskDefinition').map(resource => readTaskDefinition(resource, roles)));
  const { classicLoadBalancers, loadBalancers, targetGroups, listeners, listenerRules } = readLoadBalancing(of, deployment);
  const discoveryServices = lookup('Cloud Map service', of('AWS::ServiceDiscovery::Service').map(readDiscoveryService));
  const launches = { clusters, capacityProviders, taskDefinitions }, references = { ...launches, targetGroups, classicLoadBalancers, discoveryServices };
  const services = lookup('service', of('AWS::ECS::Service').map(resource => readService(resource, references)));
  const scalableTargets = lookup('scalable target', of('AWS::ApplicationAutoScaling::ScalableTarget').map(resource => readScalableTarget(resource, services)));
  const instanceGroups = readInstanceGroups([...autoScalingGroups.all, ...instances], { clusters, capacityProviders: capacityProviders.all, subnets: network.subnets, trunking: accountSetting(deployment, 'awsvpcTrunking') });

  return {
    ...readDelivery(of, roles, launches, lookup('application', of('AWS::CodeDeploy::Application').map(readDeployedApplication))),
    order: new CreationOrder(resources),
    assertingRules: readAssertingRules(deployment),
    autoScalingGroups: autoScalingGroups.all,
    capacityProviders: capacityProviders.all,
    clusters: clusters.all,
    daemonTaskDefinitions: daemonTaskDefinitions.all,
    expressServices: of('AWS::ECS::ExpressGatewayService').map(resource => readExpressService(resource, roles)),
    guardedResources: readGuardedResources(of),
    forwarders: [...listeners.all, ...listenerRules],
    instanceGroups,
    instanceProfiles: instanceProfiles.all,
    instanceSources: readInstanceSources(strangers, resources, [...autoScalingGroups.all, ...instances], instanceGroups),
    latticeTargetGroups: lookup('target group', of('AWS::VpcLattice::TargetGroup').map(readLatticeTargetGroup)),
    launchTemplates: launchTemplates.all,
    listenerRules,
    listeners: listeners.all,
    loadBalancers: loadBalancers.all,
    logGroups: of('AWS::Logs::LogGroup').map(readLogGroup),
    managedDaemons: of('AWS::ECS::Daemon').map(resource => readManagedDaemon(resource, { clusters, capacityProviders, daemonTaskDefinitions })),
    namespaces: lookup('namespace', namespaceTypes.flatMap(of).map(readNamespace)),
    network,
    parameters: readParameters(deployment),
    pods: readKubernetes(of, resources),
    privateLinks: readPrivateLinks(of, loadBalancers),
    pullThroughRules: of('AWS::ECR::PullThroughCacheRule').map(readPullThroughRule),
    resources,
    roles: roles.all,
    scalableTargets: scalableTargets.all,
    scaledBy: targetsByService(scalableTargets.all),
    scalingPolicies: of('AWS::ApplicationAutoScaling::ScalingPolicy').map(resource => readScalingPolicy(resource, scalableTargets)).filter(mayScaleService),
    services: services.all,
    strangers,
    targetGroups: targetGroups.all,
    taskDefinitions: taskDefinitions.all,
  };
}

/** Pods of Kubernetes, with the clusters that run them. */
function readKubernetes(of: ResourcesOf, resources: readonly Resource[]): readonly Pods[] {
  const manifests = of(manifestType);
  if (manifests.length === 0) return [];
  const clusters = readEksClusters(of, resources);
  return manifests.flatMap(manifest => readPods(manifest, clusters));
}

/** Makes lookups that tell regions and accounts apart. */
function lookupsIn({ stacks }: Deployment): <T extends Named>(kind: string, all: readonly T[]) => Lookup<T> {
  return (kind, all) => new Lookup(kind, all, stack => stacks.get(stack)?.environment);
}

/** A setting of ECS in the account, where somebody says it. */
function accountSetting(deployment: Deployment, name: string): string | undefined {
  const given = deployment.given('accountSetting', name)?.text();
  return given && ifKnown(given);
}

/** What brings container instances. */
function readCapacity(of: ResourcesOf, roles: Lookup<Role>, deployment: Deployment) {
  const lookup = lookupsIn(deployment);
  const instanceProfiles = lookup('instance profile', of('AWS::IAM::InstanceProfile').map(resource => readInstanceProfile(resource, roles)));
  const context = { instanceProfiles, resource: (stack: string, id: string) => deployment.stacks.get(stack)?.resource(id) };
  const launchTemplates = lookup('launch template', [
    ...of('AWS::EC2::LaunchTemplate').map(resource => readLaunchTemplate(resource, context)),
    ...of('AWS::AutoScaling::LaunchConfiguration').map(resource => readLaunchConfiguration(resource, context)),
  ]);
  const parts = { scalers: [...of('AWS::AutoScaling::ScalingPolicy'), ...of('AWS::AutoScaling::ScheduledAction')], warmPools: of('AWS::AutoScaling::WarmPool') };
  const autoScalingGroups = lookup('Auto Scaling group', of('AWS::AutoScaling::AutoScalingGroup').map(resource => readAutoScalingGroup(resource, launchTemplates, parts)));
  const instances = of('AWS::EC2::Instance').map(resource => readInstance(resource, launchTemplates, context));
  const capacityProviders = lookup('capacity provider', of('AWS::ECS::CapacityProvider').map(resource => readCapacityProvider(resource, { autoScalingGroups, instanceProfiles, roles })));
  return { instanceProfiles, launchTemplates, autoScalingGroups, instances, capacityProviders };
}

/** What brings clients to services. */
function readLoadBalancing(of: ResourcesOf, deployment: Deployment) {
  const lookup = lookupsIn(deployment);
  const classicLoadBalancers = lookup('load balancer', of('AWS::ElasticLoadBalancing::LoadBalancer').map(readClassicLoadBalancer));
  const loadBalancers = lookup('load balancer', of('AWS::ElasticLoadBalancingV2::LoadBalancer').map(readLoadBalancer));
  const targetGroups = lookup('target group', of('AWS::ElasticLoadBalancingV2::TargetGroup').map(readTargetGroup));
  const listeners = lookup('listener', of('AWS::ElasticLoadBalancingV2::Listener').map(resource => readListener(resource, loadBalancers, targetGroups)));
  const listenerRules = of('AWS::ElasticLoadBalancingV2::ListenerRule').map(resource => readListenerRule(resource, listeners, targetGroups));
  return { classicLoadBalancers, loadBalancers, targetGroups, listeners, listenerRules };
}

/** What deploys services and starts tasks from outside of ECS. */
function readDelivery(of: ResourcesOf, roles: Lookup<Role>, launches: LaunchReferences, applications: Lookup<DeployedApplication>) {
  const scheduledTasks = ['AWS::Events::Rule', 'AWS::Scheduler::Schedule', 'AWS::Pipes::Pipe'].flatMap(of).flatMap(resource => readScheduledTasks(resource, launches, roles));
  const stateMachines = of('AWS::StepFunctions::StateMachine').flatMap(resource => readStateMachine(resource, roles, launches));
  return {
    scheduledTasks, stateMachines,
    startedTasks: [...scheduledTasks, ...stateMachines.flatMap(({ runs }) => runs)],
    deploymentGroups: of('AWS::CodeDeploy::DeploymentGroup').flatMap(resource => readDeploymentGroup(resource, roles, applications)),
    pipelineDeployments: of('AWS::CodePipeline::Pipeline').flatMap(resource => readPipelineDeployments(resource, roles)),
  };
}
