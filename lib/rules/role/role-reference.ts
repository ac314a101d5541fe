import { partsOf, showText } from '../../core/text';
import type { Value } from '../../core/value';
import type { Model } from '../../model/model';
import { defineRule } from '../rule';

/** Where a task definition names a role, it names a role. */
export const roleReference = defineRule({
  id: 'role-reference',
  title: 'What the task definition names is no role',
  severity: 'error',
  phase: 'register',
  subject: 'taskDefinition',
  explanation: 'TaskRoleArn and ExecutionRoleArn take the name or the ARN of a role. An instance profile is what EC2 takes: it holds a role and is none. ECS refuses the ARN of anything else when it registers the task definition.',
  docs: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RegisterTaskDefinition.html',
  predicts: ['Role is not valid'],
  facts: [],
  messages: {
    other: ({ property, given }: { property: string; given: string }) => ({
      says: `${property} is ${given}, which is no role.`,
      fix: `Name the role itself in ${property}.`,
      ecsSays: 'Role is not valid',
    }),
  },
  check({ properties }, say, model) {
    for (const property of ['TaskRoleArn', 'ExecutionRoleArn']) {
      const reference = properties.get(property).text();
      if (isNoRole(reference, model)) say.violated('other', reference, { property, given: showText(reference) });
    }
  },
});

/** Whether it is an instance profile of the templates, or an ARN of something else in IAM. */
function isNoRole(reference: Value<string>, { instanceProfiles }: Model): boolean {
  const is = reference.state === 'unknown' && reference.is?.kind === 'attribute' && reference.is.attribute === 'Arn' ? reference.is : undefined;
  return instanceProfiles.some(({ stack, id }) => stack === is?.stack && id === is.resource)
    || (partsOf(reference) ?? []).some(part => typeof part === 'string' && /:(?:instance-profile|policy|user|group)\//.test(part));
}
