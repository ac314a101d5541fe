import { sameText } from '../../core/text';
import { ifKnown, withDefault, type Value } from '../../core/value';
import { isSame } from '../../finding/finding';
import type { Property } from '../../template/property';
import type { Resource } from '../../template/resource';
import type { DiscoveryService, Namespace } from './discovery';
import { readLaunch, type Launch, type LaunchReferences } from './launch';
import type { ClassicLoadBalancer } from '../load-balancer/load-balancer';
import type { Lookup } from '../lookup';
import { namedOf, type Named } from '../noun';
import {
  readServiceConnect, readServiceLoadBalancers, readServiceRegistries, type ServiceConnect, type ServiceLoadBalancer, type ServiceRegistry,
} from './service-wiring';
import { upper } from '../spelling';
import type { TargetGroup } from '../load-balancer/target-group';

/** `AWS::ECS::Service`. */
export interface Service extends Named, Launch {
  /** `REPLICA` or `DAEMON`. */
  readonly scheduling: Value<string>;
  /** `ECS`, `CODE_DEPLOY` or `EXTERNAL`. */
  readonly deploymentController: Value<string>;
  /** How the controller ECS replaces tasks: `ROLLING`, `BLUE_GREEN`, `LINEAR` or `CANARY`. */
  readonly deploymentStrategy: Value<string>;
  /** As given. */
  readonly desiredCount: Value<number>;
  /** Percent; 100 for replicas and 0 for daemons unless given. */
  readonly minimumHealthyPercent: Value<number>;
  /** Percent; 200 for replicas and 100 for daemons unless given. */
  readonly maximumPercent: Value<number>;
  readonly loadBalancers: Value<readonly ServiceLoadBalancer[]>;
  readonly registries: Value<readonly ServiceRegistry[]>;
  readonly serviceConnect: ServiceConnect;
  /** For what the fields above do not name. */
  readonly properties: Property;
}

/** What a service refers to. */
export interface ServiceReferences extends LaunchReferences {
  readonly targetGroups: Lookup<TargetGroup>;
  readonly classicLoadBalancers: Lookup<ClassicLoadBalancer>;
  readonly discoveryServices: Lookup<DiscoveryService>;
}

export function readService(resource: Resource, references: ServiceReferences): Service {
  const { properties } = resource;
  const scheduling = withDefault(upper(properties.get('SchedulingStrategy')), 'REPLICA');
  const isDaemon = scheduling.state === 'known' && scheduling.value === 'DAEMON';
  const launch = {
    properties,
    cluster: properties.get('Cluster'),
    taskDefinition: properties.get('TaskDefinition'),
    awsvpc: properties.get('NetworkConfiguration', 'AwsvpcConfiguration'),
    placementStrategies: properties.get('PlacementStrategies'),
  };
  return {
    scheduling,
    deploymentController: withDefault(upper(properties.get('DeploymentController', 'Type')), 'ECS'),
    deploymentStrategy: withDefault(upper(properties.get('DeploymentConfiguration', 'Strategy')), 'ROLLING'),
    desiredCount: properties.get('DesiredCount').integer(),
    minimumHealthyPercent: withDefault(properties.get('DeploymentConfiguration', 'MinimumHealthyPercent').integer(), isDaemon ? 0 : 100),
    maximumPercent: withDefault(properties.get('DeploymentConfiguration', 'MaximumPercent').integer(), isDaemon ? 100 : 200),
    loadBalancers: readServiceLoadBalancers(properties.get('LoadBalancers'), references.targetGroups, references.classicLoadBalancers),
    registries: readServiceRegistries(properties.get('ServiceRegistries'), references.discoveryServices),
    serviceConnect: readServiceConnect(properties.get('ServiceConnectConfiguration')),
    properties,
    ...readLaunch(launch, references),
    ...namedOf(resource, 'ServiceName'),
  };
}

/** Whether two services publish, or look, in one namespace of Service Connect for certain. */
export function isInSameNamespace(one: Service, other: Service, namespaces: Lookup<Namespace>): boolean {
  const a = one.serviceConnect, b = other.serviceConnect, mine = ifKnown(one.cluster), theirs = ifKnown(other.cluster);
  if (ifKnown(a.enabled) !== true || ifKnown(b.enabled) !== true) return false;
  // Names of namespaces count within a region of an account.
  if (one.stack !== other.stack && (sameText(one.environment.region, other.environment.region) !== 'yes' || sameText(one.environment.account, other.environment.account) !== 'yes')) return false;
  const [first, second] = [a, b].map(({ namespace }) => ifKnown(namespaces.find(namespace)));
  if (first && second) return isSame(first, second);
  if (a.namespace.state === 'absent' && b.namespace.state === 'absent') return mine !== undefined && theirs !== undefined && isSame(mine, theirs);
  return a.namespace.state !== 'absent' && b.namespace.state !== 'absent' && sameText(a.namespace, b.namespace) === 'yes';
}
