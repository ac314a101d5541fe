import type { Raw } from './raw';

/** The long form of a short tag: `!Sub` is `Fn::Sub`. Undefined for the tags of YAML itself (`!!str`), which say nothing of functions. */
export function longForm(tag: string | undefined): string | undefined {
  if (tag === undefined) return undefined;
  const [, name] = /^!([^!]+)$/.exec(tag) ?? [];
  return name === undefined || name === 'Ref' || name === 'Condition' ? name : `Fn::${name}`;
}

const words: ReadonlyMap<string, boolean | null> = new Map([
  ...['', '~', 'null', 'Null', 'NULL'].map(word => [word, null] as const),
  ...['true', 'True', 'TRUE', 'yes', 'Yes', 'YES', 'on', 'On', 'ON'].map(word => [word, true] as const),
  ...['false', 'False', 'FALSE', 'no', 'No', 'NO', 'off', 'Off', 'OFF'].map(word => [word, false] as const),
]);

/**
 * What a scalar without quotes means. CloudFormation reads YAML 1.1, where `yes` and `off` are booleans, and digits of which the first is 0 are octal.
 * A number that would not be written so again (`089`, `1.10`, `1e3`) stays a text; whoever asks for a number gets one all the same.
 */
export function plainScalar(text: string): Raw {
  const word = words.get(text);
  if (word !== undefined) return word;
  // https://github.com/aws-cloudformation/cloudformation-coverage-roadmap/issues/745: the account id 012345670123 arrives as 1402433619.
  if (/^0[0-7]+$/.test(text)) return parseInt(text, 8);
  return /^-?\d+(\.\d+)?$/.test(text) && String(Number(text)) === text ? Number(text) : text;
}

/** What the codes of the parser's errors mean for somebody who writes templates; for the others its own message will do. */
export const faults: Readonly<Record<string, string>> = {
  MULTIPLE_DOCS: 'a second document begins, and a template is one',
  RESOURCE_EXHAUSTION: 'it nests too deep',
  TAB_AS_INDENT: 'a tab indents, where YAML takes spaces',
};
