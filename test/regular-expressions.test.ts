import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

/** Of texts of the second length, four times the first, something linear takes four times as long, and something quadratic sixteen times. */
const lengths = [4_000, 16_000] as const, mostTimes = 8, worthMeasuringMs = 4;

/** What repeats in texts that are made to keep a regular expression busy: what it looks for itself, and marks that many look for. */
const repeated = ['a', '0', ' ', '\n', '"', "'", '(', '{', '[', '.', '-', '/', ':', '$', '#', '\\', '<#', '${', '# \n', 'a '];

/** Texts of a length that a regular expression nearly matches, many times over. */
function textsFor({ source }: RegExp, length: number): readonly string[] {
  const words = source.replace(/\\[bBdDsSwW]|\[(?:\\.|[^\]\\])*\]/g, ' ').match(/(?:\\.|[^\\()|?*+{}^$.\s])+/g)?.map(word => word.replace(/\\n/g, '\n').replace(/\\(.)/g, '$1')) ?? [];
  const starts = new Set(['', words[0] ?? '', words.join('')]), pieces = new Set([...repeated, ...words, ...words.map(word => `${word} `)]);
  return [...starts].flatMap(start => [...pieces].flatMap(piece => ['', '\u0001', '\n'].map(end => start + piece.repeat(Math.ceil(length / piece.length)) + end)));
}

/** The text, as its beginning, on which a regular expression takes time that grows faster than the text. */
function slowOn(pattern: RegExp): string | undefined {
  const ms = (text: string): number => {
    const start = performance.now();
    text.replace(pattern, '');
    return performance.now() - start;
  };
  const fastest = (text: string): number => Math.min(ms(text), ms(text), ms(text));
  const [short, long] = lengths.map(length => textsFor(pattern, length)) as [readonly string[], readonly string[]];
  const isSlow = (text: string, shorter: string): boolean => fastest(text) > Math.max(worthMeasuringMs, mostTimes * fastest(shorter));
  // One measurement may be the machine's, be it quick or slow: the most of five count.
  const isMostlySlow = (text: string, shorter: string): boolean => Array.from({ length: 5 }, () => isSlow(text, shorter)).filter(Boolean).length > 2;
  return long.find((text, i) => ms(text) > worthMeasuringMs && isMostlySlow(text, short[i] ?? ''))?.slice(0, 60);
}

function patternsIn(file: string): readonly RegExp[] {
  const found: RegExp[] = [], visit = (node: ts.Node): void => {
    const [, source, flags] = ts.isRegularExpressionLiteral(node) ? /^\/(.*)\/([a-z]*)$/s.exec(node.text) ?? [] : [];
    if (source !== undefined) found.push(new RegExp(source, flags));
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(file, readFileSync(join(lib, file), 'utf8'), ts.ScriptTarget.Latest));
  return found;
}

const lib = join(__dirname, '../lib');
const files = readdirSync(lib, { recursive: true, encoding: 'utf8' }).filter(file => file.endsWith('.ts') && !/^(constructs|pages|jest)\b|show-markdown|examples|base-stacks/.test(file));
const patterns = new Map(files.flatMap(file => patternsIn(file).map(pattern => [String(pattern), pattern] as const)));

test('no regular expression that reads what users write takes more than linear time', () => {
  expect(patterns.size).toBeGreaterThan(100);
  const slow = [...patterns].flatMap(([shown, pattern]) => {
    const text = slowOn(pattern);
    return text === undefined ? [] : [`${shown} on ${JSON.stringify(text)}`];
  });
  expect(slow).toEqual([]);
}, 120_000);

test.each([/\d+$/, /^\s*(\d+\.?\d*|\.\d+)\s*$/, /<#[^]*?#>/g, /(\$\{[^}]*\})/, /([^()]+):(\d+):\d+\)?$/, /\bextras\b.*\becs\b/])('%s would be found out', pattern => {
  expect(slowOn(pattern)).toBeDefined();
});
