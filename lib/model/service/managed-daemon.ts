import { withDefault, type Value } from '../../core/value';
import type { Resource } from '../../template/resource';
import type { CapacityProvider } from '../capacity/capacity-provider';
import type { Cluster } from '../capacity/cluster';
import type { Lookup } from '../lookup';
import { nounOf, type Noun } from '../noun';
import type { TaskDefinition } from '../task-definition/task-definition';

/** `AWS::ECS::Daemon`: one task on each instance that its capacity providers bring, started before all others (DG managed-daemons). */
export interface ManagedDaemon extends Noun {
  readonly cluster: Value<Cluster>;
  readonly capacityProviders: Value<readonly Value<CapacityProvider>[]>;
  /** `AWS::ECS::DaemonTaskDefinition`. */
  readonly taskDefinition: Value<TaskDefinition>;
  /** Whether ECS Exec may open a shell in its containers. */
  readonly execEnabled: Value<boolean>;
}

/** What daemons refer to. */
interface References {
  readonly clusters: Lookup<Cluster>;
  readonly capacityProviders: Lookup<CapacityProvider>;
  readonly daemonTaskDefinitions: Lookup<TaskDefinition>;
}

export function readManagedDaemon(resource: Resource, { clusters, capacityProviders, daemonTaskDefinitions }: References): ManagedDaemon {
  const { properties } = resource;
  return {
    cluster: clusters.find(properties.get('ClusterArn').text()),
    capacityProviders: capacityProviders.findAll(properties.get('CapacityProviderArns').texts()),
    taskDefinition: daemonTaskDefinitions.find(properties.get('DaemonTaskDefinitionArn').text()),
    execEnabled: withDefault(properties.get('EnableExecuteCommand').flag(), false),
    ...nounOf(resource),
  };
}
