import { sameText } from '../../core/text';
import { ifKnown, unknown } from '../../core/value';
import type { Cluster } from '../../model/capacity/cluster';
import type { InstanceGroup } from '../../model/capacity/instance-group';
import type { Model } from '../../model/model';
import { isMadeUp, type Noun } from '../../model/noun';
import { supports } from '../../model/task-definition/task-definition';
import { defineRule, type Say } from '../rule';
import { usersOf } from './users';

/** A service of the launch type EC2 needs container instances in its cluster. */
export const containerInstanceMissing = defineRule({
  id: 'container-instance-missing',
  title: 'Nothing brings container instances to the cluster',
  severity: 'error',
  phase: 'place',
  subject: 'service',
  explanation: 'With the launch type EC2, which is also what a service has that gives neither a launch type nor a strategy in a cluster without a default strategy, tasks run on container instances. A cluster that the same stack creates has none but those that its Auto Scaling groups and instances bring, and CloudFormation waits for the service before the stack is there for others to add any.',
  docs: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-event-messages-list.html',
  predicts: ['No Container Instances were found in your cluster'],
  facts: [],
  messages: {
    none: (data: Empty) => words(data, `LaunchType is EC2, and nothing in these templates brings container instances to ${data.cluster}.`),
    noneByDefault: (data: Empty) => words(data, `The service has no LaunchType and no strategy, and ${data.cluster} no default one: its launch type is EC2. Nothing in these templates brings container instances to ${data.cluster}.`),
  },
  check(service, say, model) {
    const capacity = say.need(service.runsOn);
    if (capacity?.kind !== 'launchType' || capacity.launchType !== 'EC2' || ifKnown(service.scheduling) !== 'REPLICA') return;
    const controller = say.need(service.deploymentController);
    if (controller === undefined || controller === 'EXTERNAL') return;
    const cluster = say.need(service.cluster);
    if (!cluster || model.instanceGroups.some(group => mayServe(group, cluster, model))) return;
    if (say.need(service.desiredCount) === 0 || service.desiredCount.state === 'unknown') return;
    if (mayBeElsewhere(cluster, model, say)) return;
    const task = ifKnown(service.taskDefinition), isForFargate = task !== undefined && ifKnown(supports(task, 'FARGATE')) === true;
    // Instances find a cluster whose name somebody chose from other stacks too.
    const data = { cluster: cluster.id, isForFargate, isNamed: !isMadeUp(cluster.name) };
    say.violated(service.launchType.state === 'absent' ? 'noneByDefault' : 'none', service.launchType, data, { related: [cluster, ...(task ? [task] : [])] });
  },
});

interface Empty {
  readonly cluster: string;
  readonly isForFargate: boolean;
  readonly isNamed: boolean;
}

function words({ cluster, isForFargate, isNamed }: Empty, says: string) {
  return {
    says,
    fix: isForFargate ? 'Set LaunchType to FARGATE.' : `Add an Auto Scaling group whose instances join ${cluster}.`,
    ecsSays: 'was unable to place a task because no container instance met all of its requirements. Reason: No Container Instances were found in your cluster.',
    severity: isNamed ? 'warning' : 'error',
  } as const;
}

/** Whether a group may have instances in the cluster, or is meant to: one that other services use in a cluster of their own is not. */
function mayServe(group: InstanceGroup, cluster: Cluster, model: Model): boolean {
  const joined = ifKnown(group.cluster);
  return !joined || joined === cluster || usersOf(group, model).length === 0;
}

function mayBeElsewhere(cluster: Cluster, { instanceSources, capacityProviders, order }: Model, say: Say): boolean {
  const names = cluster.capacityProviders.state === 'absent' ? [] : say.need(cluster.capacityProviders);
  if (!names) return true;
  const foreign = names.find(name => !(name.state === 'known' && name.value.startsWith('FARGATE')) && !capacityProviders.some(provider => sameText(provider.name, name) === 'yes'));
  if (foreign) say.undecided(unknown({ kind: 'elsewhere', what: 'a capacity provider of the cluster' }, foreign.at));
  // A custom resource that does not know the cluster brings it nothing.
  const source = instanceSources.find((resource: Noun) => !(resource.type.startsWith('Custom::') && order.isBefore(cluster, resource) === 'no'));
  if (source) say.undecided(unknown({ kind: 'elsewhere', what: `what ${source.id} brings` }, source.at));
  return foreign !== undefined || source !== undefined;
}
