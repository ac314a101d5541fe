import type { Origin } from '../core/origin';
import { joinParts, showText, textOf } from '../core/text';
import { unknown, type Known, type TextPart, type Unknown } from '../core/value';

/** Longest text that is computed, and most parts of one: CloudFormation takes whole templates of this length. */
const longest = 1_000_000, mostParts = 1_000;

/**
 * The text that the parts make, with each `{{resolve:…}}` in it as one unknown part: CloudFormation reads those from SSM or Secrets Manager
 * when it deploys. The CDK writes them in parts, as what is resolved is named by a `Ref`.
 */
export function textWithReferences(parts: readonly TextPart[], at: Origin): Known<string> | Unknown {
  const size = parts.reduce((sum, part) => sum + (typeof part === 'string' ? part.length : 1), 0);
  const count = parts.reduce((sum, part) => sum + (typeof part === 'string' ? 0 : part.text?.length ?? 1), 0);
  if (size > longest || count > mostParts) return unknown({ kind: 'form', expected: 'a shorter text', found: 'a very long one' }, at);
  if (!parts.some(part => typeof part === 'string' && part.includes('{{resolve:'))) return textOf(parts, at);
  const text: TextPart[] = [];
  let inside: TextPart[] | undefined;
  for (const piece of joinParts(parts).flatMap(cutAtMarks)) {
    if (piece === '{{' && !inside) inside = [];
    else if (piece === '}}' && inside) {
      text.push(reference(textOf(inside, at), at));
      inside = undefined;
    } else (inside ?? text).push(piece);
  }
  return textOf(inside ? [...text, '{{', ...inside] : text, at);
}

function cutAtMarks(part: TextPart): readonly TextPart[] {
  return typeof part === 'string' ? part.split(/(\{\{(?=resolve:)|\}\})/) : [part];
}

/** The unknown value that a dynamic reference stands for, as `resolve:ssm:/path`. Its identity is known where all of it is. */
export function reference(what: Known<string> | Unknown, at: Origin): Unknown {
  const dynamic = { kind: 'dynamic', reference: showText(what) } as const;
  return unknown(dynamic, at, what.state === 'known' ? { is: dynamic } : {});
}
