import { Token } from 'aws-cdk-lib';
import type * as ecs from 'aws-cdk-lib/aws-ecs';
import { CapacityProvider } from './capacity-provider';
import { misuse } from '../misuse';

/** Capacity for the tasks of a service, and how many of them it takes. */
export interface CapacityChoice {
  /**
   * A capacity provider of the cluster: `FARGATE`, `FARGATE_SPOT`, the id given to `CapacityProvider.ec2()`, or the provider itself.
   */
  readonly provider: string | CapacityProvider | ecs.AsgCapacityProvider | ecs.ManagedInstancesCapacityProvider;
  /**
   * Tasks that it takes before the weights count. Only one provider of a strategy may have a base.
   * @default 0
   * @range a whole number from 0 to 100000
   */
  readonly base?: number;
  /**
   * Its share of the tasks beyond the base, beside the weights of the others.
   * @default 1
   * @range a whole number from 0 to 1000
   */
  readonly weight?: number;
}

/** The names of a cluster's capacity providers by the ids that users give them. A cluster that was not made by Drydock knows none. */
export type NamesById = ReadonlyMap<string, string>;

/** The strategy as ECS takes it. ECS refuses one that mixes Fargate with other capacity, that has two bases, or that gives weight to nobody. */
export function strategyOf(path: string, choices: readonly CapacityChoice[], ids: NamesById | undefined): ecs.CapacityProviderStrategy[] {
  if (choices.length === 0) throw misuse(path, 'the list of capacity is empty. Leave it out to have the default.');
  const strategy = choices.map(({ provider, base, weight = 1 }) => ({ capacityProvider: nameOf(path, provider, ids), ...(base === undefined ? {} : { base }), weight }));
  const onFargate = strategy.filter(({ capacityProvider }) => isFargate(capacityProvider));
  if (onFargate.length > 0 && onFargate.length < strategy.length) {
    throw misuse(path, 'a capacity strategy mixes Fargate with other capacity. ECS takes one or the other: make two services.');
  }
  if (strategy.filter(({ base = 0 }) => base !== 0).length > 1) throw misuse(path, 'two capacity providers have a base. ECS takes a base for one of them.');
  if (strategy.every(({ weight }) => weight === 0)) throw misuse(path, 'no capacity provider has a weight above 0, so that tasks could run nowhere.');
  return strategy;
}

/** Whether a capacity provider is one of Fargate's, by its name. */
export function isFargate(name: string): boolean {
  return name === 'FARGATE' || name === 'FARGATE_SPOT';
}

function nameOf(path: string, provider: CapacityChoice['provider'], ids: NamesById | undefined): string {
  if (provider instanceof CapacityProvider) return nameOf(path, provider.id, ids);
  if (typeof provider !== 'string') return provider.capacityProviderName;
  const name = ids?.get(provider);
  if (name !== undefined) return name;
  if (!ids || Token.isUnresolved(provider) || [...ids.values()].includes(provider)) return provider;
  throw misuse(path, `the cluster has no capacity provider '${provider}'. It has ${[...ids.keys()].join(', ') || 'none'}. Give it one in capacityProviders.`);
}
