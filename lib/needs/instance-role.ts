import { ifKnown, type Value } from '../core/value';
import type { ResourceRef } from '../finding/finding';
import { isOfManagedInstances, type CapacityProvider } from '../model/capacity/capacity-provider';
import type { Cluster } from '../model/capacity/cluster';
import type { InstanceGroup } from '../model/capacity/instance-group';
import { isFargate } from '../model/service/launch';
import { Lookup } from '../model/lookup';
import type { Model } from '../model/model';
import type { Noun } from '../model/noun';
import type { Service } from '../model/service/service';
import { anId, arn, everything, something } from './arn';
import { allNeeds, type Need, type Needs, type RoleUse } from './need';
import { instanceNeeds } from './task-roles';

const principal = 'ec2.amazonaws.com';

/** The roles that container instances have from their instance profiles. */
export function instanceRoleUses(model: Model): readonly RoleUse[] {
  return [...model.instanceGroups.flatMap(group => groupUse(group, model)), ...model.capacityProviders.flatMap(provider => managedUse(provider, model))];
}

function groupUse({ autoScalingGroup, exists, cluster, capacityProvider }: InstanceGroup, model: Model): readonly RoleUse[] {
  const template = ifKnown(autoScalingGroup.launchTemplate);
  if (!template) return [];
  const services = model.services.filter(service => cluster.state === 'known' && ifKnown(service.cluster) === cluster.value && runsOnInstances(service));
  const tasks = services.flatMap(({ taskDefinition }) => {
    const task = ifKnown(taskDefinition);
    return task?.executionRole.state === 'absent' ? [instanceNeeds(task, model)] : [];
  });
  const related = [autoScalingGroup, ...(capacityProvider ? [capacityProvider] : []), ...services];
  return [{ kind: 'instance', role: template.instanceRole, principal, user: { ...template, exists }, related, ...allNeeds([agentNeeds(template, cluster), ...tasks]) }];
}

/** Managed Instances bring their role with the capacity provider. */
function managedUse(provider: CapacityProvider, { clusters, services }: Model): readonly RoleUse[] {
  const { properties, instanceRole } = provider;
  if (isOfManagedInstances(provider) !== 'yes') return [];
  const cluster = new Lookup('cluster', clusters).find(properties.get('ClusterName').text());
  const related: readonly ResourceRef[] = services.filter(service => usesProvider(service, provider));
  return [{ kind: 'instance', role: instanceRole, principal, user: provider, related, ...agentNeeds(provider, cluster) }];
}

/** What the agent does to take tasks, and to tell how they are. */
function agentNeeds(user: Noun, cluster: Value<Cluster>): Needs {
  const { environment, at } = user;
  const name = cluster.state === 'known' ? cluster.value.name : something('the cluster', at);
  const clusterArn = arn(environment, 'ecs', 'cluster/', name), context = new Map([['ecs:cluster', clusterArn]]);
  const instance = arn(environment, 'ecs', 'container-instance/', name, '/', anId('the container instance', at));
  const need = (purpose: Need['purpose'], resource: Value<string>): Need => ({ purpose, resources: [resource], context, at, severity: 'error' });
  return {
    needs: [
      need('pollEndpoint', everything(at)),
      need('registration', clusterArn),
      need('poll', instance),
      need('taskState', clusterArn),
      // Without that tasks run, and nobody knows how much they use.
      { ...need('telemetry', instance), severity: 'warning' },
    ],
    open: [],
  };
}

function runsOnInstances({ runsOn }: Service): boolean {
  return runsOn.state === 'known' && !isFargate(runsOn.value);
}

/** Whether a service names the provider in the strategy that holds for it. */
export function usesProvider({ runsOn }: Service, provider: CapacityProvider): boolean {
  return runsOn.state === 'known' && runsOn.value.kind === 'providers' && runsOn.value.strategy.some(({ capacityProvider }) => ifKnown(capacityProvider) === provider);
}
