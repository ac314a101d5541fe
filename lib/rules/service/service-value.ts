import { serviceValues } from '../../catalog/service-limits';
import { defineRule } from '../rule';
import { unknownWords, unknownWordWords } from '../values';

/** Where a service says one of a few words, ECS takes no other. */
export const serviceValue = defineRule({
  id: 'service-value',
  title: 'ECS does not know a value of the service',
  severity: 'error',
  phase: 'create',
  subject: 'service',
  explanation: 'Launch types, scheduling strategies, deployment strategies and the like are words of short lists. CloudFormation or ECS refuses a service with a word that is in none of them.',
  docs: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CreateService.html',
  predicts: ['is not a valid enum value', 'failed to satisfy constraint: Member must satisfy enum value set'],
  facts: [serviceValues],
  messages: { unknownWord: unknownWordWords },
  check(service, say) {
    for (const { at, data } of unknownWords(service.properties, serviceValues.value, say)) say.violated('unknownWord', { at }, data);
  },
});
