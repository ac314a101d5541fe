import { nameForm } from '../../catalog/names';
import { defineRule } from '../rule';

/** The family of a task definition is a name of letters, numbers, hyphens and underscores. */
export const familyName = defineRule({
  id: 'family-name',
  title: 'ECS does not take this name for a family',
  severity: 'error',
  phase: 'register',
  subject: 'taskDefinition',
  explanation: 'The revisions of a task definition make a family, whose name holds up to 255 letters, numbers, hyphens and underscores. ECS refuses other characters, among them dots, slashes and spaces.',
  docs: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RegisterTaskDefinition.html',
  predicts: ['Family contains invalid characters.'],
  facts: [nameForm],
  messages: {
    form: ({ family }: { family: string }) => ({
      says: `The family is called ${JSON.stringify(family)}; ECS takes up to 255 letters, numbers, hyphens and underscores.`,
      fix: 'Give it a Family of these.',
      ecsSays: 'Family contains invalid characters.',
    }),
  },
  check(task, say) {
    const given = task.properties.get('Family').text(), family = say.need(given);
    if (family !== undefined && !new RegExp(nameForm.value).test(family)) say.violated('form', given, { family });
  },
});
