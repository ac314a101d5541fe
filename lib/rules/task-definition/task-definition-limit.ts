import { fargateLimits, taskDefinitionLimits } from '../../catalog/task-definition-limits';
import { supports } from '../../model/task-definition/task-definition';
import { beyondLimits, limitWords } from '../limits';
import { defineRule } from '../rule';

/** ECS bounds the numbers and the lists of a task definition, and refuses to register one that is beyond a bound. */
export const taskDefinitionLimit = defineRule({
  id: 'task-definition-limit',
  title: 'The task definition goes beyond a limit of ECS',
  severity: 'error',
  phase: 'register',
  subject: 'taskDefinition',
  explanation: 'ECS takes at most ten containers in a task definition, and numbers such as the interval of a health check only within bounds. It refuses to register a task definition that is beyond one of them.',
  docs: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_definition_parameters.html',
  predicts: ['Too many containers.', 'must be less than or equal to the maximum allowed value', 'setting for container'],
  facts: [taskDefinitionLimits, fargateLimits],
  messages: { beyond: limitWords },
  check(task, say) {
    const onFargate = supports(task, 'FARGATE');
    const limits = onFargate.state === 'known' && onFargate.value ? limitsOnFargate : taskDefinitionLimits.value;
    for (const { at, data } of beyondLimits(task.properties, limits, say)) say.violated('beyond', { at }, data);
  },
});

const limitsOnFargate = [...taskDefinitionLimits.value, ...fargateLimits.value];
