import * as ecs from 'aws-cdk-lib/aws-ecs';
import { isFargate, strategyOf, type CapacityChoice } from '../capacity/capacity-strategy';
import { Cluster } from '../capacity/cluster';
import { misuse } from '../misuse';

/** The strategy of a Fargate service: what it chose, else the cluster's default. Undefined is the launch type FARGATE. */
export function fargateStrategy(path: string, cluster: ecs.ICluster, choices: readonly CapacityChoice[] | undefined): ecs.CapacityProviderStrategy[] | undefined {
  if (!choices) {
    const strategy = defaultStrategyOf(cluster);
    return runsOnFargate(strategy) || runsOnManagedInstances(cluster, strategy) ? strategy : undefined;
  }
  const strategy = strategyOf(path, choices, namesOf(cluster));
  const others = containerInstancesOf(cluster).map(({ capacityProviderName }) => capacityProviderName);
  if (strategy.some(({ capacityProvider }) => others.includes(capacityProvider))) {
    throw misuse(path, 'a FargateService runs on FARGATE, FARGATE_SPOT and Managed Instances. For capacity providers with container instances make an Ec2Service.');
  }
  return strategy;
}

/**
 * The strategy of a service on container instances: what it chose, else the cluster's default, else the cluster's only capacity provider with container instances.
 * Undefined is the launch type EC2, of whose tasks managed scaling knows nothing.
 */
export function ec2Strategy(path: string, cluster: ecs.ICluster, choices: readonly CapacityChoice[] | undefined): ecs.CapacityProviderStrategy[] | undefined {
  if (choices) {
    const strategy = strategyOf(path, choices, namesOf(cluster));
    if (runsOnFargate(strategy)) throw misuse(path, 'an Ec2Service runs on container instances. For FARGATE and FARGATE_SPOT make a FargateService.');
    return strategy;
  }
  const strategy = defaultStrategyOf(cluster);
  if (strategy.length > 0 && !runsOnFargate(strategy)) return strategy;
  const [only, ...others] = containerInstancesOf(cluster);
  if (others.length > 0) throw misuse(path, 'the cluster has several capacity providers with container instances. Choose with `capacity`, or give the cluster a `defaultCapacity`.');
  return only && [{ capacityProvider: only.capacityProviderName, weight: 1 }];
}

/** Whether a strategy is of Managed Instances. */
export function runsOnManagedInstances(cluster: ecs.ICluster, strategy: readonly ecs.CapacityProviderStrategy[] | undefined): boolean {
  const managed = ecs.Cluster.isCluster(cluster) ? cluster.clusterScopedCapacityProviderNames : [];
  return strategy !== undefined && strategy.some(({ capacityProvider }) => managed.includes(capacityProvider) && !isFargate(capacityProvider));
}

/** Whether the capacity that is chosen is container instances of the cluster's own. */
export function isOfInstances(path: string, cluster: ecs.ICluster, choices: readonly CapacityChoice[] | undefined): boolean {
  const strategy = choices && strategyOf(path, choices, namesOf(cluster));
  return strategy !== undefined && !runsOnFargate(strategy) && !runsOnManagedInstances(cluster, strategy);
}

function namesOf(cluster: ecs.ICluster): ReadonlyMap<string, string> | undefined {
  return cluster instanceof Cluster ? cluster._capacityProviderNamesById() : undefined;
}

function containerInstancesOf(cluster: ecs.ICluster): readonly ecs.AsgCapacityProvider[] {
  return cluster instanceof Cluster ? cluster._containerInstances() : [];
}

function defaultStrategyOf(cluster: ecs.ICluster): ecs.CapacityProviderStrategy[] {
  return ecs.Cluster.isCluster(cluster) ? cluster.defaultCapacityProviderStrategy : [];
}

/** A strategy is of one kind. */
function runsOnFargate(strategy: readonly ecs.CapacityProviderStrategy[]): boolean {
  return strategy.some(({ capacityProvider }) => isFargate(capacityProvider));
}
