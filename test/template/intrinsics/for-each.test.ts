import { evaluate } from '../../support/evaluate';

const open = 'because parameter OpenSubnets has no value here and no default';
const tooMuch = 'because a loop that makes no more than a template may hold is expected where one that makes more stands';

/** A loop as JSON, its collection and what it repeats. */
function loop(collection: string, fragment: string, identifier = 'X'): string {
  return `'Fn::ForEach::Loop': [${identifier}, ${collection}, ${fragment}]`;
}

test.each([
  [loop('[a, b]', "{ '${X}1': 2 }"), '{ a1: 2, b1: 2 }'],
  [loop('[80, true]', "{ 'p${X}': !Ref X }"), '{ p80: "80", ptrue: "true" }'],
  [loop('!Ref Ports', "{ 'p${X}': !Sub 'port ${X}' }"), '{ p80: "port 80", p443: "port 443" }'],
  [loop('!FindInMap [Sizes, !Ref Stage, Ports]', "{ 'p${X}': 1 }"), '{ p80: 1, p443: 1 }'],
  [loop("!Split ['/', 'a/b']", "{ '${X}': 1 }"), '{ a: 1, b: 1 }'],
  [loop('!If [Always, [a], [b]]', "{ '${X}': 1 }"), '{ a: 1 }'],
  [loop('[]', "{ '${X}': 1 }"), '{  }'],
  [loop('!Ref NoPorts', "{ '${X}': 1 }"), '{  }'],
  [loop('[a, !Ref AWS::NoValue]', "{ '${X}': 1 }"), '{ a: 1 }'],
  [loop('[10.0.0.0/16]', "{ 'Net&{X}': '${X} &{X} ${!X} ${Y}' }"), '{ Net1000016: "10.0.0.0/16 1000016 ${!X} ${Y}" }'],
  [loop('[a]', "{ '${X}': { '${X}2': ['${X}', { b: !Ref X }] } }"), '{ a: { a2: ["a", { b: "a" }] } }'],
  [loop('[a]', "{ '${X}': !If [Always, !Ref X, no] }"), '{ a: "a" }'],
  [loop('[a]', '{ c: d }'), '{ c: "d" }'],
  [`before: 1, ${loop('[a]', "{ '${X}': 2 }")}`, '{ before: 1, a: 2 }'],
  [loop('[a, b]', "{ 'Fn::ForEach::Inner': [Y, ['1', '2'], { '${X}${Y}': '${Y}${X}' }] }"), '{ a1: "1a", a2: "2a", b1: "1b", b2: "2b" }'],
  [loop('[test]', "{ 'Fn::ForEach::Inner${X}': [Y, !FindInMap [Sizes, !Ref X, Ports], { '${X}${Y}': 1 }] }"), '{ test80: 1, test443: 1 }'],
])('{ %s } is %s', (entries, expected) => {
  expect(evaluate(`{ ${entries} }`)).toBe(expected);
});

test.each([
  ['a collection', loop('!Ref OpenSubnets', "{ '${X}': 1 }"), `\${?} ${open}`],
  ['the collection of an inner loop', loop('[a]', "{ '${X}': 1, 'Fn::ForEach::Inner': [Y, !Ref OpenSubnets, { '${X}${Y}': 1 }] }"), `\${?} with a: 1 ${open}`],
  ['an element', loop('[a, !Ref OpenSubnets, b]', "{ '${X}': 1 }"), '${?} with a: 1, b: 1 because parameter OpenSubnets has no value here and no default'],
  ['whether there is an element', loop('[a, !If [Perhaps, b, !Ref AWS::NoValue]]', "{ '${X}': 1 }"),
    '${?} with a: 1 because condition Perhaps is open: parameter Open has no value here and no default'],
])('where %s is unknown, what stands beside it is known: { %s }', (_, entries, expected) => {
  expect(evaluate(`{ ${entries} }`)).toBe(expected);
});

test.each([
  ['no collection', loop('{ a: b }', "{ '${X}': 1 }"), '${?} because a list is expected where a map stands'],
  ['an absent collection', loop('!Ref AWS::NoValue', "{ '${X}': 1 }"), '${?} because Fn::ForEach::Loop cannot be computed as it stands'],
  ['no fragment', loop('[a]', 'b'), '${?} because Fn::ForEach::Loop cannot be computed as it stands'],
  ['no identifier', loop('[a]', "{ '${X}': 1 }", '[X]'), '${?} because Fn::ForEach::Loop cannot be computed as it stands'],
  ['nothing', "'Fn::ForEach::Loop': []", '${?} because Fn::ForEach::Loop cannot be computed as it stands'],
  ['one key for all', loop('[a, b]', '{ c: d }'), '${?} with c: "d" because Fn::ForEach::Loop cannot be computed as it stands'],
  ['the key of another', `a: 1, ${loop('[a, b]', "{ '${X}': 2 }")}`, '${?} with a: 1, b: 2 because Fn::ForEach::Loop cannot be computed as it stands'],
  ['no name', "'Fn::ForEach': [X, [a], { '${X}': 1 }]", '${?} because Fn::ForEach cannot be computed as it stands'],
])('a loop with %s cannot be computed: { %s }', (_, entries, expected) => {
  expect(evaluate(`{ ${entries} }`)).toBe(expected);
});

test.each([
  ['long texts', loop(`[${'x'.repeat(2000)}]`, `{ '\${X}': '${'${X}'.repeat(3000)}' }`)],
  ['loops in loops', Array.from({ length: 8 }).reduce<string>((inner, _, i) => loop('[a, b, c, d, e, f, g, h]', `{ ${inner} }`, `X${i}`),
    "'${X0}${X1}${X2}${X3}${X4}${X5}${X6}${X7}': 1")],
])('a loop that makes more than any template may hold, by %s, is not run to its end', (_, entries) => {
  expect(evaluate(`{ a: 1, ${entries} }`)).toBe(`\${?} with a: 1 ${tooMuch}`);
});
