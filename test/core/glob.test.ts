import fc from 'fast-check';
import { globOf, matchGlob } from '../../lib/core/glob';
import type { Identity } from '../../lib/core/identity';
import { joinParts } from '../../lib/core/text';
import { unknown, type TextPart } from '../../lib/core/value';

const at = { stack: 'stack', path: [] };
const part = (is: Identity) => unknown({ kind: 'function', name: 'test' }, at, { is });
const unknowns: Readonly<Record<string, TextPart>> = {
  Account: part({ kind: 'pseudo', stack: '', name: 'AWS::AccountId' }),
  Region: part({ kind: 'pseudo', stack: '', name: 'AWS::Region' }),
  Input: part({ kind: 'parameter', stack: 'stack', name: 'Input' }),
  Other: part({ kind: 'parameter', stack: 'stack', name: 'Other' }),
  Group: part({ kind: 'attribute', stack: 'stack', resource: 'Group', attribute: 'Ref' }),
  Group2: part({ kind: 'attribute', stack: 'stack', resource: 'Group2', attribute: 'Ref' }),
  Made: unknown({ kind: 'created', stack: 'stack', resource: 'Made', attribute: 'Ref', isName: true }, at, { is: { kind: 'attribute', stack: 'stack', resource: 'Made', attribute: 'Ref' } }),
  any: unknown({ kind: 'function', name: 'test' }, at),
};

/** `log-group:${Group}:*` as parts. */
function parts(written: string): readonly TextPart[] {
  return joinParts(written.split(/\$\{(\w+)\}/).map((piece, i) => (i % 2 === 0 ? piece : (unknowns[piece] ?? piece))));
}

test.each([
  ['*', 'anything', 'yes'],
  ['*', '', 'yes'],
  ['', '', 'yes'],
  ['', 'a', 'no'],
  ['a', '', 'no'],
  ['abc', 'abc', 'yes'],
  ['abc', 'abd', 'no'],
  ['abc', 'abcd', 'no'],
  ['abcd', 'abc', 'no'],
  ['a*c', 'abbbc', 'yes'],
  ['a*c', 'ac', 'yes'],
  ['a*c', 'ab', 'no'],
  ['a?c', 'abc', 'yes'],
  ['a?c', 'ac', 'no'],
  ['*a*b', 'xaxab', 'yes'],
  ['*a*b', 'xaxax', 'no'],
  ['secret:db-??????', 'secret:db-Ab12Cd', 'yes'],
  ['secret:db-??????', 'secret:db-user-Ab12Cd', 'no'],
])('%s against %s: %s', (pattern, text, expected) => {
  expect(matchGlob(globOf(parts(pattern)), parts(text))).toBe(expected);
});

test.each([
  ['the same unknown part', '${Group}', '${Group}', 'yes'],
  ['the same parts', 'a:${Region}:${Account}:${Group}:*', 'a:${Region}:${Account}:${Group}:x', 'yes'],
  ['a star takes unknown parts', 'a:*:${Group}', 'a:${Region}:${Account}:${Group}', 'yes'],
  ['two resources', 'g:${Group}', 'g:${Group2}', 'no'],
  ['more text behind the same part', 'g:${Group}', 'g:${Group}:stream', 'no'],
  ['more pattern behind the same part', 'g:${Group}:*', 'g:${Group}', 'no'],
  ['a known word for an unknown one', 'a:eu-west-1:x', 'a:${Region}:x', 'unknown'],
  ['a word that the unknown one cannot be', 'a:EU:x', 'a:${Region}:x', 'no'],
  ['a known word elsewhere', 'a:${Region}:x', 'a:${Region}:y', 'no'],
  ['a known word behind a part that may be anything', '${Input}:x', '${Input}:y', 'no'],
  ['a number for a region', '${Account}:x', 'eu-west-1:x', 'no'],
  ['an unknown pattern', '${Input}', 'a', 'unknown'],
  ['a written name for one that is made up', 'role:${Account}:admin', 'role:${Account}:${Made}', 'no'],
  ['a made-up name for a written one', 'role:${Account}:${Made}', 'role:${Account}:admin', 'no'],
  ['an ARN for a name that is made up', 'arn:${Region}:${Account}:cluster/${Group}', '${Made}', 'no'],
  ['a name that is made up for an ARN', '${Made}', 'arn:${Region}:${Account}:cluster/${Group}', 'no'],
  ['the beginning of a name that is made up', 'role:shop-*', 'role:${Made}', 'unknown'],
  ['an input for a name that is made up', 'role:${Input}', 'role:${Made}', 'unknown'],
  ['an unknown pattern whose beginning differs', 'b${Input}', 'a', 'no'],
  ['an unknown text whose end differs', '*:x', '${Input}:y', 'no'],
  ['an unknown part that may hold the mark', 'a/*/b', 'a${Input}b', 'unknown'],
  ['one character of an unknown name', '${Group}?', '${Group}a', 'yes'],
  ['a question mark for a whole unknown part', 'a?', 'a${Group}', 'unknown'],
  ['an unknown part of the text across a star', 'a*-${Group}', 'a${any}', 'unknown'],
  ['a parameter may be empty', 'a${Input}b', 'ab', 'unknown'],
  ['a name may not', 'a${Group}b', 'ab', 'no'],
  ['a bare log group against its stream', 'l:${Region}:${Account}:g:/svc/api', 'l:${Region}:${Account}:g:/svc/api:s:${any}', 'no'],
  ['a log group with a star against its stream', 'l:${Region}:${Account}:g:/svc/api:*', 'l:${Region}:${Account}:g:/svc/api:s:${any}', 'yes'],
])('%s: %s against %s is %s', (_, pattern, text, expected) => {
  expect(matchGlob(globOf(parts(pattern)), parts(text))).toBe(expected);
});

/** What an unknown part may turn out to be. The names of two resources are words of their own. */
const worlds: readonly Readonly<Record<string, string>>[] = ['', 'a', '1', 'ab', '*', 'a-1'].flatMap(input => ['a', '1c', ''].flatMap(other =>
  ['1', '11'].flatMap(account => ['a', '1-a'].flatMap(region => ['c', 'ca'].flatMap(group => ['', 'a', '1a'].map(any =>
    ({ Input: input, Other: other, Account: account, Region: region, Group: group, Group2: 'd', any })))))));

function written(template: readonly string[], world: Readonly<Record<string, string>>): string {
  return template.map(piece => world[piece] ?? piece).join('');
}

/** Globs as everyone knows them; small inputs only. */
function matches(pattern: string, text: string): boolean {
  const regex = pattern.replace(/[-.+^${}()|[\]\\]/g, '\\$&').replaceAll('*', '.*').replaceAll('?', '.');
  return new RegExp(`^${regex}$`).test(text);
}

const pieces = (...extra: string[]) => fc.array(fc.constantFrom('a', 'b', '1', '-', 'c', 'd', 'Input', 'Other', 'Account', 'Region', 'Group', 'Group2', ...extra), { maxLength: 6 });
const asParts = (template: readonly string[]) => joinParts(template.map(piece => unknowns[piece] ?? piece));

test('what it says holds in every world', () => {
  fc.assert(fc.property(pieces('*', '*', '?'), pieces('any'), (pattern, text) => {
    const answer = matchGlob(globOf(asParts(pattern)), asParts(text));
    if (answer === 'unknown') return;
    expect(worlds.find(world => matches(written(pattern, world), written(text, world)) !== (answer === 'yes'))).toBeUndefined();
  }), { seed: 1, numRuns: 2000 });
});

test('among known texts it is never in doubt', () => {
  const known = fc.string({ unit: fc.constantFrom('a', 'b', '*', '?'), maxLength: 8 });
  fc.assert(fc.property(known, fc.string({ unit: fc.constantFrom('a', 'b'), maxLength: 10 }), (pattern, text) => {
    expect(matchGlob(globOf([pattern]), joinParts([text]))).toBe(matches(pattern, text) ? 'yes' : 'no');
  }), { seed: 1, numRuns: 3000 });
});

test('stars without end cost no more than the product of the lengths', () => {
  const pattern = parts(`${'a*'.repeat(300)}${'${Input}*'.repeat(20)}b`);
  expect(matchGlob(globOf(pattern), [`${'a'.repeat(3000)}c`])).toBe('no');
});
