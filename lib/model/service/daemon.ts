import { withDefault, type Value } from '../../core/value';
import type { Resource } from '../../template/resource';
import type { Cluster } from '../capacity/cluster';
import type { Lookup } from '../lookup';
import { nounOf, type Noun } from '../noun';
import type { TaskDefinition } from '../task-definition/task-definition';

/** `AWS::ECS::Daemon`: one task of a daemon task definition on each instance of capacity providers of Managed Instances. */
export interface Daemon extends Noun {
  readonly cluster: Value<Cluster>;
  readonly taskDefinition: Value<TaskDefinition>;
  /** Whether ECS Exec may open a shell in its containers. */
  readonly execEnabled: Value<boolean>;
}

export function readDaemon(resource: Resource, { clusters, daemonTaskDefinitions }: { readonly clusters: Lookup<Cluster>; readonly daemonTaskDefinitions: Lookup<TaskDefinition> }): Daemon {
  const { properties } = resource;
  return {
    ...nounOf(resource),
    cluster: clusters.find(properties.get('ClusterArn').text()),
    taskDefinition: daemonTaskDefinitions.find(properties.get('DaemonTaskDefinitionArn').text()),
    execEnabled: withDefault(properties.get('EnableExecuteCommand').flag(), false),
  };
}
