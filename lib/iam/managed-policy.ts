import { managedPolicies } from '../catalog/managed-policies';
import type { Origin } from '../core/origin';
import { partsOf } from '../core/text';
import { known, unknown, type Value } from '../core/value';
import { Property, type Shape } from '../template/property';
import type { Raw, RawMap } from '../template/raw';
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

/** Data in which nothing is to be computed. All of it stands where the policy is named. */
function literal(raw: Raw, at: Origin): Property {
  return Property.settled(known(shapeOf(raw, at), at));
}

function shapeOf(raw: Raw, at: Origin): Shape {
  if (raw === null) return '';
  if (Array.isArray(raw)) return (raw as readonly Raw[]).map(element => literal(element, at));
  return typeof raw === 'object' ? new Map(Object.entries(raw as RawMap).map(([key, value]) => [key, literal(value, at)])) : raw;
}
