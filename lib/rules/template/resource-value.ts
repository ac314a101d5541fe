import { resourceLimits, resourceValues } from '../../catalog/resource-values';
import { entryOf } from '../../core/entry';
import { beyondLimits, limitWords } from '../limits';
import { defineRule } from '../rule';
import { unknownWords, unknownWordWords } from '../values';

/** What resources around services may say, where they may say one of a few words, or a number within bounds. */
export const resourceValue = defineRule({
  id: 'resource-value',
  title: 'AWS does not take a value of the resource',
  severity: 'error',
  phase: 'create',
  subject: 'resource',
  types: [...new Set([resourceValues, resourceLimits].flatMap(({ value }) => Object.keys(value)))],
  explanation: 'Many properties take one of a few words, in their letters, or a number within bounds: Scheme of a load balancer, RetentionInDays of a log group, FlexibleTimeWindow of a schedule. CloudFormation, or the service behind it, refuses a resource with another. Services, task definitions, clusters, capacity providers and scaling have rules of their own for theirs.',
  docs: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-template-resource-type-ref.html',
  predicts: ['is not a valid enum value', 'failed validation constraint for keyword', 'Value at', 'is not less or equal to'],
  facts: [resourceValues, resourceLimits],
  messages: {
    word: unknownWordWords,
    beyond: limitWords,
  },
  check({ type, properties }, say) {
    for (const { at, data } of unknownWords(properties, entryOf(resourceValues.value, type), say)) say.violated('word', { at }, data);
    for (const { at, data } of beyondLimits(properties, entryOf(resourceLimits.value, type), say)) say.violated('beyond', { at }, data);
  },
});
