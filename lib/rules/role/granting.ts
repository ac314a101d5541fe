import { neededPermissions, type Purpose } from '../../catalog/needed-permissions';
import type { Origin } from '../../core/origin';
import { endsWith } from '../../core/text';
import { ifKnown, type Value } from '../../core/value';
import { accountStack, type Change, type Literal, type ResourceRef } from '../../finding/finding';
import { reference, writtenIn } from '../../finding/written';
import { textsIn } from '../../iam/texts-in';
import type { CreationOrder } from '../../model/creation-order';
import type { Model } from '../../model/model';
import type { Role } from '../../model/role';
import type { Need, Principal } from '../../needs/need';
import { statementFor } from '../../needs/statement';
import { added, newResource } from '../additions';

/** What is lacking on one resource, for one of the needs of it. */
export interface Lacking {
  readonly need: Need;
  readonly purposes: readonly Purpose[];
  readonly actions: readonly string[];
}

/** The policy of AWS's own that gives all of it, where one does. */
function managedPolicyFor(lacking: readonly Pick<Lacking, 'purposes'>[]): string | undefined {
  const policies = new Set(lacking.flatMap(({ purposes }) => purposes).map((purpose): string | undefined => neededPermissions.value[purpose].managedPolicy)), [policy] = policies;
  return policies.size === 1 ? policy : undefined;
}

/** The same, unless the role has that policy and lacks it all the same. */
export function policyToAttach({ properties }: Role, lacking: readonly Lacking[]): string | undefined {
  const policy = managedPolicyFor(lacking), attached = textsIn(properties.get('ManagedPolicyArns'));
  return policy !== undefined && attached.some(arn => endsWith(arn, `:policy/${policy}`) === 'yes') ? undefined : policy;
}

/** The policy that is to be attached to a role, or written in it; undefined where its template has no name for what it lacks, or would make a circle of it. */
export function granted(role: Role, lacking: readonly Lacking[], order: CreationOrder): readonly Change[] | undefined {
  const policy = policyToAttach(role, lacking), { properties } = role, inline = policy === undefined ? inlinePolicy(role, lacking, order) : undefined;
  const names = (ifKnown(properties.get('Policies').list()) ?? []).map(own => ifKnown(own.get('PolicyName').text()));
  if (inline && names.includes(inline.PolicyName)) return undefined;
  const change = policy !== undefined ? added(properties.get('ManagedPolicyArns'), [arnOf(policy)]) : inline && added(properties.get('Policies'), [inline]);
  return change && [change];
}

/** A role that may do all that is needed, and the property at which it is named. */
export function newRole(needs: readonly Need[], principal: Principal, { wished, user, at }: { readonly wished: string; readonly user: ResourceRef; readonly at: Origin }, model: Model): readonly Change[] | undefined {
  const lacking = needs.map(need => ({ need, purposes: [need.purpose], actions: neededPermissions.value[need.purpose].actions }));
  const policies = [...new Set(lacking.flatMap(lack => managedPolicyFor([lack]) ?? []))], others = lacking.filter(lack => managedPolicyFor([lack]) === undefined);
  const inline = others.length > 0 ? inlinePolicy(user, others, model.order) : undefined;
  if (user.stack === accountStack || (others.length > 0 && !inline)) return undefined;
  const role = newResource(user.stack, wished, roleFor(principal, policies, inline ? { Policies: [inline] } : {}), model);
  return [role.add, { at, set: reference(role.id, 'Arn') }];
}

/** A role that the service may assume, with policies of AWS's own. */
export function roleFor(principal: Principal, policies: readonly string[], others: Readonly<Record<string, Literal>> = {}): Parameters<typeof newResource>[2] {
  return {
    Type: 'AWS::IAM::Role',
    Properties: {
      AssumeRolePolicyDocument: { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Principal: { Service: principal }, Action: 'sts:AssumeRole' }] },
      ...(policies.length > 0 ? { ManagedPolicyArns: policies.map(arnOf) } : {}),
      ...others,
    },
  };
}

function arnOf(policy: string): Literal {
  return { 'Fn::Sub': `arn:\${AWS::Partition}:iam::aws:policy/${policy}` };
}

/** A policy for a role in which, or for which, its template can name all that it is about without waiting for itself. */
function inlinePolicy(holder: ResourceRef, lacking: readonly Lacking[], order: CreationOrder): { readonly PolicyName: string; readonly PolicyDocument: Literal } | undefined {
  const resources = lacking.flatMap(({ need: { resources: [resource] } }) => resource ?? []);
  const isCircle = (resource: Value<string>): boolean => resourcesIn(resource).some(id => id === holder.id || order.isBefore(holder, { stack: holder.stack, id }) !== 'no');
  if (!resources.every(resource => writtenIn(holder.stack, resource) !== undefined && !isCircle(resource))) return undefined;
  const statements = new Map(lacking.map(({ need, actions }) => statementFor(holder, need, actions)).map(statement => [JSON.stringify(statement), statement as unknown as Literal]));
  return { PolicyName: [...new Set(lacking.flatMap(({ purposes }) => purposes))].join('-'), PolicyDocument: { Version: '2012-10-17', Statement: [...statements.values()] } };
}

/** The logical ids of what a text is made of. */
function resourcesIn(text: Value<string>): readonly string[] {
  const parts = text.state === 'unknown' ? [text, ...text.text ?? []] : [];
  return parts.flatMap(part => (typeof part === 'object' && part.is?.kind === 'attribute' ? part.is.resource : []));
}
