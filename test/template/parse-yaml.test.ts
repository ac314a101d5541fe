import { InputError } from '../../lib/finding/input-error';
import { parseYaml } from '../../lib/template/parse-yaml';

function read(yaml: string): unknown {
  return parseYaml('template.yaml', `value: ${yaml}`).root['value'];
}

test.each<[string, unknown]>([
  ['!Ref Web', { Ref: 'Web' }],
  ['!GetAtt Web.Arn', { 'Fn::GetAtt': 'Web.Arn' }],
  ['!GetAtt [Web, Arn]', { 'Fn::GetAtt': ['Web', 'Arn'] }],
  ['!Sub "${A}-${B.C}"', { 'Fn::Sub': '${A}-${B.C}' }],
  ['!Sub ["${a}", { a: !Ref B }]', { 'Fn::Sub': ['${a}', { a: { Ref: 'B' } }] }],
  ["!Select [0, !GetAZs '']", { 'Fn::Select': [0, { 'Fn::GetAZs': '' }] }],
  ['!GetAZs', { 'Fn::GetAZs': '' }],
  ['[!If [A, b, !Ref AWS::NoValue]]', [{ 'Fn::If': ['A', 'b', { Ref: 'AWS::NoValue' }] }]],
  ['!If\n  - A\n  - Cpu: 256\n  - !Ref AWS::NoValue', { 'Fn::If': ['A', { Cpu: 256 }, { Ref: 'AWS::NoValue' }] }],
  ['!And [!Condition A, !Not [!Equals [a, !Ref B]]]', { 'Fn::And': [{ Condition: 'A' }, { 'Fn::Not': [{ 'Fn::Equals': ['a', { Ref: 'B' }] }] }] }],
  ['!Transform { Name: AWS::Include }', { 'Fn::Transform': { Name: 'AWS::Include' } }],
  ['!Base64 |\n  #!/bin/bash\n  echo', { 'Fn::Base64': '#!/bin/bash\necho\n' }],
  ['!Ref 123', { Ref: '123' }],
  ['!Unheard [of]', { 'Fn::Unheard': ['of'] }],
])('%s is the short form of a function', (yaml, expected) => {
  expect(read(yaml)).toEqual(expected);
});

test.each<[string, unknown]>([
  ['yes', true], ['On', true], ['TRUE', true], ['off', false], ['No', false], ['y', 'y'], ["'yes'", 'yes'],
  ['256', 256], ['-1', -1], ['0.5', 0.5], ["'256'", '256'],
  ['012345670123', 1402433619], ['010', 8], ["'010'", '010'], ['089', '089'], ['123456789012', 123456789012], ['98765432109876543210', '98765432109876543210'],
  ['1.10', '1.10'], ['1e3', '1e3'], ['0x1F', '0x1F'], ['1_000', '1_000'], ['80:80', '80:80'], ['.5', '.5'],
  ['2012-10-17', '2012-10-17'], ['2010-09-09T00:00:00Z', '2010-09-09T00:00:00Z'],
  ['', null], ['~', null], ['null', null], ["''", ''],
  ['!!str 256', '256'], ['! 256', '256'],
])('the scalar %s is %p', (yaml, expected) => {
  expect(read(yaml)).toBe(expected);
});

test('aliases repeat, merged keys give way to those of the map itself', () => {
  expect(parseYaml('template.yaml', `
    base: &base { Cpu: 256, Memory: 512 }
    more: &more { Memory: 1024, Family: web }
    again: *base
    merged: { <<: [*base, *more], Cpu: 512 }
  `).root).toMatchObject({ again: { Cpu: 256, Memory: 512 }, merged: { Cpu: 512, Memory: 512, Family: 'web' } });
});

test('of a key that stands twice the last counts, and no key is special', () => {
  const { root } = parseYaml('template.yaml', 'a: 1\na: 2\n__proto__: { polluted: true }\nconstructor: x\n3: three');
  expect(Object.entries(root)).toEqual([['3', 'three'], ['a', 2], ['__proto__', { polluted: true }], ['constructor', 'x']]);
  expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
});

test.each<[string, string, unknown]>([
  ['a list in brackets', 'a:\n  b: [\n  1,\n2\n]\n  c: 3', { a: { b: [1, 2], c: 3 } }],
  ['a map in brackets', "a:\n  b: {\n  x: 'it''s }',\n  y: [ # no ]\n  1 ] }\n  c: 3", { a: { b: { x: "it's }", y: [1] }, c: 3 } }],
  ['a text in quotes', "a:\n  b: 'one\n  two\n\nthree'\n  c: \"\\\"x\n y\"", { a: { b: 'one two\nthree', c: '"x y' } }],
])('%s may go on further left', (_, yaml, expected) => {
  expect(parseYaml('template.yaml', yaml).root).toEqual(expected);
});

const bomb = Array.from({ length: 9 }, (_, i) => `a${i}: &a${i} [${Array(9).fill(i === 0 ? 'x' : `*a${i - 1}`).join(', ')}]`).join('\n');

test.each<[string, string, string]>([
  ['a bracket that stays open', 'a: [1', 'template.yaml:1:6 is not YAML: Flow sequence in block collection must be sufficiently indented and end with a ].'],
  ['a tab', 'a:\n\tb: 1', 'template.yaml:2:1 is not YAML: a tab indents, where YAML takes spaces.'],
  ['two documents', 'a: 1\n---\nb: 2', 'template.yaml:2:1 is not YAML: a second document begins, and a template is one.'],
  ['an alias of nothing', 'a: *b', 'template.yaml:1:4 is not YAML: there is no anchor &b before this alias.'],
  ['aliases that multiply', bomb, 'template.yaml:1:25 is no template: it holds more than 500000 values.'],
  ['an alias of itself', 'a: &a [*a]', 'template.yaml:1:7 is no template: it nests deeper than 200 levels.'],
  ['brackets without end', `a: ${'['.repeat(10_000)}${']'.repeat(10_000)}`, 'it nests too deep.'],
  ['a list', '- a', 'template.yaml holds a list where a map is expected.'],
  ['nothing but a comment', '# nothing', 'template.yaml holds null where a map is expected.'],
])('%s is refused, with its place', (_, yaml, message) => {
  expect(() => parseYaml('template.yaml', yaml)).toThrow(InputError);
  expect(() => parseYaml('template.yaml', yaml)).toThrow(message);
});
