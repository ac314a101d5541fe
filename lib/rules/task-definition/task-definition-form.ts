import { taskDefinitionForms, type Form } from '../../catalog/task-definition-forms';
import { reach, type Reached } from '../../model/reach';
import { nameOf } from '../at-path';
import { defineRule } from '../rule';

/** Where a task definition takes a list, a number or a truth value, CloudFormation takes nothing else. */
export const taskDefinitionForm = defineRule({
  id: 'task-definition-form',
  title: 'A property of the task definition is of another form',
  severity: 'error',
  phase: 'create',
  subject: 'taskDefinition',
  explanation: 'CloudFormation holds a task definition to its schema before ECS sees it. Command is a list of words, Environment a list of names with values, and the sizes of a container are whole numbers: units such as GB and vCPU are for the task alone. A number or a truth value may be written as a text.',
  docs: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-properties-ecs-taskdefinition-containerdefinition.html',
  predicts: ['expected type: JSONArray', 'expected type: Integer', 'expected type: Boolean', 'Properties validation failed for resource'],
  facts: [taskDefinitionForms],
  messages: {
    other: ({ property, form, given, found }: { property: string; form: Form; given: string; found: string }) => ({
      says: `${property} is ${given}; CloudFormation takes a ${form === 'true or false' ? 'truth value' : form} there.`,
      fix: form === 'list' ? 'Write it as a list, of one element if need be.' : form === 'whole number' ? 'Write a whole number, without a unit.' : 'Write true or false.',
      ecsSays: `#/${property.replaceAll('.', '/')}: expected type: ${schemaTypes[form]}, found: ${found}`,
    }),
  },
  check(task, say) {
    for (const [path, form] of taskDefinitionForms.value) {
      for (const property of reach(task.properties, path).properties) {
        const value = property.value();
        // What is not known may be of the right form.
        if (value.state !== 'known' || isOf(form, property)) continue;
        const isScalar = typeof value.value !== 'object', found = isScalar ? 'String' : Array.isArray(value.value) ? 'JSONArray' : 'JSONObject';
        say.violated('other', value, { property: nameOf(value), form, given: isScalar ? JSON.stringify(value.value) : found === 'JSONArray' ? 'a list' : 'a map', found });
      }
    }
  },
});

const schemaTypes = { 'list': 'JSONArray', 'whole number': 'Integer', 'true or false': 'Boolean' } as const;

function isOf(form: Form, property: Reached['properties'][number]): boolean {
  const read = form === 'list' ? property.list() : form === 'whole number' ? property.integer() : property.flag();
  return read.state === 'known';
}
