import { mayHold, sameIdentity, type Answer, type Identity } from './identity';
import type { TextPart, Unknown } from './value';

/** A text or a pattern, taken apart: single characters, and parts that are not known. */
type Sign = string | Unknown;

/**
 * Whether a text matches a pattern in which `*` stands for any characters and `?` for one. Of both some parts may be unknown. `yes` holds
 * whatever they turn out to be, since equal unknown parts are equal and `*` takes all; `no` holds whatever they turn out to be, too.
 * The time is bounded by the product of the two lengths.
 */
export function matchGlob(pattern: readonly TextPart[], text: readonly TextPart[]): Answer {
  if (beginsOtherwise(pattern, text)) return 'no';
  const [p, t] = [signsOf(pattern), signsOf(text)];
  if (surelyMatches(p, t)) return 'yes';
  if ((isWrittenOut(pattern) && text.some(isMadeUp)) || (isWrittenOut(text) && pattern.some(isMadeUp))) return 'no';
  return [...p, ...t].every(sign => typeof sign === 'string') || !mayMatch(p, t) ? 'no' : 'unknown';
}

/** The short way out, which most comparisons take: the two differ before anything in the pattern leaves it open. */
function beginsOtherwise(pattern: readonly TextPart[], text: readonly TextPart[]): boolean {
  for (let i = 0; i < pattern.length; i++) {
    const p = pattern[i], t = text[i];
    if (typeof p === 'string' && typeof t === 'string') {
      if (p === t && !/[*?]/.test(p)) continue;
      return differs(p, t);
    }
    const same = relation(p, t);
    if (same !== 'yes') return same === 'no';
  }
  return false;
}

function differs(pattern: string, text: string): boolean {
  for (let i = 0; i < pattern.length && i < text.length; i++) {
    if (pattern[i] === '*' || pattern[i] === '?') return false;
    if (pattern[i] !== text[i]) return true;
  }
  return false;
}

/** Whether one thing is named by what somebody wrote down, the account and the like aside. */
function isWrittenOut(parts: readonly TextPart[]): boolean {
  return parts.every(part => (typeof part === 'string' ? !/[*?]/.test(part) : part.is?.kind === 'pseudo'));
}

/** A name that CloudFormation makes up is none that somebody wrote down. */
function isMadeUp(part: TextPart): boolean {
  return typeof part === 'object' && part.why.kind === 'created' && part.why.isName === true;
}

function signsOf(parts: readonly TextPart[]): readonly Sign[] {
  return parts.flatMap((part): readonly Sign[] => (typeof part === 'string' ? part.split('') : [part]));
}

/** The usual matching, where an unknown part is a sign that only `*` and the same unknown part take. Going back to the last `*` is enough. */
function surelyMatches(pattern: readonly Sign[], text: readonly Sign[]): boolean {
  let p = 0, star = -1, starText = 0;
  for (let t = 0; t < text.length;) {
    if (pattern[p] === '*') {
      star = p++;
      starText = t;
    } else if (p < pattern.length && surelyTakes(pattern[p], text[t])) {
      p++;
      t++;
    } else if (star >= 0) {
      p = star + 1;
      t = ++starText;
    } else return false;
  }
  while (pattern[p] === '*') p++;
  return p === pattern.length;
}

function surelyTakes(pattern: Sign | undefined, text: Sign | undefined): boolean {
  if (typeof pattern === 'string' || typeof text === 'string') return pattern === text || (pattern === '?' && typeof text === 'string');
  return relation(pattern, text) === 'yes';
}

/**
 * Whether some values of the unknown parts make the text match. Walks the text once with the set of places where the pattern may have got to:
 * `at` holds places between two of its signs, `within` holds unknown parts of it that have begun and may go on.
 */
function mayMatch(pattern: readonly Sign[], text: readonly Sign[]): boolean {
  let at = new Set([0]), within = new Set<number>();
  settle(pattern, at, within);
  for (const sign of text) {
    const [nextAt, nextWithin] = [new Set<number>(), new Set<number>()];
    if (typeof sign === 'string') takeKnown(sign, pattern, at, within, nextAt, nextWithin);
    else takeUnknown(sign, pattern, at, within, nextAt, nextWithin);
    settle(pattern, nextAt, nextWithin);
    [at, within] = [nextAt, nextWithin];
    if (at.size + within.size === 0) return false;
  }
  return at.has(pattern.length);
}

/** Goes past what takes nothing: the end of an unknown part, a `*`, an unknown part that may be empty. */
function settle(pattern: readonly Sign[], at: Set<number>, within: ReadonlySet<number>): void {
  within.forEach(i => at.add(i + 1));
  // A set that grows while it is walked is walked to its new end.
  for (const i of at) {
    const sign = pattern[i];
    if (sign === '*' || (typeof sign === 'object' && mayBeEmpty(sign))) at.add(i + 1);
  }
}

function takeKnown(
  character: string, pattern: readonly Sign[], at: ReadonlySet<number>, within: ReadonlySet<number>, nextAt: Set<number>, nextWithin: Set<number>,
): void {
  for (const i of within) {
    const sign = pattern[i];
    if (typeof sign === 'object' && mayHold(sign.is, character)) nextWithin.add(i);
  }
  for (const i of at) {
    const sign = pattern[i];
    if (sign === '*') nextAt.add(i);
    else if (typeof sign === 'object') {
      if (mayHold(sign.is, character)) nextWithin.add(i);
    } else if (sign === character || sign === '?') nextAt.add(i + 1);
  }
}

/** An unknown part of the text may stand for a piece of the pattern, however long, and may end or begin in the middle of an unknown part of it. */
function takeUnknown(
  part: Unknown, pattern: readonly Sign[], at: ReadonlySet<number>, within: ReadonlySet<number>, nextAt: Set<number>, nextWithin: Set<number>,
): void {
  if (mayBeEmpty(part)) at.forEach(i => nextAt.add(i));
  for (const i of within) if (relation(pattern[i], part) !== 'no') nextWithin.add(i);
  let taking = false;
  for (let i = 0; i <= pattern.length; i++) {
    const sign = pattern[i];
    if (taking) nextAt.add(i);
    if (at.has(i) && typeof sign === 'object' && relation(sign, part) === 'yes') {
      // Both begin here and are the same: they end together.
      nextAt.add(i + 1);
      if (!taking) continue;
    }
    taking = (taking || at.has(i)) && sign !== undefined && mayTake(part, sign);
    if (!taking) continue;
    if (sign === '*') nextAt.add(i);
    if (typeof sign === 'object') nextWithin.add(i);
  }
}

function mayTake(part: Unknown, sign: Sign): boolean {
  if (typeof sign === 'object') return relation(sign, part) !== 'no';
  return sign === '*' || sign === '?' || mayHold(part.is, sign);
}

function relation(a: Sign | undefined, b: Sign | undefined): Answer {
  if (typeof a !== 'object' || typeof b !== 'object' || !a.is || !b.is) return 'unknown';
  return sameIdentity(a.is, b.is);
}

function mayBeEmpty({ is }: Unknown): boolean {
  return !is || !neverEmpty.includes(is.kind);
}

const neverEmpty: readonly Identity['kind'][] = ['attribute', 'pseudo', 'zones', 'element'];
