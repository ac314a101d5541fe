import type { Value } from '../core/value';
import { Property } from '../template/property';
import type { Resource } from '../template/resource';
import type { CapacityProvider } from './capacity-provider';
import { readStrategy, type StrategyItem } from './capacity-strategy';
import type { Lookup } from './lookup';
import { namedOf, nounOf, type Named, type Noun } from './noun';
import { partsOf } from './part';

/** `AWS::ECS::Cluster`, with what an `AWS::ECS::ClusterCapacityProviderAssociations` makes of it. */
export interface Cluster extends Named {
  /** The names of the capacity providers that its services may use, beside those of Managed Instances that name it themselves. */
  readonly capacityProviders: Value<readonly Value<string>[]>;
  readonly defaultStrategy: Value<readonly StrategyItem[]>;
  /** The `AWS::ECS::ClusterCapacityProviderAssociations` that says so, where one does. */
  readonly association: Noun | undefined;
  /** For what the fields above do not name. */
  readonly properties: Property;
}

export function readCluster(resource: Resource, associations: readonly Resource[], providers: Lookup<CapacityProvider>): Cluster {
  const named = namedOf(resource, 'ClusterName');
  const mine = partsOf(named, associations.map(association => ({ ...nounOf(association), properties: association.properties })), ({ properties }) => properties.get('Cluster').text());
  const certain = mine.find(({ exists }) => exists.state === 'known'), open = mine.find(({ exists }) => exists.state === 'unknown');
  const source = certain?.properties ?? (open?.exists.state === 'unknown' ? Property.settled(open.exists) : resource.properties);
  return {
    ...named,
    capacityProviders: source.get('CapacityProviders').texts(),
    defaultStrategy: readStrategy(source.get('DefaultCapacityProviderStrategy'), providers),
    association: certain,
    properties: resource.properties,
  };
}
