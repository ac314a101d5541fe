import { partsOf, sameText, showIdentity, showText } from '../core/text';
import type { Value } from '../core/value';
import type { Literal, ResourceRef } from '../finding/finding';
import { nameIn, reference } from '../finding/written';
import { isKey, type GuardedResource } from '../model/guarded-resource';
import type { Role } from '../model/role';
import type { Need } from './need';

/** A statement that allows what a need lacks, as it can be pasted into a policy of the role's stack. */
export interface StatementToAdd {
  readonly Effect: 'Allow';
  readonly Action: string | readonly string[];
  readonly Resource: string | ReturnType<typeof reference> | { readonly 'Fn::Sub': string };
  readonly Condition?: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

/** The statement for some actions on what the first of the need's resources says. */
export function statementFor(role: ResourceRef, { resources: [resource], context }: Need, actions: readonly string[]): StatementToAdd {
  const [only = '', ...others] = actions, service = context?.get('iam:passedtoservice');
  return {
    Effect: 'Allow',
    Action: others.length === 0 ? only : actions,
    Resource: resource ? resourceOf(resource, role) : '*',
    ...(service && 'state' in service && service.state === 'known' ? { Condition: { StringEquals: { 'iam:PassedToService': service.value } } } : {}),
  };
}

/**
 * The statement for the policy of a resource that lets in the account of a role, and leaves to the policies there which of its roles. The role itself is no principal
 * across accounts, whose stacks do not know each other's names, and would make a circle where its own policies name the resource.
 */
export function statementLettingIn(role: Role, guard: GuardedResource, { resources: [resource] }: Need, actions: readonly string[]): Literal {
  const [only = '', ...others] = actions, { account } = role.environment;
  return {
    Effect: 'Allow',
    Principal: { AWS: sameText(account, guard.environment.account) === 'yes' ? { Ref: 'AWS::AccountId' } : account.state === 'known' ? account.value : `<the account of ${role.id}>` },
    Action: others.length === 0 ? only : actions,
    ...(guard.namedAs === 'nothing' ? {} : { Resource: guard.namedAs === '*' || !resource ? '*' : resourceOf(resource, guard) }),
  };
}

/** What the first statement of a policy needs beside it: a key that has one leaves nothing to the account that owns it unless its policy says so. */
export function firstStatements(guard: GuardedResource): readonly Literal[] {
  return isKey(guard) ? [{ Effect: 'Allow', Principal: { AWS: { Ref: 'AWS::AccountId' } }, Action: 'kms:*', Resource: '*' }] : [];
}

/** A statement as JSON, with spaces between which a line may be broken. */
export function showStatement(statement: StatementToAdd | Literal): string {
  return JSON.stringify(statement, null, 1).replace(/\s+/g, ' ');
}

/** What a need is about, as somebody would say it: `${Table.Arn}`, or an ARN with `*` for what has no name. */
export function shownResource({ resources: [first] }: Need): string {
  if (!first) return '*';
  return first.state === 'unknown' && first.is ? `\${${showIdentity(first.is)}}` : showText(first).replaceAll(/\$\{(\?|[\w.]+\.Suffix)\}/g, '*').replace(/-AAAAAA$/, '-??????');
}

/** By the functions of a template, with `*` for what the role's stack has no name for. */
function resourceOf(resource: Value<string>, role: ResourceRef): StatementToAdd['Resource'] {
  const parts = resource.state === 'unknown' && resource.is ? [resource] : partsOf(resource) ?? [], [only, ...others] = parts;
  if (typeof only === 'object' && others.length === 0 && only.is?.kind === 'attribute' && only.is.stack === role.stack) {
    return reference(only.is.resource, only.is.attribute);
  }
  // The six characters that Secrets Manager appends are known to nobody before.
  const text = parts.map(part => (typeof part === 'string' ? part : nameIn(role.stack, part) ?? '*')).join('').replace(/-AAAAAA$/, '-??????').replace(/\*{2,}/g, '*');
  return text.includes('${') ? { 'Fn::Sub': text } : text;
}
