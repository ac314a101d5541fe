import { partsOf, showText } from '../../core/text';
import { ifKnown, type Value } from '../../core/value';
import { ownerOf } from '../../finding/finding';
import type { Model } from '../../model/model';
import type { Role } from '../../model/role';
import { defineRule } from '../rule';

/** Where a task definition names a role, it names a role. */
export const roleReference = defineRule({
  id: 'role-reference',
  title: 'What the task definition names is no role',
  severity: 'error',
  phase: 'register',
  subject: 'taskDefinition',
  explanation: 'TaskRoleArn and ExecutionRoleArn take the name or the ARN of a role. An instance profile is what EC2 takes: it holds a role and is none. ECS refuses the ARN of anything else when it registers the task definition. The ARN of a role with a Path holds that path: without it, it is the ARN of a role that cannot be there, since names of roles are unique in an account whatever their paths.',
  docs: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RegisterTaskDefinition.html',
  predicts: ['Role is not valid', 'ECS was unable to assume the role'],
  facts: [],
  messages: {
    other: ({ property, given }: { property: string; given: string }) => ({
      says: `${property} is ${given}, which is no role.`,
      fix: `Name the role itself in ${property}.`,
      ecsSays: 'Role is not valid',
    }),
    otherPath: ({ property, given, role, path }: { property: string; given: string; role: string; path: string }) => ({
      says: `${property} is ${given}; the path of ${role} is ${path}, and its ARN ends with :role${path}NAME.`,
      fix: `Write !GetAtt ${role}.Arn.`,
      repair: [{ set: { 'Fn::GetAtt': [role, 'Arn'] } }],
      ecsSays: 'ECS was unable to assume the role that was provided for this task.',
      phase: 'start',
    }),
  },
  check({ properties, ...task }, say, model) {
    for (const [property, value] of [['TaskRoleArn', task.taskRole], ['ExecutionRoleArn', task.executionRole]] as const) {
      const reference = properties.get(property).text(), role = ifKnown(value), path = role && pathOf(role);
      if (isNoRole(reference, model)) say.violated('other', reference, { property, given: showText(reference) });
      else if (path !== undefined && pathIn(reference) !== undefined && pathIn(reference) !== path) say.violated('otherPath', reference, { property, given: showText(reference), role: role?.id ?? '', path }, { related: role ? [role] : [] });
    }
  },
});

/** Undefined where it is open. */
function pathOf({ properties }: Role): string | undefined {
  const path = properties.get('Path').text();
  return path.state === 'absent' ? '/' : ifKnown(path);
}

/** The path of a role in its ARN, where that is written out up to the name. */
function pathIn(reference: Value<string>): string | undefined {
  if (reference.state === 'unknown' && reference.is?.kind === 'attribute') return undefined;
  const text = (partsOf(reference) ?? []).map(part => (typeof part === 'string' ? part : '?')).join('');
  return /^arn:.*:role(\/(?:[^?]*\/)?)[^/]+$/.exec(text)?.[1];
}

/** Whether it is an instance profile of the templates, or an ARN of something else in IAM. */
function isNoRole(reference: Value<string>, { instanceProfiles }: Model): boolean {
  const is = reference.state === 'unknown' && reference.is?.kind === 'attribute' && reference.is.attribute === 'Arn' ? reference.is : undefined;
  return ownerOf(is, instanceProfiles) !== undefined
    || (partsOf(reference) ?? []).some(part => typeof part === 'string' && /:(?:instance-profile|policy|user|group)\//.test(part));
}
