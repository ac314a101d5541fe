import type { Origin } from '../core/origin';
import { textOf } from '../core/text';
import { known, unknown, type TextPart, type Value } from '../core/value';

const pattern = /(\{\{resolve:[^{}]+\}\})/;

/** A text with the `{{resolve:…}}` in it as unknown parts: CloudFormation reads those from SSM or Secrets Manager when it deploys. */
export function dynamicReferences(text: string, at: Origin): Value<string> {
  if (!text.includes('{{resolve:')) return known(text, at);
  return textOf(text.split(pattern).map((piece): TextPart => (pattern.test(piece) ? reference(piece.slice(2, -2), at) : piece)), at);
}

/** The unknown value that a dynamic reference stands for: `resolve:ssm:/path`. */
export function reference(what: string, at: Origin) {
  return unknown({ kind: 'dynamic', reference: what }, at, { is: { kind: 'dynamic', reference: what } });
}
