import { managedPolicies } from '../catalog/managed-policies';
import { distance } from '../core/nearest';
import { partsOf } from '../core/text';
import { unknown, type Value } from '../core/value';
import type { Raw } from '../template/raw';
import { literal } from './json';
import { readPolicyDocument, type PolicyDocument } from './policy';

/** The policy of AWS's own that an ARN names, as `arn:aws:iam::aws:policy/service-role/…`. Undefined for any other ARN. */
export function awsManagedPolicy(arn: Value<string>): PolicyDocument | undefined {
  const name = nameIn(arn), text = textOf(name);
  if (name === undefined) return undefined;
  if (text === undefined) return { statements: [], unread: [unknown({ kind: 'fact', what: `the AWS managed policy ${name}` }, arn.at)] };
  return readPolicyDocument(literal({ Version: '2012-10-17', Statement: JSON.parse(text) as Raw }, arn.at), name);
}

/** The name with its path under which a policy of AWS's own is really found, where the ARN has it under another path, or a long one with one letter amiss or one `Policy` at its end too many or too few: short ones, as those for Amazon SQS and Amazon SNS, differ by as little. */
export function meantManagedPolicy(arn: Value<string>): string | undefined {
  const name = nameIn(arn);
  if (name === undefined || textOf(name) !== undefined) return undefined;
  const names = Object.keys(managedPolicies.value), differs = (known: string): number => distance(lastOf(known), lastOf(name));
  return names.find(known => differs(known) === 0) ?? names.find(known => lastOf(known).length >= 25 && !known.startsWith('aws-service-role/') && differs(known) === 1)
    ?? names.find(known => lastOf(known).length >= 25 && [`${lastOf(name)}policy`, lastOf(name).replace(/policy$/, '')].includes(lastOf(known)));
}

function nameIn(arn: Value<string>): string | undefined {
  const last = partsOf(arn)?.at(-1);
  return typeof last === 'string' ? last.split(':iam::aws:policy/')[1] : undefined;
}

/** IAM finds policies whatever their letters are, large or small. */
function textOf(name: string | undefined): string | undefined {
  return name === undefined ? undefined : texts.get(name.toLowerCase());
}

const texts: ReadonlyMap<string, string> = new Map(Object.entries(managedPolicies.value).map(([name, text]) => [name.toLowerCase(), text]));

/** The name without its path. */
function lastOf(name: string): string {
  return name.slice(name.lastIndexOf('/') + 1).toLowerCase();
}
