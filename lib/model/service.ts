import { known, mapValue, thenValue, unknown, withDefault, type Value } from '../core/value';
import type { Property } from '../template/property';
import type { Resource } from '../template/resource';
import type { CapacityProvider } from './capacity-provider';
import { readStrategy, type StrategyItem } from './capacity-strategy';
import type { Cluster } from './cluster';
import type { DiscoveryService } from './discovery';
import type { ClassicLoadBalancer } from './load-balancer';
import type { Lookup } from './lookup';
import { namedOf, type Named } from './noun';
import { readPlacementConstraints, readPlacementStrategies, type PlacementConstraint, type PlacementStrategy } from './placement-rule';
import {
  readServiceConnect, readServiceLoadBalancers, readServiceRegistries, type ServiceConnect, type ServiceLoadBalancer, type ServiceRegistry,
} from './service-wiring';
import { upper } from './spelling';
import type { TargetGroup } from './target-group';
import type { TaskDefinition } from './task-definition';

/** `AWS::ECS::Service`. */
export interface Service extends Named {
  /** Absent: the account's cluster `default`. */
  readonly cluster: Value<Cluster>;
  readonly taskDefinition: Value<TaskDefinition>;
  /** `REPLICA` or `DAEMON`. */
  readonly scheduling: Value<string>;
  /** `ECS`, `CODE_DEPLOY` or `EXTERNAL`. */
  readonly deploymentController: Value<string>;
  /** As given. */
  readonly desiredCount: Value<number>;
  /** As given. */
  readonly launchType: Value<string>;
  /** As given, without the cluster's default. */
  readonly capacityProviderStrategy: Value<readonly StrategyItem[]>;
  readonly placementConstraints: Value<readonly PlacementConstraint[]>;
  readonly placementStrategies: Value<readonly PlacementStrategy[]>;
  /** Percent; 100 for replicas and 0 for daemons unless given. */
  readonly minimumHealthyPercent: Value<number>;
  /** Percent; 200 for replicas and 100 for daemons unless given. */
  readonly maximumPercent: Value<number>;
  /** The subnets of `awsvpc` tasks, by reference. */
  readonly subnets: Value<readonly Value<string>[]>;
  /** The security groups of `awsvpc` tasks, by reference. */
  readonly securityGroups: Value<readonly Value<string>[]>;
  /** `ENABLED` or `DISABLED`; as given. */
  readonly assignPublicIp: Value<string>;
  readonly loadBalancers: Value<readonly ServiceLoadBalancer[]>;
  readonly registries: Value<readonly ServiceRegistry[]>;
  readonly serviceConnect: ServiceConnect;
  /** The capacity that takes its tasks: what its launch type, its strategy or the cluster's default strategy says. */
  readonly runsOn: Value<Capacity>;
  /** For what the fields above do not name. */
  readonly properties: Property;
}

/** What tasks run on. A strategy holds providers of one kind only. */
export type Capacity =
  | { readonly kind: 'launchType'; readonly launchType: string }
  | { readonly kind: 'providers'; readonly strategy: readonly StrategyItem[]; readonly fargate: boolean };

/** What a service refers to. */
export interface ServiceReferences {
  readonly clusters: Lookup<Cluster>;
  readonly capacityProviders: Lookup<CapacityProvider>;
  readonly taskDefinitions: Lookup<TaskDefinition>;
  readonly targetGroups: Lookup<TargetGroup>;
  readonly classicLoadBalancers: Lookup<ClassicLoadBalancer>;
  readonly discoveryServices: Lookup<DiscoveryService>;
}

export function readService(resource: Resource, references: ServiceReferences): Service {
  const { properties } = resource;
  const scheduling = withDefault(upper(properties.get('SchedulingStrategy')), 'REPLICA');
  const isDaemon = scheduling.state === 'known' && scheduling.value === 'DAEMON';
  const awsvpc = properties.get('NetworkConfiguration', 'AwsvpcConfiguration');
  const cluster = references.clusters.find(properties.get('Cluster').text());
  const launchType = upper(properties.get('LaunchType'));
  const capacityProviderStrategy = readStrategy(properties.get('CapacityProviderStrategy'), references.capacityProviders);
  return {
    ...namedOf(resource, 'ServiceName'),
    cluster,
    taskDefinition: references.taskDefinitions.find(properties.get('TaskDefinition').text()),
    scheduling,
    deploymentController: withDefault(upper(properties.get('DeploymentController', 'Type')), 'ECS'),
    desiredCount: properties.get('DesiredCount').integer(),
    launchType,
    capacityProviderStrategy,
    placementConstraints: readPlacementConstraints(properties.get('PlacementConstraints')),
    placementStrategies: readPlacementStrategies(properties.get('PlacementStrategies')),
    minimumHealthyPercent: withDefault(properties.get('DeploymentConfiguration', 'MinimumHealthyPercent').integer(), isDaemon ? 0 : 100),
    maximumPercent: withDefault(properties.get('DeploymentConfiguration', 'MaximumPercent').integer(), isDaemon ? 100 : 200),
    subnets: awsvpc.get('Subnets').texts(),
    securityGroups: awsvpc.get('SecurityGroups').texts(),
    assignPublicIp: upper(awsvpc.get('AssignPublicIp')),
    loadBalancers: readServiceLoadBalancers(properties.get('LoadBalancers'), references.targetGroups, references.classicLoadBalancers),
    registries: readServiceRegistries(properties.get('ServiceRegistries'), references.discoveryServices),
    serviceConnect: readServiceConnect(properties.get('ServiceConnectConfiguration')),
    runsOn: capacityOf(launchType, capacityProviderStrategy, cluster),
    properties,
  };
}

function capacityOf(launchType: Value<string>, strategy: Value<readonly StrategyItem[]>, cluster: Value<Cluster>): Value<Capacity> {
  if (strategy.state === 'known' && strategy.value.length > 0) return providers(strategy);
  if (strategy.state === 'unknown') return unknown(strategy.why, strategy.at);
  if (launchType.state !== 'absent') return mapValue(launchType, value => ({ kind: 'launchType', launchType: value }));
  if (cluster.state === 'absent') return unknown({ kind: 'elsewhere', what: 'cluster default' }, launchType.at);
  const fallback = thenValue(cluster, found => found.defaultStrategy);
  if (fallback.state === 'known' && fallback.value.length > 0) return providers(fallback);
  // Without launch type and without a default strategy ECS takes EC2: API CreateService.launchType.
  return fallback.state === 'unknown' ? unknown(fallback.why, launchType.at) : known({ kind: 'launchType', launchType: 'EC2' }, launchType.at);
}

function providers(strategy: Value<readonly StrategyItem[]>): Value<Capacity> {
  return thenValue(strategy, items => {
    // A strategy holds providers of one kind, so one that is found tells of all.
    const found = items.find(item => item.capacityProvider.state !== 'unknown');
    if (found) return known({ kind: 'providers', strategy: items, fargate: found.capacityProvider.state === 'absent' }, strategy.at);
    return unknown({ kind: 'elsewhere', what: 'every capacity provider of the strategy' }, strategy.at);
  });
}
