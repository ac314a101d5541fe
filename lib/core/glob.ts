import { mayHold, sameIdentity, type Answer, type Identity } from './identity';
import type { TextPart, Unknown } from './value';

/** A pattern, taken apart once to be held against many texts: texts that stand as they are, wildcards, and parts that are not known. */
export type Glob = readonly Token[];

type Token = TextPart | Wildcard;

interface Wildcard {
  readonly wildcard: '*' | '?';
}

const star: Wildcard = { wildcard: '*' }, oneCharacter: Wildcard = { wildcard: '?' };

/** Takes a pattern apart in which `*` stands for any characters and `?` for one. A text without them stands for itself, as do its parts. */
export function globOf(pattern: readonly TextPart[]): Glob {
  return pattern.flatMap((part): Glob => (typeof part === 'string' ? part.split(/([*?])/).filter(piece => piece !== '').map(tokenOf) : [part]));
}

function tokenOf(piece: string): Token {
  return piece === '*' ? star : piece === '?' ? oneCharacter : piece;
}

/** Whether a pattern can be compared letter by letter: nothing in it is a wildcard or unknown. */
export function isPlain(glob: Glob): glob is readonly string[] {
  return glob.every(token => typeof token === 'string');
}

/** The first part of a pattern or a text that is not known. */
export function openPart(tokens: Glob): Unknown | undefined {
  for (const token of tokens) if (isOpen(token)) return token;
  return undefined;
}

/**
 * Whether a text matches a pattern. Of both some parts may be unknown. `yes` holds whatever they turn out to be, since equal unknown parts
 * are equal and `*` takes all; `no` holds whatever they turn out to be, too. The time is bounded by the product of the two lengths.
 */
export function matchGlob(pattern: Glob, text: readonly TextPart[]): Answer {
  if (surelyMatches(pattern, text)) return 'yes';
  if ((!openPart(pattern) && !openPart(text)) || beginsOtherwise(pattern, text)) return 'no';
  if ((isWrittenOut(pattern) && text.some(isMadeUp)) || (isWrittenOut(globOf(text)) && pattern.some(isMadeUp))) return 'no';
  return mayMatch(pattern.flatMap(signsOf), text.flatMap(signsOf)) ? 'unknown' : 'no';
}

/** The short way out: the two differ before anything in the pattern leaves it open. */
function beginsOtherwise(pattern: Glob, text: readonly TextPart[]): boolean {
  let i = 0, from = 0;
  for (const token of pattern) {
    const part = text[i];
    if (typeof token !== 'string') {
      if (!isOpen(token) || typeof part === 'string') return false;
      const same = relation(token, part);
      if (same !== 'yes') return same === 'no';
      i++;
    } else {
      if (typeof part !== 'string') return part === undefined;
      if (!standsAt(part, from, token)) return !(i + 1 < text.length && token.startsWith(part.slice(from)));
      from += token.length;
      if (from === part.length) {
        i++;
        from = 0;
      }
    }
  }
  return typeof text[i] === 'string';
}

/** Whether one thing is named by what somebody wrote down, the account and the like aside. */
function isWrittenOut(tokens: Glob): boolean {
  return tokens.every(token => typeof token === 'string' || (isOpen(token) && token.is?.kind === 'pseudo'));
}

/** A name that CloudFormation makes up is none that somebody wrote down. */
function isMadeUp(token: Token): boolean {
  return isOpen(token) && token.why.kind === 'created' && token.why.isName === true;
}

function isOpen(token: Token | undefined): token is Unknown {
  return typeof token === 'object' && token !== star && token !== oneCharacter;
}

/**
 * The usual matching, where an unknown part is a sign that only `*` and the same unknown part take. Going back to the last `*` is enough.
 * `i` and `from` are the part of the text, and how much of it is taken.
 */
function surelyMatches(pattern: Glob, text: readonly TextPart[]): boolean {
  let p = 0, i = 0, from = 0, last = -1, lastPart = 0, lastFrom = 0;
  while (i < text.length) {
    const token = pattern[p];
    if (token === star) {
      if (p + 1 === pattern.length) return true;
      last = p++;
      lastPart = i;
      lastFrom = from;
      continue;
    }
    const taken = takenBy(token, text[i], from);
    if (taken > 0) {
      p++;
      from += taken;
    } else {
      if (last < 0) return false;
      p = last + 1;
      i = lastPart;
      from = lastFrom + skippedTo(pattern[p], text[i], lastFrom);
    }
    const part = text[i];
    if (typeof part !== 'string' || from >= part.length) {
      i++;
      from = 0;
    }
    if (taken === 0) {
      lastPart = i;
      lastFrom = from;
    }
  }
  while (pattern[p] === star) p++;
  return p === pattern.length;
}

/** How much of a part of the text a token takes. */
function takenBy(token: Token | undefined, part: TextPart | undefined, from: number): number {
  if (typeof part === 'string') return token === oneCharacter ? 1 : typeof token === 'string' && standsAt(part, from, token) ? token.length : 0;
  return isOpen(token) && relation(token, part) === 'yes' ? 1 : 0;
}

/** As `startsWith`, which takes longer to say that the first letters differ. */
function standsAt(text: string, from: number, word: string): boolean {
  return text.charCodeAt(from) === word.charCodeAt(0) && text.startsWith(word, from);
}

/** How much of a part of the text `*` takes more before what stands behind it may come. */
function skippedTo(next: Token | undefined, part: TextPart | undefined, from: number): number {
  if (typeof part !== 'string' || typeof next !== 'string') return 1;
  const found = part.indexOf(next, from + 1);
  return (found < 0 ? part.length : found) - from;
}

/** A text taken apart into its characters. */
function signsOf<T extends Token>(token: T): readonly (T | string)[] {
  return typeof token === 'string' ? token.split('') : [token];
}

/**
 * Whether some values of the unknown parts make the text match. Walks the text once with the set of places where the pattern may have got to:
 * `at` holds places between two of its signs, `within` holds unknown parts of it that have begun and may go on.
 */
function mayMatch(pattern: Glob, text: readonly TextPart[]): boolean {
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
function settle(pattern: Glob, at: Set<number>, within: ReadonlySet<number>): void {
  within.forEach(i => at.add(i + 1));
  // A set that grows while it is walked is walked to its new end.
  for (const i of at) {
    const sign = pattern[i];
    if (sign === star || (isOpen(sign) && mayBeEmpty(sign))) at.add(i + 1);
  }
}

function takeKnown(
  character: string, pattern: Glob, at: ReadonlySet<number>, within: ReadonlySet<number>, nextAt: Set<number>, nextWithin: Set<number>,
): void {
  for (const i of within) {
    const sign = pattern[i];
    if (isOpen(sign) && mayStandFor(sign, character)) nextWithin.add(i);
  }
  for (const i of at) {
    const sign = pattern[i];
    if (sign === star) nextAt.add(i);
    else if (isOpen(sign)) {
      if (mayStandFor(sign, character)) nextWithin.add(i);
    } else if (sign === character || sign === oneCharacter) nextAt.add(i + 1);
  }
}

/** An unknown part of the text may stand for a piece of the pattern, however long, and may end or begin in the middle of an unknown part of it. */
function takeUnknown(
  part: Unknown, pattern: Glob, at: ReadonlySet<number>, within: ReadonlySet<number>, nextAt: Set<number>, nextWithin: Set<number>,
): void {
  if (mayBeEmpty(part)) at.forEach(i => nextAt.add(i));
  for (const i of within) if (relation(pattern[i], part) !== 'no') nextWithin.add(i);
  let taking = false;
  for (let i = 0; i <= pattern.length; i++) {
    const sign = pattern[i];
    if (taking) nextAt.add(i);
    if (at.has(i) && isOpen(sign) && relation(sign, part) === 'yes') {
      // Both begin here and are the same: they end together.
      nextAt.add(i + 1);
      if (!taking) continue;
    }
    taking = (taking || at.has(i)) && sign !== undefined && mayTake(part, sign);
    if (!taking) continue;
    if (sign === star) nextAt.add(i);
    if (isOpen(sign)) nextWithin.add(i);
  }
}

function mayTake(part: Unknown, sign: Token): boolean {
  if (isOpen(sign)) return relation(sign, part) !== 'no';
  return typeof sign === 'object' || mayStandFor(part, sign);
}

/** Whether an unknown part may hold a character. A name that CloudFormation makes up is no ARN: it has neither colons nor slashes. */
function mayStandFor(part: Unknown, character: string): boolean {
  return !(isMadeUp(part) && /[:/]/.test(character)) && mayHold(part.is, character);
}

function relation(a: Token | undefined, b: Token | undefined): Answer {
  if (!isOpen(a) || !isOpen(b) || !a.is || !b.is) return 'unknown';
  return sameIdentity(a.is, b.is);
}

function mayBeEmpty({ is }: Unknown): boolean {
  return !is || !neverEmpty.includes(is.kind);
}

const neverEmpty: readonly Identity['kind'][] = ['attribute', 'id', 'pseudo', 'zones', 'element'];
