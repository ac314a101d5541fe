import { unknown, type Unknown, type Value } from '../core/value';
import { Property } from '../template/property';
import type { Resource } from '../template/resource';
import type { CapacityProvider } from './capacity-provider';
import { readStrategy, type StrategyItem } from './capacity-strategy';
import { Lookup } from './lookup';
import { namedOf, type Named } from './noun';

/** `AWS::ECS::Cluster`, with what an `AWS::ECS::ClusterCapacityProviderAssociations` adds to it. */
export interface Cluster extends Named {
  /** The names of the capacity providers that its services may use. */
  readonly capacityProviders: Value<readonly Value<string>[]>;
  readonly defaultStrategy: Value<readonly StrategyItem[]>;
  /** For what the fields above do not name. */
  readonly properties: Property;
}

export function readClusters(clusters: readonly Resource[], associations: readonly Resource[], providers: Lookup<CapacityProvider>): readonly Cluster[] {
  const named = new Lookup('cluster', clusters.map(resource => namedOf(resource, 'ClusterName')));
  const targets = associations.map(({ properties }) => ({ properties, cluster: named.find(properties.get('Cluster').text()) }));
  // An association of which the cluster is open may be any cluster's.
  const open = targets.map(({ cluster }) => cluster).find((cluster): cluster is Unknown => cluster.state === 'unknown' && cluster.why.kind !== 'elsewhere');
  return clusters.map((resource, i) => {
    const self = named.all[i];
    const association = targets.find(({ cluster }) => cluster.state === 'known' && cluster.value === self);
    const source = association?.properties ?? (open ? Property.settled(unknown(open.why, open.at)) : resource.properties);
    return {
      ...namedOf(resource, 'ClusterName'),
      capacityProviders: source.get('CapacityProviders').texts(),
      defaultStrategy: readStrategy(source.get('DefaultCapacityProviderStrategy'), providers),
      properties: resource.properties,
    };
  });
}
