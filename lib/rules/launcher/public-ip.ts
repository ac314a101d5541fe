import { ifKnown, type Value } from '../../core/value';
import type { Capacity } from '../../model/service/launch';
import { defineRule } from '../rule';

/** Only on Fargate does a task's network interface get a public address. */
export const publicIp = defineRule({
  id: 'public-ip',
  title: 'Only Fargate gives tasks a public IP address',
  severity: 'error',
  phase: 'create',
  subject: 'launcher',
  explanation: 'AssignPublicIp is for tasks on Fargate. On container instances the network interface of a task has a private address, and ECS refuses a service that asks for a public one. Such tasks reach the internet through a NAT gateway, and are reached through a load balancer.',
  docs: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-networking-awsvpc.html',
  predicts: ['Assign public IP is not supported for this launch type.'],
  facts: [],
  messages: {
    notFargate: () => ({
      says: 'AssignPublicIp is ENABLED, and the tasks run on container instances.',
      fix: 'Take AssignPublicIp out.',
      repair: [{ remove: true }],
      ecsSays: 'Assign public IP is not supported for this launch type.',
    }),
  },
  check(launcher, say) {
    if (say.need(launcher.assignPublicIp) !== 'ENABLED') return;
    const capacity = say.need(launcher.runsOn);
    if (capacity && isInstances(capacity)) say.violated('notFargate', launcher.assignPublicIp, undefined);
  },
});

/** Whether tasks run on container instances that the user brings: not on Fargate, and not on Managed Instances. */
function isInstances(capacity: Capacity): boolean {
  if (capacity.kind === 'launchType') return capacity.launchType === 'EC2';
  return capacity.strategy.some(({ capacityProvider }) => isGiven(ifKnown(capacityProvider)?.autoScalingGroup));
}

function isGiven(value: Value<unknown> | undefined): boolean {
  return value !== undefined && value.state !== 'absent';
}
