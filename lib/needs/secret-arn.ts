import { anyPartition } from '../iam/arn';
import type { Identity } from '../core/identity';
import { partsOf, textOf } from '../core/text';
import { unknown, type TextPart, type Value } from '../core/value';
import type { Secret } from '../model/task-definition/secret';
import type { Environment } from '../template/resource';
import { anId, arn, cut, join } from './arn';

/** A suffix as Secrets Manager appends it to the name of each secret. */
const anySuffix = '-AAAAAA';

/**
 * The ARNs by which IAM may know the secret or the parameter that a container takes a value from: without what follows in `ValueFrom` (JSON key,
 * stage, version), and with the suffix that the ARN of a secret has even where it is named without. Empty where it is not known what it is.
 */
export function secretArns({ valueFrom, store }: Secret, environment: Environment): readonly Value<string>[] {
  if (store.state !== 'known') return [];
  const parts = partsOf(valueFrom) ?? [];
  return store.value === 'Parameter Store' ? parameterArns(valueFrom, parts, environment) : ofSecret(valueFrom, parts, environment);
}

function parameterArns(valueFrom: Value<string>, parts: readonly TextPart[], environment: Environment): readonly Value<string>[] {
  const { at } = valueFrom, [head, tail] = cut(parts, ':parameter') ?? [undefined, parts];
  // Behind a colon stands a version or a label.
  const [name] = cut(tail, ':') ?? [tail], [first] = name;
  if (isArn(parts)) return [head ? join(at, textOf(head, at), ':parameter', textOf(name, at)) : valueFrom];
  if (typeof first === 'string') return [arn(environment, 'ssm', first.startsWith('/') ? 'parameter' : 'parameter/', textOf(name, at))];
  return [arn(environment, 'ssm', 'parameter/', valueFrom), arn(environment, 'ssm', 'parameter', valueFrom)];
}

function ofSecret(valueFrom: Value<string>, parts: readonly TextPart[], environment: Environment): readonly Value<string>[] {
  const { at } = valueFrom;
  const [head, tail] = isArn(parts) ? (cut(parts, ':secret:') ?? [undefined, parts]) : [undefined, parts];
  const [name, behind] = cut(tail, ':') ?? [tail];
  // What is followed by a key is an ARN, also where nobody knows how it reads.
  const isOpenArn = behind !== undefined && typeof parts[0] === 'object';
  const whole = head && !behind ? valueFrom : head ? join(at, textOf(head, at), ':secret:', textOf(name, at)) : isOpenArn ? textOf(name, at) : arn(environment, 'secretsmanager', 'secret:', textOf(name, at));
  const withSuffix = [join(at, whole, anySuffix), join(at, whole, '-', anId('the suffix of the secret', at))];
  const last = name.filter(part => part !== '').at(-1);
  if (typeof last === 'string') return /-[A-Za-z0-9]{6}$/.test(last) ? [whole, ...withSuffix] : withSuffix;
  const is = arnEndingIn(last);
  return is ? [unknown({ ...is, kind: 'created' }, at, { is, text: partsOf(whole) ?? [] }), join(at, textOf([...partsOf(whole) ?? []].slice(0, -1), at), anySuffix.slice(1))] : [whole, ...withSuffix];
}

/** What gives the ARN that ends in a suffix of its own, by the name that the catalog has for that. */
function arnEndingIn(part: TextPart | undefined): Extract<Identity, { kind: 'attribute' }> | undefined {
  if (typeof part !== 'object' || part.is?.kind !== 'attribute') return undefined;
  const [whole, attribute = 'Ref'] = /^(?:(.+)\.)?Suffix$/.exec(part.is.attribute) ?? [];
  return whole === undefined ? undefined : { ...part.is, attribute };
}

function isArn(parts: readonly TextPart[]): boolean {
  const [first] = anyPartition(parts);
  return typeof first === 'string' && first.startsWith('arn:');
}
