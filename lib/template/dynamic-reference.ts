import type { Origin } from '../core/origin';
import { joinParts, partsOf, showText, textOf } from '../core/text';
import { unknown, type Known, type TextPart, type Unknown } from '../core/value';
import type { Evaluator } from './intrinsics/intrinsic';

/** Longest text that is computed, and most parts of one: CloudFormation takes whole templates of this length. */
const longest = 1_000_000, mostParts = 1_000;

/**
 * The text that the parts make, with what stands for each `{{resolve:…}}` in it: CloudFormation reads those from SSM or Secrets Manager
 * when it deploys. The CDK writes them in parts, as what is resolved is named by a `Ref`.
 */
export function textWithReferences(parts: readonly TextPart[], at: Origin, stack: Pick<Evaluator, 'dynamic'>): Known<string> | Unknown {
  const whole = isTooLong(parts) ? parts : withReferences(parts, at, stack);
  return isTooLong(whole) ? unknown({ kind: 'form', expected: 'a shorter text', found: 'a very long one' }, at) : textOf(whole, at);
}

function isTooLong(parts: readonly TextPart[]): boolean {
  let size = 0, count = 0;
  for (const part of parts) {
    size += typeof part === 'string' ? part.length : 1;
    count += typeof part === 'string' ? 0 : part.text?.length ?? 1;
  }
  return size > longest || count > mostParts;
}

function withReferences(parts: readonly TextPart[], at: Origin, stack: Pick<Evaluator, 'dynamic'>): readonly TextPart[] {
  if (!parts.some(part => typeof part === 'string' && part.includes('{{resolve:'))) return parts;
  const text: TextPart[] = [];
  let inside: TextPart[] | undefined;
  for (const piece of joinParts(parts).flatMap(cutAtMarks)) {
    if (piece === '{{' && !inside) inside = [];
    else if (piece === '}}' && inside) {
      const value = stack.dynamic(textOf(inside, at), at);
      text.push(value.state === 'known' ? value.value : value);
      inside = undefined;
    } else (inside ?? text).push(piece);
  }
  return inside ? [...text, '{{', ...inside] : text;
}

function cutAtMarks(part: TextPart): readonly TextPart[] {
  return typeof part === 'string' ? part.split(/(\{\{(?=resolve:)|\}\})/) : [part];
}

/** The name of the parameter of Systems Manager that a dynamic reference reads, as `/path` of `resolve:ssm:/path:2`. Undefined for other references. */
export function parameterNameIn(what: Known<string> | Unknown): Known<string> | Unknown | undefined {
  const [first, ...others] = partsOf(what) ?? [], prefix = 'resolve:ssm:';
  if (typeof first !== 'string' || !first.startsWith(prefix)) return undefined;
  const parts = [first.slice(prefix.length), ...others], last = parts.at(-1);
  return textOf(typeof last === 'string' ? [...parts.slice(0, -1), last.replace(/:\d+$/, '')] : parts, what.at);
}

/** What a dynamic reference stands for, where that is known to nobody before the deployment. Its identity is known where all of it is. */
export function reference(what: Known<string> | Unknown, at: Origin): Unknown {
  const dynamic = { kind: 'dynamic', reference: showText(what) } as const;
  return unknown(dynamic, at, what.state === 'known' ? { is: dynamic } : {});
}
