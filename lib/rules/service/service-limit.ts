import { serviceLimits } from '../../catalog/service-limits';
import { beyondLimits, limitWords } from '../limits';
import { defineRule } from '../rule';

/** ECS bounds the numbers and the lists of a service, and refuses to create one that is beyond a bound. */
export const serviceLimit = defineRule({
  id: 'service-limit',
  title: 'The service goes beyond a limit of ECS',
  severity: 'error',
  phase: 'create',
  subject: 'service',
  explanation: 'ECS takes at most sixteen subnets, five security groups and five target groups for a service, and numbers such as a step of a linear deployment only within bounds. It refuses to create a service that is beyond one of them.',
  docs: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-quotas.html',
  predicts: ['can have at most', 'Maximum number of strategies is 5.'],
  facts: [serviceLimits],
  messages: { beyond: limitWords },
  check(service, say) {
    for (const { at, data } of beyondLimits(service.properties, serviceLimits.value, say)) say.violated('beyond', { at }, data);
  },
});
