import { defaultCluster } from '../../catalog/container-agent';
import { known, mapValue, thenValue, unknown, unknownsIn, withDefault, type Value } from '../../core/value';
import type { Property } from '../../template/property';
import type { CapacityProvider } from '../capacity/capacity-provider';
import { readStrategy, type StrategyItem } from '../capacity/capacity-strategy';
import type { Cluster } from '../capacity/cluster';
import type { Lookup } from '../lookup';
import type { Noun } from '../noun';
import { readPlacementConstraints, readPlacementStrategies, type PlacementConstraint, type PlacementStrategy } from '../task-definition/placement-rule';
import { upper } from '../spelling';
import type { TaskDefinition } from '../task-definition/task-definition';

/** How tasks are started: what a service and a schedule have in common. */
export interface Launch {
  /** Absent: the account's cluster `default`. */
  readonly cluster: Value<Cluster>;
  readonly taskDefinition: Value<TaskDefinition>;
  /** As given. */
  readonly launchType: Value<string>;
  /** As given, without the cluster's default. */
  readonly capacityProviderStrategy: Value<readonly StrategyItem[]>;
  /** The capacity that takes the tasks: what the launch type, the strategy or the cluster's default strategy says. */
  readonly runsOn: Value<Capacity>;
  /** As given; without it Fargate takes `LATEST`. */
  readonly platformVersion: Value<string>;
  readonly placementConstraints: Value<readonly PlacementConstraint[]>;
  readonly placementStrategies: Value<readonly PlacementStrategy[]>;
  /** Whether a network configuration is given; absent where it is not. */
  readonly networkConfiguration: Value<true>;
  /** The subnets of `awsvpc` tasks, by reference. */
  readonly subnets: Value<readonly Value<string>[]>;
  /** The security groups of `awsvpc` tasks, by reference. */
  readonly securityGroups: Value<readonly Value<string>[]>;
  /** `ENABLED` or `DISABLED`; as given. */
  readonly assignPublicIp: Value<string>;
  /** Whether ECS Exec may open a shell in its containers. */
  readonly execEnabled: Value<boolean>;
}

/** What tasks run on. A strategy holds providers of one kind only. */
export type Capacity =
  | { readonly kind: 'launchType'; readonly launchType: string }
  | { readonly kind: 'providers'; readonly strategy: readonly StrategyItem[]; readonly fargate: boolean };

/** A resource that starts tasks. */
export type Launcher = Noun & Launch;

/** Where the parts of a launch stand: services, rules and schedules each have their own names for some. */
export interface LaunchSource {
  readonly properties: Property;
  readonly cluster: Property;
  readonly taskDefinition: Property;
  readonly awsvpc: Property;
  readonly placementStrategies: Property;
}

/** What a launch refers to. */
export interface LaunchReferences {
  readonly clusters: Lookup<Cluster>;
  readonly capacityProviders: Lookup<CapacityProvider>;
  readonly taskDefinitions: Lookup<TaskDefinition>;
}

export function readLaunch({ properties, awsvpc, ...source }: LaunchSource, references: LaunchReferences): Launch {
  const named = source.cluster.text(), found = references.clusters.find(withDefault(named, defaultCluster.value));
  const cluster = named.state === 'absent' && found.state === 'unknown' ? named : found;
  const launchType = upper(properties.get('LaunchType'));
  const capacityProviderStrategy = readStrategy(properties.get('CapacityProviderStrategy'), references.capacityProviders);
  return {
    cluster,
    taskDefinition: references.taskDefinitions.find(source.taskDefinition.text()),
    launchType,
    capacityProviderStrategy,
    runsOn: capacityOf(launchType, capacityProviderStrategy, cluster),
    platformVersion: properties.get('PlatformVersion').text(),
    placementConstraints: readPlacementConstraints(properties.get('PlacementConstraints')),
    placementStrategies: readPlacementStrategies(source.placementStrategies),
    networkConfiguration: mapValue(properties.get('NetworkConfiguration').value(), () => true),
    subnets: awsvpc.get('Subnets').texts(),
    securityGroups: awsvpc.get('SecurityGroups').texts(),
    assignPublicIp: upper(awsvpc.get('AssignPublicIp')),
    execEnabled: withDefault(properties.get('EnableExecuteCommand').flag(), false),
  };
}

/** Whether the capacity is Fargate's. */
export function isFargate(capacity: Capacity): boolean {
  return capacity.kind === 'providers' ? capacity.fargate : capacity.launchType === 'FARGATE';
}

function capacityOf(launchType: Value<string>, strategy: Value<readonly StrategyItem[]>, cluster: Value<Cluster>): Value<Capacity> {
  if (strategy.state === 'known' && strategy.value.length > 0) return providers(strategy);
  if (strategy.state === 'unknown') return unknown(strategy.why, strategy.at);
  if (launchType.state !== 'absent') return mapValue(launchType, value => ({ kind: 'launchType', launchType: value }));
  if (cluster.state === 'absent') return unknown({ kind: 'elsewhere', what: 'cluster default', thing: { type: 'cluster', id: defaultCluster.value } }, launchType.at);
  const fallback = thenValue(cluster, found => found.defaultStrategy);
  if (fallback.state === 'known' && fallback.value.length > 0) return providers(fallback);
  // Without launch type and without a default strategy ECS takes EC2: API CreateService.launchType.
  return fallback.state === 'unknown' ? unknown(fallback.why, launchType.at) : known({ kind: 'launchType', launchType: 'EC2' }, launchType.at);
}

function providers(strategy: Value<readonly StrategyItem[]>): Value<Capacity> {
  return thenValue(strategy, items => {
    // A strategy holds providers of one kind, so one that is found tells of all.
    const found = items.find(item => item.capacityProvider.state !== 'unknown'), [open] = unknownsIn(...items.map(item => item.capacityProvider));
    if (!found && open) return unknown(open.why, strategy.at);
    return known({ kind: 'providers', strategy: items, fargate: found?.capacityProvider.state === 'absent' }, strategy.at);
  });
}
