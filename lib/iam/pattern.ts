import { groupBy } from '../core/group-by';
import { globOf, isPlain, matchGlob, openPart, type Glob } from '../core/glob';
import type { Origin } from '../core/origin';
import type { TextPart, Unknown, Value } from '../core/value';
import { matchArn, staysWithin } from './arn';
import { either, no, yes, type Holds } from './holds';
import { aVariable, beginningOf, filled, hasVariables, openIn, type Request, type Topic } from './request';

/** What a statement is about: one of these, or for `NotAction` and `NotResource` all but these. */
export interface Patterns {
  readonly at: Origin;
  readonly except: boolean;
  /** As they are written. */
  readonly given: readonly Value<string>[];
  readonly globs: readonly Glob[];
  /** Of these the ones that only the same text matches. */
  readonly exact: ReadonlySet<string>;
  /** The others, which hold wildcards, variables or unknown parts. */
  readonly others: readonly Pattern[];
  /** The others by how they begin. */
  readonly alike: ReadonlyMap<string, readonly Pattern[]>;
}

interface Pattern {
  readonly glob: Glob;
  readonly hasVariables: boolean;
  /** Whether wildcards of it stay within a component of the ARN. */
  readonly staysWithin: boolean;
}

const none: Patterns['alike'] = new Map();

/** Takes patterns apart, once for all requests. */
export function patternsOf(globs: readonly Glob[], written: Pick<Patterns, 'at' | 'except' | 'given'>): Patterns {
  const exact = new Set<string>(), others: Pattern[] = [];
  for (const glob of globs) {
    if (isPlain(glob)) exact.add(glob.join(''));
    else others.push({ glob, hasVariables: hasVariables(glob), staysWithin: staysWithin(glob) });
  }
  return { globs, exact, others, alike: others.length > 0 ? groupBy(others, ({ glob: [first] }) => beginningOf(first)) : none, ...written };
}

/** Whether an action or a resource of a request is what a statement is about. */
export function isAmong(topic: Topic, patterns: Patterns, request?: Request): Holds {
  const holds = isOneOf(topic, patterns, request);
  return holds.answer === 'unknown' || !patterns.except ? holds : holds.answer === 'yes' ? no : yes;
}

function isOneOf({ text, plain, beginning }: Topic, { at, exact, others, alike }: Patterns, request: Request | undefined): Holds {
  if (plain !== undefined && exact.has(plain)) return yes;
  if (others.length > 0) {
    const anyhow = beginning === '' ? matchesOne(text, others, at, request) : matchesOne(text, alike.get(''), at, request);
    const holds = beginning === '' || anyhow.answer === 'yes' ? anyhow : either(anyhow, matchesOne(text, alike.get(beginning), at, request));
    if (holds.answer !== 'no') return holds;
  }
  const open = plain === undefined && exact.size > 0 ? openPart(text) : undefined;
  return open && [...exact].some(one => matchGlob([one], text) === 'unknown') ? { answer: 'unknown', unknown: open } : no;
}

function matchesOne(text: readonly TextPart[], patterns: readonly Pattern[] = [], at: Origin, request: Request | undefined): Holds {
  let open: Unknown | undefined;
  for (const pattern of patterns) {
    const glob = pattern.hasVariables && request ? filled(pattern.glob, request) : pattern.glob;
    const answer = !glob ? 'no' : pattern.staysWithin ? matchArn(glob, text) : matchGlob(glob, text);
    if (answer === 'yes') return yes;
    if (answer === 'unknown') open ??= openIn('the resource', at, glob ?? [], text);
  }
  return open ? { answer: 'unknown', unknown: open } : no;
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
    if (typeof part !== 'string' || !/[*?$]/.test(part)) return [part];
    return (variables ? part.split(/(\$\{[^{}]*\})/) : [part]).filter(piece => piece !== '').flatMap((piece): Glob => {
      if (variables && piece.startsWith('${')) return /^\$\{[*?$]\}$/.test(piece) ? [piece.charAt(2)] : [aVariable(piece.slice(2, -1), at)];
      return wildcards ? globOf([piece]) : [piece];
    });
  });
}

/** The text that a pattern is if nothing in it is open. */
export function plainText(glob: Glob): string | undefined {
  return isPlain(glob) ? glob.join('') : undefined;
}
