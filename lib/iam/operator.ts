import { decodeBase64 } from '../core/base64';
import { secondOf } from '../core/date';
import { decimalOf } from '../core/decimal';
import { matchGlob, type Glob } from '../core/glob';
import type { Answer } from '../core/identity';
import { partsOf } from '../core/text';
import type { Value } from '../core/value';
import { isWithin, readRange } from '../core/address-range';
import { anyPartition, matchArn } from './arn';
import { plainText } from './pattern';

/** Compares what a policy has written with what a request says. What is written is read once. */
export type Comparison = (written: Glob) => (value: Value<string>) => Answer;

/** An operator of conditions, as `StringLike`; negated ones are compared as the others, and the answer turned round. */
export interface Operator {
  readonly compare: Comparison;
  /** Whether `*` and `?` stand for other characters in what is written. */
  readonly wildcards: boolean;
  readonly isArn: boolean;
}

const like: Comparison = written => value => matchGlob(written, partsOf(value) ?? []);

/** The usual case, where both are known, is decided without taking anything apart. */
const same: Comparison = written => {
  const text = plainText(written), compare = like(written);
  return value => (text === undefined || value.state !== 'known' ? compare(value) : value.value === text ? 'yes' : 'no');
};

const ignoringCase: Comparison = written => {
  const lowered = lower(written);
  return value => matchGlob(lowered, lower(partsOf(value) ?? []));
};

/** Component by component: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_ARN */
const likeArn: Comparison = written => value => matchArn(written, anyPartition(partsOf(value) ?? []));

/** Numbers, dates and the like, which have to be known to be compared. */
function comparing<T>(read: (text: string) => T | undefined, holds: (value: T, written: T) => boolean): Comparison {
  return glob => {
    const text = plainText(glob), written = text === undefined ? undefined : read(text);
    return value => {
      const given = value.state === 'known' ? read(value.value) : undefined;
      return written === undefined || given === undefined ? 'unknown' : holds(given, written) ? 'yes' : 'no';
    };
  };
}

const ordered: readonly (readonly [name: string, holds: (value: number, written: number) => boolean])[] = [
  ['Equals', (value, written) => value === written],
  ['LessThan', (value, written) => value < written],
  ['LessThanEquals', (value, written) => value <= written],
  ['GreaterThan', (value, written) => value > written],
  ['GreaterThanEquals', (value, written) => value >= written],
];

const onTexts = { wildcards: false, isArn: false }, onPatterns = { wildcards: true, isArn: false }, onArns = { wildcards: true, isArn: true };

/** All but `Null`, which compares nothing. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html */
const operators: ReadonlyMap<string, Operator> = new Map<string, Operator>([
  ['StringEquals', { compare: same, ...onTexts }],
  ['StringEqualsIgnoreCase', { compare: ignoringCase, ...onTexts }],
  ['StringLike', { compare: like, ...onPatterns }],
  ...ordered.map(([name, holds]) => [`Numeric${name}`, { compare: comparing(decimalOf, holds), ...onTexts }] as const),
  ...ordered.map(([name, holds]) => [`Date${name}`, { compare: comparing(momentOf, holds), ...onTexts }] as const),
  ['Bool', { compare: ignoringCase, ...onTexts }],
  ['BinaryEquals', { compare: comparing(decodeBase64, (value, written) => value === written), ...onTexts }],
  ['IpAddress', { compare: comparing(readRange, isWithin), ...onTexts }],
  ['ArnEquals', { compare: likeArn, ...onArns }],
  ['ArnLike', { compare: likeArn, ...onArns }],
]);

/** An operator as a policy names it, without its qualifiers. Undefined for what is none. */
export function operatorNamed(name: string): (Operator & { readonly isNegated: boolean }) | undefined {
  const positive = name.replace(/^(String|Numeric|Date|Arn)Not|^Not(?=IpAddress$)/, '$1'), operator = operators.get(positive);
  return operator && { ...operator, isNegated: positive !== name };
}

/** A moment as IAM takes it: a date, or the seconds since 1970. */
function momentOf(text: string): number | undefined {
  return /^\d{5,}(\.\d+)?$/.test(text) ? Number(text) : secondOf(text);
}

function lower<T extends Glob[number]>(tokens: readonly (T | string)[]): readonly (T | string)[] {
  return tokens.map(token => (typeof token === 'string' ? token.toLowerCase() : token));
}
