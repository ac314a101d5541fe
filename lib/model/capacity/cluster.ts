import { ifKnown, type Value } from '../../core/value';
import { Property } from '../../template/property';
import type { Resource } from '../../template/resource';
import type { CapacityProvider } from './capacity-provider';
import { readStrategy, type StrategyItem } from './capacity-strategy';
import type { Lookup } from '../lookup';
import { namedOf, type Named, type Noun } from '../noun';
import type { Parts, ResourcePart } from '../part';
import { doneByStranger, type Stranger } from '../stranger';

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

export function readCluster(
  resource: Resource, associations: Parts<ResourcePart>, { capacityProviders: providers, strangers }: { readonly capacityProviders: Lookup<CapacityProvider>; readonly strangers: readonly Stranger[] },
): Cluster {
  const named = namedOf(resource, 'ClusterName');
  const association = associations.oneOf(named);
  const source = association.state === 'known' ? association.value.properties : association.state === 'unknown' ? Property.settled(association) : resource.properties;
  const capacityProviders = source.get('CapacityProviders').texts();
  return {
    capacityProviders: (capacityProviders.state === 'absent' ? doneByStranger(named, strangers) : undefined) ?? capacityProviders,
    defaultStrategy: readStrategy(source.get('DefaultCapacityProviderStrategy'), providers),
    association: ifKnown(association),
    properties: resource.properties,
    ...named,
  };
}
