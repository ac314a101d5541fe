import { managedPolicies } from '../catalog/managed-policies';
import { partsOf } from '../core/text';
import { unknown, type Value } from '../core/value';
import type { Raw } from '../template/raw';
import { literal } from './json';
import { readPolicyDocument, type PolicyDocument } from './policy';

/** The policy of AWS's own that an ARN names, as `arn:aws:iam::aws:policy/service-role/…`. Undefined for any other ARN. */
export function awsManagedPolicy(arn: Value<string>): PolicyDocument | undefined {
  const parts = partsOf(arn) ?? [], last = parts.at(-1);
  const [before, name] = typeof last === 'string' ? last.split(':iam::aws:policy/') : [];
  if (before === undefined || name === undefined) return undefined;
  const text = Object.hasOwn(managedPolicies.value, name) ? managedPolicies.value[name] : undefined;
  if (text === undefined) return { statements: [], unread: [unknown({ kind: 'fact', what: `the AWS managed policy ${name}` }, arn.at)] };
  const { statements, unread } = readPolicyDocument(literal({ Statement: JSON.parse(text) as Raw }, arn.at));
  return { statements: statements.map(statement => ({ ...statement, awsManaged: name })), unread };
}
