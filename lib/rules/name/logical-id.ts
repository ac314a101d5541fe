import { logicalIdForm } from '../../catalog/names';
import { defineRule } from '../rule';

/** Resources have logical ids of letters and numbers. */
export const logicalId = defineRule({
  id: 'logical-id',
  title: 'CloudFormation does not take the logical id',
  severity: 'error',
  phase: 'create',
  subject: 'resource',
  explanation: 'What a resource is called within its template holds letters and numbers. CloudFormation refuses a template with a hyphen, an underscore or a dot in a logical id before it creates anything.',
  docs: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/resources-section-structure.html',
  predicts: ['is non alphanumeric'],
  facts: [logicalIdForm],
  messages: {
    form: ({ id }: { id: string }) => ({
      says: `The logical id is ${id}; CloudFormation takes letters and numbers.`,
      fix: 'Rename it, and what refers to it.',
      ecsSays: `Template format error: Resource name ${id} is non alphanumeric.`,
    }),
  },
  check({ id, at }, say) {
    if (!form.test(id)) say.violated('form', { at }, { id });
  },
});

const form = new RegExp(logicalIdForm.value);
