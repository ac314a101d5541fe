import fc from 'fast-check';
import { dryRun } from '../lib/dry-run';
import { templateOf } from '../lib/pages/example-template';
import { examples } from '../lib/rules/examples-registry';
import { parseJson } from '../lib/template/parse-json';
import { isMap, type Raw, type RawMap } from '../lib/template/raw';

/** What may stand where something else belongs. */
const odd: readonly Raw[] = [
  -1, 0, 1.5, 65_536, 1e9, 1e21, '', 'x', '-5', '0-70000', '99999999999', '10.0.0.0/99', 'arn:', '${', null, true, [], {}, [[]], [null], { a: { b: 1 } },
  { Ref: 'Nobody' }, { Ref: 'AWS::NoValue' }, { 'Fn::Sub': '${Nobody.Arn}' },
];

/** All that a value holds, by path. */
function pathsIn(value: Raw | undefined, path: readonly string[] = []): readonly (readonly string[])[] {
  const within = typeof value === 'object' && value !== null ? Object.entries(value as RawMap) : [];
  return [path, ...within.flatMap(([key, part]) => pathsIn(part, [...path, key]))];
}

function replaced(value: Raw | undefined, [key, ...rest]: readonly string[], by: Raw): Raw {
  if (key === undefined) return by;
  if (Array.isArray(value)) return (value as Raw[]).map((part, i) => (String(i) === key ? replaced(part, rest, by) : part));
  return isMap(value) ? { ...value, [key]: replaced(value[key], rest, by) } : by;
}

const templates = examples.flatMap(({ bad: [bad], good: [good] }) => [templateOf(bad), templateOf(good)]);
const changed = fc.constantFrom(...templates).chain(template => {
  const paths = pathsIn(template).filter(([section, , ...within]) => section === 'Resources' && within.length > 1);
  return fc.array(fc.tuple(fc.constantFrom(...paths), fc.constantFrom(...odd)), { minLength: 1, maxLength: 3 })
    .map(changes => changes.reduce((before, [path, value]) => replaced(before, path, value) as RawMap, template));
});

test('whatever stands in the place of a value, no rule breaks, and the report comes soon', () => {
  fc.assert(fc.property(changed, template => {
    const { broken } = dryRun([[{ name: 'shop', document: parseJson('shop.json', JSON.stringify(template)) }]]);
    expect(broken).toEqual([]);
  }), { seed: 1, numRuns: 500 });
}, 60_000);
