import { allAnswer, type Answer } from '../core/identity';
import { isPlain, matchGlob, openPart, type Glob } from '../core/glob';
import type { TextPart } from '../core/value';

/**
 * An ARN with its partition out of the comparison: `arn:aws:` is written where the stack's own partition is meant, and a stack of which
 * no region is given does not know its own.
 */
export function anyPartition(arn: readonly TextPart[]): readonly TextPart[] {
  const [first, second, third, ...rest] = arn;
  if (typeof first === 'string' && first !== 'arn:') return first.startsWith('arn:aws-') ? [first.replace(/^arn:aws(-[a-z]+)+:/, 'arn:aws:'), ...arn.slice(1)] : arn;
  const isPartition = typeof second === 'object' && second.is?.kind === 'pseudo' && second.is.name === 'AWS::Partition';
  return isPartition && typeof third === 'string' ? [`arn:aws${third}`, ...rest] : arn;
}

/** The six components of an ARN, of which the last may hold colons itself. Fewer where they cannot be told apart. */
export function componentsOf<T extends Glob[number]>(tokens: readonly (T | string)[]): readonly (readonly (T | string)[])[] {
  const components: (T | string)[][] = [[]];
  const add = (token: T | string): void => { if (token !== '') components.at(-1)?.push(token); };
  for (const token of tokens) {
    const pieces = typeof token === 'string' ? token.split(':') : [token], fit = Math.min(pieces.length - 1, 6 - components.length);
    for (const piece of pieces.slice(0, fit)) {
      add(piece);
      components.push([]);
    }
    const rest = pieces.slice(fit);
    add(typeof token === 'string' ? rest.join(':') : token);
  }
  return components;
}

/**
 * Whether a text matches the pattern of an ARN component by component, so that no wildcard reaches beyond its own. Whether a pattern of fewer
 * components matches anything is not documented.
 */
export function matchArn(pattern: Glob, text: readonly TextPart[]): Answer {
  const answer = matchGlob(pattern, text);
  if (answer === 'no') return 'no';
  const patterns = componentsOf(pattern), texts = componentsOf(text);
  if (patterns.length === 6 && texts.length === 6) return allAnswer(patterns.map((component, i) => matchGlob(component, texts[i] ?? [])));
  return isPlain(pattern) || openPart(pattern) || openPart(text) ? answer : 'unknown';
}

/** Whether a wildcard of a pattern stays within its component of the ARN: every one but a `*` at the end of a component, and those in the last. An action is none. */
export function staysWithin(pattern: Glob): boolean {
  const [first] = pattern;
  let colons = 0;
  return typeof first === 'string' && first.startsWith('arn:') && pattern.some((token, i) => {
    if (typeof token === 'string') colons += token.split(':').length - 1;
    const next = pattern[i + 1];
    return typeof token === 'object' && 'wildcard' in token && colons < 5 && next !== undefined && (token.wildcard === '?' || typeof next !== 'string' || !next.startsWith(':'));
  });
}
