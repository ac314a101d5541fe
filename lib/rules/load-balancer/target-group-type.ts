import { networkModeOf } from '../../model/task-definition/task-definition';
import { defineRule } from '../rule';

/** Tasks with a network interface of their own are targets by address, the others by their container instance. */
export const targetGroupType = defineRule({
  id: 'target-group-type',
  title: "The target group's type does not go with the network mode",
  severity: 'error',
  phase: 'create',
  subject: 'service',
  explanation: 'A task in awsvpc mode has an address of its own and is registered by it, which takes a target group of type ip. In bridge and host mode the target is the container instance, which takes type instance. A target group is of type instance unless it says otherwise.',
  docs: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/alb.html',
  predicts: ['which is incompatible with the awsvpc network mode specified in the task definition', 'which is incompatible with the bridge network mode specified in the task definition'],
  facts: [],
  messages: {
    mismatch: ({ type, mode, takes }: { type: string; mode: string; takes: string }) => ({
      says: `The target group is of type ${type === 'instance' ? 'instance, the default,' : type} and the tasks are in ${mode} mode, which takes type ${takes}.`,
      fix: `TargetType: ${takes}`,
      repair: [{ set: takes }],
      ecsSays: `The provided target group has target type ${type}, which is incompatible with the ${mode} network mode specified in the task definition.`,
    }),
  },
  check(service, say) {
    const entries = say.need(service.loadBalancers), task = say.need(service.taskDefinition);
    const mode = task && say.need(networkModeOf(task));
    if (!task || mode === undefined) return;
    const takes = mode === 'awsvpc' ? 'ip' : 'instance';
    for (const reference of (entries ?? []).flatMap(entry => [entry.targetGroup, entry.alternateTargetGroup])) {
      const targetGroup = say.need(reference), type = targetGroup && say.need(targetGroup.targetType);
      if (!targetGroup || type === undefined || type === takes) continue;
      say.violated('mismatch', targetGroup.targetType, { type, mode, takes }, { related: [task] });
    }
  },
});
