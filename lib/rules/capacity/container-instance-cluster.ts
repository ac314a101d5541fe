import { defaultCluster } from '../../catalog/container-agent';
import { showText } from '../../core/text';
import { ifKnown, thenValue } from '../../core/value';
import type { InstanceGroup } from '../../model/capacity/instance-group';
import type { MachineImage } from '../../model/capacity/machine-image';
import type { Model } from '../../model/model';
import { sameName } from '../../model/noun';
import type { Service } from '../../model/service/service';
import { defineRule } from '../rule';
import { mayJoin, placesOn, usersOf } from './users';

/** Container instances join the cluster that their agent is told, and the account's default one when it is told none. */
export const containerInstanceCluster = defineRule({
  id: 'container-instance-cluster',
  title: 'The container instances join another cluster than the services',
  severity: 'error',
  phase: 'place',
  subject: 'instanceGroup',
  explanation: 'An agent joins the cluster that ECS_CLUSTER in /etc/ecs/ecs.config names, and without it the cluster "default". Neither the Auto Scaling group nor a capacity provider tells it. Services whose cluster no instance joins never place a task.',
  docs: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-agent-config.html',
  predicts: ['No Container Instances were found in your cluster'],
  facts: [defaultCluster],
  messages: {
    default: ({ services, cluster, family }: Empty) => ({
      says: `User data does not set ECS_CLUSTER, so the agents join the cluster "${defaultCluster.value}". ${services} would run in ${cluster}, which no container instance joins.`,
      fix: howToJoin(cluster, family),
      ecsSays: unableToPlace,
    }),
    notRun: ({ services, cluster, family }: Empty) => ({
      says: `User data has no form that the image reads${family === 'bottlerocket' ? ': Bottlerocket takes settings and runs no scripts' : '; a script begins with "#!"'}. Nothing in it is run, and the agents join the cluster "${defaultCluster.value}". ${services} would run in ${cluster}, which no container instance joins.`,
      fix: family === 'bottlerocket' ? 'Write the user data as [settings.ecs] with cluster = "…".' : 'Begin the user data with #!/bin/bash.',
      ecsSays: unableToPlace,
    }),
    other: ({ services, cluster, family, named }: Empty & { named: string }) => ({
      says: `User data sets ECS_CLUSTER to ${named}. ${services} would run in ${cluster}, which has another name and which no container instance joins.`,
      fix: howToJoin(cluster, family),
      ecsSays: unableToPlace,
    }),
  },
  check(group, say, model) {
    const all = model.services.filter(service => waitsFor(service, group, model)), [waiting, ...others] = all.filter(({ exists }) => ifKnown(exists));
    if (!waiting) all.forEach(({ exists }) => say.need(exists));
    const cluster = waiting && ifKnown(waiting.cluster), agentConfig = ifKnown(group.autoScalingGroup.launchTemplate)?.agentConfig;
    if (!waiting || !cluster) return;
    const services = [waiting, ...others.filter(service => ifKnown(service.cluster) === cluster)];
    const image = ifKnown(thenValue(group.autoScalingGroup.launchTemplate, template => template.image));
    const data = { services: services.map(({ id }) => id).join(', '), cluster: cluster.id, family: image?.family }, related = [group.autoScalingGroup, cluster, ...services];
    const joined = ifKnown(group.cluster);
    if (agentConfig?.passedOver && group.cluster.state === 'absent') say.violated('notRun', agentConfig.cluster, data, { related });
    else if (agentConfig && group.cluster.state === 'absent') say.violated('default', agentConfig.cluster, data, { related });
    else if (agentConfig && joined) say.violated('other', agentConfig.cluster, { ...data, named: joined.id }, { related: [joined, ...related] });
    else if (agentConfig && agentConfig.cluster.state !== 'absent' && sameName(agentConfig.cluster, cluster.name) === 'no') say.violated('other', agentConfig.cluster, { ...data, named: showText(agentConfig.cluster) }, { related });
    else say.need(group.cluster);
  },
});

interface Empty { readonly services: string; readonly cluster: string; readonly family: MachineImage['family'] | undefined }

function howToJoin(cluster: string, family: Empty['family']): string {
  switch (family) {
    case 'bottlerocket': return `Set cluster under [settings.ecs] to the name of ${cluster}.`;
    case 'windows': return `Run Initialize-ECSAgent with the name of ${cluster} behind -Cluster.`;
    default: return `Write ECS_CLUSTER with the name of ${cluster} to /etc/ecs/ecs.config.`;
  }
}

const unableToPlace = 'was unable to place a task because no container instance met all of its requirements. Reason: No Container Instances were found in your cluster.';

/** Whether the service has tasks to place, for which only this group can be meant, and which runs in another cluster than the group's. */
function waitsFor(service: Service, group: InstanceGroup, model: Model): boolean {
  const cluster = ifKnown(service.cluster), joined = ifKnown(group.cluster);
  if (!cluster || joined === cluster || ifKnown(service.scheduling) !== 'REPLICA' || ifKnown(service.desiredCount) === 0 || !placesOn(service, group)) return false;
  // By capacity provider no other group can be meant; by launch type any that is not there for others.
  if (ifKnown(service.runsOn)?.kind === 'providers') return true;
  return !model.instanceGroups.some(other => other !== group && mayJoin(other, cluster)) && !(joined && usersOf(group, model).length > 0);
}
