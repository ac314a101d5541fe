import { ifKnown } from '../../core/value';
import { networkModeOf, supports } from '../../model/task-definition/task-definition';
import { defineRule } from '../rule';

/** A Fargate task has a network interface of its own: ECS registers no other network mode than awsvpc for Fargate. */
export const fargateNetworkMode = defineRule({
  id: 'fargate-network-mode',
  title: 'Fargate knows no network mode but awsvpc',
  severity: 'error',
  phase: 'register',
  subject: 'taskDefinition',
  explanation: 'Every task on Fargate has a network interface of its own, which is the network mode awsvpc. ECS refuses a task definition for Fargate with another mode, and also one without a mode, because it then takes bridge.',
  docs: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-tasks-services.html',
  predicts: ["Fargate only supports network mode 'awsvpc'."],
  facts: [],
  messages: {
    notAwsvpc: ({ mode, given }: { mode: string; given: boolean }) => ({
      says: given ? `The task definition is for Fargate and has the network mode ${mode}.` : 'The task definition is for Fargate and gives no network mode, for which ECS takes bridge.',
      fix: 'NetworkMode: awsvpc',
      repair: [{ set: 'awsvpc' }],
      ecsSays: "Fargate only supports network mode 'awsvpc'.",
    }),
  },
  check(task, say) {
    const mode = say.need(networkModeOf(task));
    if (mode === undefined || mode === 'awsvpc' || !say.need(supports(task, 'FARGATE'))) return;
    say.violated('notAwsvpc', task.networkMode, { mode, given: ifKnown(task.networkMode) !== undefined });
  },
});
