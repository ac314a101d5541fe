import { ifKnown, mapValue } from '../../core/value';
import { isFargate } from '../../model/service/launch';
import { networkModeOf, supports } from '../../model/task-definition/task-definition';
import { defineRule } from '../rule';

/** Tasks with a network interface of their own are told their subnets, and no others are. */
export const networkConfiguration = defineRule({
  id: 'network-configuration',
  title: 'The network configuration does not go with the network mode',
  severity: 'error',
  phase: 'create',
  subject: 'launcher',
  explanation: 'In the network mode awsvpc each task has a network interface, and NetworkConfiguration says in which subnets and with which security groups. ECS refuses awsvpc without it, and refuses it in every other mode, bridge by default among them.',
  docs: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-networking-awsvpc.html',
  predicts: [
    "Network Configuration must be provided when networkMode 'awsvpc' is specified.",
    'subnets can not be empty.',
    'Network Configuration is not valid for the given networkMode of this task definition.',
  ],
  facts: [],
  messages: {
    leftOut: () => ({
      says: 'The network mode of the task definition is awsvpc, and no NetworkConfiguration is given.',
      fix: 'Give NetworkConfiguration with the subnets and security groups of the tasks.',
      ecsSays: "Network Configuration must be provided when networkMode 'awsvpc' is specified.",
    }),
    noSubnets: () => ({
      says: 'The network mode of the task definition is awsvpc, and NetworkConfiguration names no subnets.',
      fix: 'Name the subnets of the tasks.',
      ecsSays: 'subnets can not be empty.',
    }),
    notTaken: ({ mode }: { mode: string }) => ({
      says: `The network mode of the task definition is ${mode}, in which tasks have no network interface of their own, and a NetworkConfiguration is given.`,
      fix: 'Take NetworkConfiguration out, or set NetworkMode of the task definition to awsvpc.',
      repair: [{ remove: true }],
      ecsSays: 'Network Configuration is not valid for the given networkMode of this task definition.',
    }),
  },
  check(launcher, say) {
    const task = say.need(launcher.taskDefinition), { networkConfiguration: given } = launcher;
    const mode = task && say.need(networkModeOf(task));
    if (!task || mode === undefined) return;
    if (given.state === 'unknown') return say.undecided(given);
    if (mode === 'awsvpc' && given.state === 'absent') say.violated('leftOut', given, undefined, { related: [task] });
    if (mode === 'awsvpc' && given.state === 'known' && launcher.subnets.state === 'absent') say.violated('noSubnets', launcher.subnets, undefined, { related: [task] });
    // A task for Fargate has the wrong mode, and the configuration is right: `fargate-network-mode` and `launch-compatibility` say so.
    if (ifKnown(supports(task, 'FARGATE')) || ifKnown(mapValue(launcher.runsOn, isFargate))) return;
    if (mode !== 'awsvpc' && given.state === 'known') say.violated('notTaken', given, { mode }, { related: [task] });
  },
});
