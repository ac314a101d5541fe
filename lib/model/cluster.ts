import type { Value } from '../core/value';
import type { Property } from '../template/property';
import type { Resource } from '../template/resource';
import { readStrategy, type StrategyItem } from './capacity-strategy';
import { namedOf, type Named } from './noun';
import { sameText } from '../core/text';

/** `AWS::ECS::Cluster`, with what an `AWS::ECS::ClusterCapacityProviderAssociations` adds to it. */
export interface Cluster extends Named {
  /** The names of the capacity providers that its services may use. */
  readonly capacityProviders: Value<readonly Value<string>[]>;
  readonly defaultStrategy: Value<readonly StrategyItem[]>;
  /** For what the fields above do not name. */
  readonly properties: Property;
}

export function readCluster(resource: Resource, associations: readonly Resource[]): Cluster {
  const named = namedOf(resource, 'ClusterName');
  const mine = associations.find(association => sameText(association.properties.get('Cluster').text(), named.name) === 'yes');
  const { properties } = mine ?? resource;
  return {
    ...named,
    capacityProviders: properties.get('CapacityProviders').texts(),
    defaultStrategy: readStrategy(properties.get('DefaultCapacityProviderStrategy')),
    properties: resource.properties,
  };
}
