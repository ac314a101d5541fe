import { taskDefinitionValues } from '../../catalog/task-definition-values';
import { defineRule } from '../rule';
import { unknownWords, unknownWordWords } from '../values';

/** Where a task definition says one of a few words, ECS takes no other. */
export const taskDefinitionValue = defineRule({
  id: 'task-definition-value',
  title: 'ECS does not know a value of the task definition',
  severity: 'error',
  phase: 'register',
  subject: 'taskDefinition',
  explanation: 'Network modes, log drivers, operating systems and the like are words of short lists. CloudFormation or ECS refuses a task definition with a word that is in none of them.',
  docs: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RegisterTaskDefinition.html',
  predicts: ['is not a valid enum value', 'failed to satisfy constraint: Member must satisfy enum value set'],
  facts: [taskDefinitionValues],
  messages: { unknownWord: unknownWordWords },
  check(task, say) {
    for (const { at, data } of unknownWords(task.properties, taskDefinitionValues.value, say)) say.violated('unknownWord', { at }, data);
  },
});
