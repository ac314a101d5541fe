import type { Identity } from '../../lib/core/identity';
import { endsWith, sameText, showText, startsWith, textOf } from '../../lib/core/text';
import { absent, known, unknown, type TextPart, type Value } from '../../lib/core/value';

const at = { stack: 'stack', path: [] };

function part(is?: Identity): TextPart {
  return unknown({ kind: 'pseudo', stack: 'shop', name: 'x' }, at, is && { is });
}

const region: Identity = { kind: 'pseudo', stack: '', name: 'AWS::Region' };
const attribute = (resource: string, name = 'Ref'): Identity => ({ kind: 'attribute', stack: 'stack', resource, attribute: name });
const zone = (index: number, of = ''): Identity => ({ kind: 'element', of: { kind: 'zones', region: of }, index });

const text = (...parts: readonly TextPart[]): Value<string> => textOf(parts, at);

test.each<[Value<string>, Value<string>, string]>([
  [text('a'), text('a'), 'yes'],
  [text('a'), text('b'), 'no'],
  [absent(at), absent(at), 'yes'],
  [absent(at), text('a'), 'no'],
  [text(part()), text('a'), 'unknown'],
  [text(part()), text(part()), 'unknown'],
  [text(part(attribute('A'))), text(part(attribute('A'))), 'yes'],
  [text(part(attribute('A'))), text(part(attribute('B'))), 'no'],
  [text(part(attribute('A'))), text(part(attribute('A', 'Arn'))), 'unknown'],
  [text(part(attribute('A'))), text(part(region)), 'unknown'],
  [text(part(zone(0))), text(part(zone(0))), 'yes'],
  [text(part(zone(0))), text(part(zone(1))), 'no'],
  [text(part(zone(0, 'eu-west-1'))), text(part(zone(0, 'us-east-1'))), 'unknown'],
  [known('role', at, attribute('A')), text(part(attribute('A'))), 'yes'],
  [text('a-', part(region)), text('a-', part(region)), 'yes'],
  [text('a-', part(region)), text('a-', part()), 'unknown'],
  [text('a-', part(region)), text('b-', part(region)), 'no'],
  [text('a-', part(region)), text('a-b'), 'unknown'],
  [text(part(region), '-a'), text('x-b'), 'no'],
])('whether %j and %j are the same: %s', (a, b, expected) => {
  expect([sameText(a, b), sameText(b, a)]).toEqual([expected, expected]);
});

test.each<[Value<string>, string, string, string]>([
  [text('abc'), 'ab', 'yes', 'no'],
  [text('abc'), 'bc', 'no', 'yes'],
  [text('a', part(region), 'c'), 'a', 'yes', 'no'],
  [text('a', part(region), 'c'), 'abc', 'unknown', 'unknown'],
  [text('a', part(region), 'c'), 'c', 'no', 'yes'],
  [text(part(region)), 'a', 'unknown', 'unknown'],
  [absent(at), '', 'no', 'no'],
])('whether %j begins and ends with %s', (value, affix, begins, ends) => {
  expect([startsWith(value, affix), endsWith(value, affix)]).toEqual([begins, ends]);
});

test('neighbouring parts become one, and a text of one part keeps what is known of it', () => {
  expect(text('a', '', 'b')).toMatchObject({ state: 'known', value: 'ab' });
  expect(text('', part(region), '')).toMatchObject({ state: 'unknown', is: region });
  const arn = { ...text('arn:', part(region)), is: attribute('Task') } as TextPart;
  expect(text('', arn)).toMatchObject({ is: attribute('Task'), text: ['arn:', { is: region }] });
  expect(text('x', arn)).toMatchObject({ is: undefined });
  expect(showText(text('a', text('b', part(region)) as TextPart, 'c'))).toBe('ab${AWS::Region}c');
});
