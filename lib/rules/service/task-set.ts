import { ifKnown } from '../../core/value';
import { ownerOf, type ResourceRef } from '../../finding/finding';
import { networkModeOf } from '../../model/task-definition/task-definition';
import { defineRule } from '../rule';

/** A task set says of its tasks what otherwise their service says. */
export const taskSet = defineRule({
  id: 'task-set',
  title: 'ECS does not take the task set',
  severity: 'error',
  phase: 'create',
  subject: 'resource',
  types: ['AWS::ECS::PrimaryTaskSet', 'AWS::ECS::TaskSet'],
  explanation: 'A service with the deployment controller EXTERNAL leaves to its task sets what they run, on what and in which subnets: the demands on services are demands on them. The primary task set is named by its id, which is GetAtt Id; Ref gives the cluster, the service and the id together.',
  docs: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CreateTaskSet.html',
  predicts: [
    "Network Configuration must be provided when networkMode 'awsvpc' is specified.", 'Specifying both a launch type and capacity provider strategy is not supported. Remove one and try again.',
    'TaskSetNotFoundException',
  ],
  facts: [],
  messages: {
    noNetwork: ({ task }: { task: string }) => ({
      says: `The network mode of ${task} is awsvpc, and the task set gives no NetworkConfiguration.`,
      fix: 'Give NetworkConfiguration with the subnets and security groups of the tasks.',
      ecsSays: "Network Configuration must be provided when networkMode 'awsvpc' is specified.",
    }),
    both: () => ({
      says: 'The task set gives a LaunchType and a CapacityProviderStrategy.',
      fix: 'Take LaunchType out, or the strategy.',
      repair: [{ remove: true }],
      ecsSays: 'Specifying both a launch type and capacity provider strategy is not supported. Remove one and try again.',
    }),
    noId: ({ taskSet }: { taskSet: string }) => ({
      says: `TaskSetId is Ref of ${taskSet}, which gives more than its id.`,
      fix: `Write !GetAtt ${taskSet}.Id.`,
      repair: [{ set: { 'Fn::GetAtt': [taskSet, 'Id'] } }],
      ecsSays: 'TaskSetNotFoundException',
    }),
  },
  check({ type, properties }, say, { taskDefinitions, resources }) {
    const referredTo = <T extends ResourceRef>(property: string, all: readonly T[]): T | undefined => {
      const reference = properties.get(property).text();
      const is = reference.state !== 'absent' && reference.is?.kind === 'attribute' && reference.is.attribute === 'Ref' ? reference.is : undefined;
      return ownerOf(is, all);
    };
    if (type === 'AWS::ECS::PrimaryTaskSet') {
      const other = referredTo('TaskSetId', resources.filter(other => other.type === 'AWS::ECS::TaskSet'));
      if (other) say.violated('noId', properties.get('TaskSetId'), { taskSet: other.id }, { related: [other] });
      return;
    }
    const launchType = properties.get('LaunchType'), network = properties.get('NetworkConfiguration'), task = referredTo('TaskDefinition', taskDefinitions);
    const strategy = ifKnown(properties.get('CapacityProviderStrategy').list()) ?? [];
    if (launchType.given === 'yes' && strategy.length > 0) say.violated('both', launchType, undefined);
    if (task && network.given === 'no' && ifKnown(networkModeOf(task)) === 'awsvpc') say.violated('noNetwork', network, { task: task.id }, { related: [task] });
  },
});
