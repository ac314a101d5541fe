import { InputError } from '../../lib/finding/input-error';
import { parseJson } from '../../lib/template/parse-json';
import { parseTemplate } from '../../lib/template/parse';

test.each([
  ['{"a": [1, 2}', '1:12', 'a comma or ] is expected where "}" stands'],
  ['{"a": 1,}', '1:9', 'a key in double quotes is expected where "}" stands'],
  ['{"a": [1,\n  ]}', '2:3', 'a value is expected where "]" stands'],
  ['{\n  "a" 1\n}', '2:7', 'a colon is expected where "1" stands'],
  ['{"a": 1 "b": 2}', '1:9', 'a comma or } is expected where "\\"b\\"" stands'],
  ["{'a': 1}", '1:2', 'a key in double quotes or } is expected where "\'" stands'],
  ['{"a": yes}', '1:7', 'a value is expected where "yes" stands'],
  ['{"a": 012}', '1:8', 'a comma or } is expected where "12" stands'],
  ['{"a": "b\nc"}', '1:7', 'a value is expected where a text begins that does not end on its line'],
  ['{"a": 1 // one\n}', '1:9', 'a comma or } is expected where a comment stands, which JSON does not have'],
  ['{"Resources": {', '1:16', 'a key in double quotes or } is expected where the file ends'],
  ['{"a": 1} x', '1:10', 'something stands behind its end'],
  ['', '1:1', 'a value is expected where the file ends'],
  ['{"a": "\\x"}', '1:7', 'a value is expected where "\\"\\\\x\\"" stands'],
  ['{"a": "\u001b[31m"}', '1:7', 'a value is expected where a text begins that does not end on its line'],
])('%j is no JSON at %s: %s', (text, place, says) => {
  expect(() => parseJson('template.json', text)).toThrow(new InputError(`template.json:${place} is not JSON: ${says}.`));
});

test('what is wrong is found in large files too', () => {
  const text = `{"a": ["${'x\\n'.repeat(1_000_000)}", "b"`;
  expect(() => parseJson('template.json', text)).toThrow('a comma or ] is expected where the file ends');
});

test('no key is special, and numbers keep their value', () => {
  const { root } = parseJson('template.json', '{"__proto__": {"polluted": true}, "a": 123456789012, "a": 2}');
  expect(Object.entries(root)).toEqual([['__proto__', { polluted: true }], ['a', 2]]);
  expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
});

test('what nests deeper than any template is refused', () => {
  expect(() => parseJson('template.json', `{"a": ${'['.repeat(100_000)}${']'.repeat(100_000)}}`)).toThrow(InputError);
});

test.each([
  ['{"name": "shop"}', 'template is not a CloudFormation template: it has no Resources.'],
  ['{"Resources": []}', 'template is not a CloudFormation template: its Resources are a list, not a map.'],
  ['[]', 'template holds a list where a map is expected.'],
  ['services:\n  web: {}', 'template is not a CloudFormation template: it has no Resources.'],
  ['Resources:', 'template is not a CloudFormation template: its Resources are null, not a map.'],
  ['just a Resources sentence', 'template holds a text where a map is expected.'],
])('%j is no template', (text, message) => {
  expect(() => parseTemplate('template', text)).toThrow(new InputError(message));
});

test('JSON is read without loading the YAML parser', () => {
  jest.isolateModules(() => {
    jest.doMock('yaml', () => { throw new Error('loaded'); });
    const { parseTemplate: parse } = jest.requireActual<typeof import('../../lib/template/parse')>('../../lib/template/parse');
    expect(parse('template', '{"Resources": {}}').root).toEqual({ Resources: {} });
    expect(() => parse('template', 'Resources: {}')).toThrow('loaded');
  });
});
