import { scheduledTaskLimits } from '../../catalog/scheduled-task-limits';
import { beyondLimits, limitWords } from '../limits';
import { defineRule } from '../rule';

/** EventBridge bounds what a target that runs tasks may ask for. */
export const scheduledTaskLimit = defineRule({
  id: 'scheduled-task-limit',
  title: 'The target goes beyond a limit of EventBridge',
  severity: 'error',
  phase: 'create',
  subject: 'scheduledTask',
  explanation: 'EventBridge starts one to ten tasks at a time, in at most sixteen subnets and with at most five security groups. It refuses a target that asks for more.',
  docs: 'https://docs.aws.amazon.com/scheduler/latest/APIReference/API_EcsParameters.html',
  predicts: ['TaskCount not valid for target', 'is not valid. Reason: size must be in between'],
  facts: [scheduledTaskLimits],
  messages: { beyond: limitWords },
  check(task, say) {
    if (task.type === 'AWS::Pipes::Pipe') return;
    for (const { at, data } of beyondLimits(task.properties, scheduledTaskLimits.value, say)) say.violated('beyond', { at }, data);
  },
});
