import { clusterQueryLanguage } from '../../catalog/cluster-query-language';
import type { Expression, Operator, Subject, SubjectKind } from './expression';

/** What is wrong with a cluster query, and where. */
export interface QueryProblem {
  /** The character at which reading stopped, from 1. */
  readonly position: number;
  readonly expected: string;
  /** What stands there instead. */
  readonly found: string;
}

/**
 * Reads a cluster query. The guide gives subjects, operators and parentheses, but not which of `and` and `or` binds closer where both stand
 * without parentheses: here `not` does before `and`, and `and` before `or`, as everywhere else.
 */
export function parseQuery(text: string): Expression | QueryProblem {
  const reader = new Reader(text);
  if (text.length > maximumLength) return reader.at(maximumLength, `at most ${maximumLength} characters`);
  const expression = or(reader);
  if (expression && !reader.ended) reader.fail('and, or, or the end');
  return reader.problem ?? expression ?? reader.at(0, 'a query');
}

export function isProblem(parsed: Expression | QueryProblem): parsed is QueryProblem {
  return 'expected' in parsed;
}

type Read<T> = T | undefined;

function or(reader: Reader): Read<Expression> {
  return chain(reader, 'or', /\|\||or\b/iy, and);
}

function and(reader: Reader): Read<Expression> {
  return chain(reader, 'and', /&&|and\b/iy, not);
}

function chain(reader: Reader, kind: 'and' | 'or', word: RegExp, part: (reader: Reader) => Read<Expression>): Read<Expression> {
  const first = part(reader), terms = first ? [first] : [];
  while (!reader.problem && reader.take(word) !== undefined) {
    const term = part(reader);
    if (term) terms.push(term);
  }
  return terms.length > 1 ? { kind, terms } : first;
}

function not(reader: Reader): Read<Expression> {
  if (reader.take(/!(?!=|~|in\b|exists\b)|not\b/iy) !== undefined) {
    const term = not(reader);
    return term && { kind: 'not', term };
  }
  if (reader.take(/\(/y) === undefined) return simple(reader);
  const inner = or(reader);
  if (!reader.problem && reader.take(/\)/y) === undefined) return reader.fail('and, or, or a closing parenthesis');
  return inner && (inner.kind === 'and' || inner.kind === 'or') ? { ...inner, inParentheses: true } : inner;
}

/** `subject operator argument`, or `subject exists`. */
function simple(reader: Reader): Read<Expression> {
  const subject = subjectAt(reader);
  if (!subject) return undefined;
  const { operators: taken } = clusterQueryLanguage.value, takes: readonly Operator[] = taken[subject.kind];
  const word = reader.take(/[=!<>]=|[=!]~|[<>]|!?[a-z_]+\b/y, word => {
    const operator = operators.get(word);
    return operator === 'exists' || operator === '!exists' || (operator !== undefined && takes.includes(operator));
  });
  if (word === undefined) return reader.fail(`one of ${takes.join(' ')} exists !exists`);
  const operator = operators.get(word);
  if (operator === 'exists') return { kind: 'exists', subject };
  if (operator === '!exists') return { kind: 'not', term: { kind: 'exists', subject } };
  if (operator === undefined) return undefined;
  const values = operator === 'in' || operator === '!in' ? list(reader) : one(reader, operator);
  return values && { kind: 'compare', subject, operator, values };
}

function subjectAt(reader: Reader): Read<Subject> {
  const word = reader.take(/[\w:.\\/-]+/y, word => /^attribute:./.test(word) || subjects.has(word));
  if (word === undefined) return reader.fail(`attribute:NAME, ${[...subjects].join(', ')}, not, or a parenthesis`);
  return word.startsWith('attribute:') ? { kind: 'attribute', name: word.slice('attribute:'.length) } : { kind: word as Exclude<SubjectKind, 'attribute'> };
}

/** `[t2.small, 't2.medium']` */
function list(reader: Reader): Read<readonly string[]> {
  if (reader.take(/\[/y) === undefined) return reader.fail('a list in brackets');
  const values: string[] = [];
  do {
    const value = reader.take(quoted) ?? reader.take(/[^\s,[\]()'"]+/y);
    if (value === undefined) return reader.fail('a value');
    values.push(unquoted(value));
  } while (reader.take(/,/y) !== undefined);
  return reader.take(/\]/y) === undefined ? reader.fail('a comma or a closing bracket') : values;
}

function one(reader: Reader, operator: Operator): Read<readonly string[]> {
  const bare = operator === '=~' || operator === '!~' ? /(?:(?!&&|\|\|)[^\s()'"]|\([^\s()'"]*\))+/y : /[\w@:.\\/+*-]+/y;
  const value = reader.take(quoted) ?? reader.take(bare);
  return value === undefined ? reader.fail(operator.endsWith('~') ? 'a pattern' : 'a value') : [unquoted(value)];
}

const quoted = /'[^']*'|"[^"]*"/y;

function unquoted(value: string): string {
  return /^['"]/.test(value) ? value.slice(1, -1) : value;
}

const { maximumLength } = clusterQueryLanguage.value;
const subjects: ReadonlySet<string> = new Set(Object.keys(clusterQueryLanguage.value.operators).filter(kind => kind !== 'attribute'));
const operators = new Map(Object.entries(clusterQueryLanguage.value.spellings)
  .flatMap(([operator, words]) => words.map(word => [word as string, operator as Operator | 'exists' | '!exists'] as const)));

/** The text and how far it is read. Stops at the first problem. */
class Reader {
  problem: QueryProblem | undefined;
  private position = 0;

  constructor(private readonly text: string) {}

  get ended(): boolean {
    return this.text.slice(this.position).trim() === '';
  }

  /** Takes what the pattern matches here, white space before it skipped, if it is `wanted`. */
  take(pattern: RegExp, wanted: (word: string) => boolean = () => true): string | undefined {
    const from = this.start();
    pattern.lastIndex = from;
    const word = pattern.exec(this.text)?.[0];
    if (word === undefined || !wanted(word)) return undefined;
    this.position = from + word.length;
    return word;
  }

  fail(expected: string): undefined {
    this.problem ??= this.at(this.start(), expected);
    return undefined;
  }

  at(position: number, expected: string): QueryProblem {
    return { position: position + 1, expected, found: /^\S+/.exec(this.text.slice(position))?.[0] ?? 'the end' };
  }

  private start(): number {
    return this.position + (/^\s*/.exec(this.text.slice(this.position))?.[0].length ?? 0);
  }
}
