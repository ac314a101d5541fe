import { arnsAndNames } from '../../catalog/arns-and-names';
import { entryOf } from '../../core/entry';
import { showText, startsWith } from '../../core/text';
import type { Value } from '../../core/value';
import { ownerOf, type ResourceRef } from '../../finding/finding';
import { atPaths, nameOf, quoted } from '../at-path';
import { defineRule } from '../rule';

/** Some properties take the ARN of a role, and some its name. */
export const arnOrName = defineRule({
  id: 'arn-or-name',
  title: 'A name stands where the ARN of a role belongs, or an ARN where its name belongs',
  severity: 'error',
  phase: 'create',
  subject: 'resource',
  types: Object.keys(arnsAndNames.value),
  explanation: 'Ref of a role is its name, and GetAtt Arn its ARN. Instance profiles and policies name their roles; EventBridge, Step Functions, CodeDeploy, Lambda and the infrastructure roles of ECS take ARNs. AWS refuses the one in the place of the other.',
  docs: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-iam-role.html',
  predicts: ['The specified value for roleName is invalid.', 'Provided Arn is not in correct format.', 'Member must satisfy regular expression pattern', 'Invalid Role Arn'],
  facts: [arnsAndNames],
  messages: {
    name: ({ property, given, role, otherwise }: Mistaken) => ({
      says: `${property} is ${given}, which is a name; it takes the ARN of a role.`,
      fix: `Write !GetAtt ${role ?? 'ROLE'}.Arn.`,
      ...(role === undefined ? {} : { repair: [{ set: { 'Fn::GetAtt': [role, 'Arn'] } }] }),
      ...quoted(otherwise),
    }),
    arn: ({ property, given, role, otherwise }: Mistaken) => ({
      says: `${property} is ${given}, which is an ARN; it takes the name of a role.`,
      fix: `Write !Ref ${role ?? 'ROLE'}.`,
      ...(role === undefined ? {} : { repair: [{ set: { Ref: role } }] }),
      ...quoted(otherwise),
    }),
  },
  check({ type, stack, properties }, say, { roles }) {
    for (const { row: { takes, otherwise }, property } of atPaths(properties, entryOf(arnsAndNames.value, type), say)) {
      const given = property.text(), role = ownerOf(given.state === 'absent' ? undefined : given.is, roles), is = formOf(given, role);
      if (is === undefined || is === takes) continue;
      const data = { property: nameOf(given), given: showText(given), role: role?.stack === stack ? role.id : undefined, otherwise };
      say.violated(is === 'ARN' ? 'arn' : 'name', given, data, { related: role ? [role] : [] });
    }
  },
});

interface Mistaken {
  readonly property: string;
  readonly given: string;
  /** The role of the same stack that is meant. */
  readonly role: string | undefined;
  readonly otherwise: string | undefined;
}

/** Undefined where it may be the one or the other. */
function formOf(given: Value<string>, role: ResourceRef | undefined): 'ARN' | 'name' | undefined {
  if (given.state === 'absent' || (given.state === 'unknown' && given.mayBeAbsent)) return undefined;
  const attribute = given.is?.kind === 'attribute' ? given.is.attribute : undefined, isArn = startsWith(given, 'arn:');
  if (isArn === 'yes' || (role && attribute === 'Arn')) return 'ARN';
  return (role && attribute === 'Ref') || (given.state === 'known' && given.value !== '') ? 'name' : undefined;
}
