import { globOf, isPlain, matchGlob, openPart, type Glob } from '../core/glob';
import type { Origin } from '../core/origin';
import type { TextPart, Unknown, Value } from '../core/value';
import { matchArn, staysWithin } from './arn';
import { no, yes, type Holds } from './holds';
import { aVariable, filled, hasVariables, type Request } from './request';

/** What a statement is about: one of these, or for `NotAction` and `NotResource` all but these. */
export interface Patterns {
  readonly at: Origin;
  readonly except: boolean;
  /** As they are written. */
  readonly given: readonly Value<string>[];
  /** Those that only the same text matches. */
  readonly exact: ReadonlySet<string>;
  /** The others, which hold wildcards, variables or unknown parts. */
  readonly others: readonly Pattern[];
}

interface Pattern {
  readonly glob: Glob;
  readonly hasVariables: boolean;
  /** Whether wildcards of it stay within a component of the ARN. */
  readonly staysWithin: boolean;
}

/** Takes patterns apart, once for all requests. */
export function patternsOf(globs: readonly Glob[], written: Pick<Patterns, 'at' | 'except' | 'given'>): Patterns {
  return {
    ...written,
    exact: new Set(globs.filter(isPlain).map(glob => glob.join(''))),
    others: globs.filter(glob => !isPlain(glob)).map(glob => ({ glob, hasVariables: hasVariables(glob), staysWithin: staysWithin(glob) })),
  };
}

/** Whether a text is what a statement is about. */
export function isAmong(text: readonly TextPart[], { exact, others, except }: Patterns, request?: Request): Holds {
  const [found, missed] = except ? [no, yes] : [yes, no], [first] = text;
  if (text.length === 1 && typeof first === 'string' && exact.has(first)) return found;
  let open: Unknown | undefined;
  for (const pattern of others) {
    const glob = pattern.hasVariables && request ? filled(pattern.glob, request) : pattern.glob;
    const answer = !glob ? 'no' : pattern.staysWithin ? matchArn(glob, text) : matchGlob(glob, text);
    if (answer === 'yes') return found;
    if (answer === 'unknown') open ??= openPart([...(glob ?? []), ...text]);
  }
  const part = openPart(text);
  if (part && !open && [...exact].some(one => matchGlob([one], text) === 'unknown')) open = part;
  return open ? { answer: 'unknown', unknown: open } : missed;
}

/** How a text of a policy is to be read. */
export interface Reading {
  /** Whether `*` and `?` stand for other characters. */
  readonly wildcards: boolean;
  /** Whether `${aws:PrincipalTag/team}` stands for what the request says: in policies of version 2012-10-17. */
  readonly variables: boolean;
}

/** Takes a text of a policy apart. `${*}`, `${?}` and `${$}` are the characters themselves. */
export function readGlob(parts: readonly TextPart[], at: Origin, { wildcards, variables }: Reading): Glob {
  return parts.flatMap((part): Glob => {
    if (typeof part !== 'string') return [part];
    return (variables ? part.split(/(\$\{[^}]*\})/) : [part]).filter(piece => piece !== '').flatMap((piece): Glob => {
      if (variables && piece.startsWith('${')) return /^\$\{[*?$]\}$/.test(piece) ? [piece.charAt(2)] : [aVariable(piece.slice(2, -1), at)];
      return wildcards ? globOf([piece]) : [piece];
    });
  });
}

/** The text that a pattern is if nothing in it is open. */
export function plainText(glob: Glob): string | undefined {
  return isPlain(glob) ? glob.join('') : undefined;
}
