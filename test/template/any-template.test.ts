import fc from 'fast-check';
import { explainUnknown } from '../../lib/finding/explain-unknown';
import { InputError } from '../../lib/finding/input-error';
import { Deployment } from '../../lib/template/deployment';
import { parseJson } from '../../lib/template/parse-json';
import { parseYaml } from '../../lib/template/parse-yaml';
import type { Property } from '../../lib/template/property';
import { show } from '../support/evaluate';

/** Names that templates are made of, so that what refers to something often finds it. */
const id = fc.constantFrom('A', 'A', 'B', 'B', 'C', 'AWS::Region', 'AWS::NoValue', 'AWS::StackName', '__proto__', '');

const scalar = fc.oneof(
  id, fc.integer({ min: -1, max: 3 }), fc.boolean(), fc.constant(null), fc.string({ maxLength: 5 }),
  fc.constantFrom('${A}', '${B.Arn}-${C}', '${!A}', '${', 'A.Arn', 'A.Outputs.B', 'A.constructor', '{{resolve:ssm:x}}', 'a,b', 'yes', '0', '10.0.0.0/16'),
);

const names = ['Ref', 'Base64', 'Cidr', 'FindInMap', 'GetAtt', 'GetAZs', 'GetStackOutput', 'If', 'ImportValue', 'Join', 'Length', 'Select', 'Split', 'Sub', 'ToJsonString', 'Transform', 'Unheard']
  .map(name => (name === 'Ref' ? name : `Fn::${name}`));

/** Keys of loops and macros among others. */
const loopKey = fc.constantFrom('Fn::ForEach::X', 'Fn::ForEach::Y', 'Fn::ForEach::Z${A}', 'Fn::Transform', 'A${A}', 'A&{B}', 'B', '${A}${B}');

/** A loop, mostly well made. */
const loopOver = <T>(collection: fc.Arbitrary<unknown>, fragment: fc.Arbitrary<T>) => fc.tuple(fc.constantFrom('A', 'B', 'A', ''), collection, fragment);

const { expression, condition } = fc.letrec<{ expression: unknown; condition: unknown; loop: unknown }>(tie => ({
  loop: fc.dictionary(loopKey, fc.oneof({ maxDepth: 4 }, scalar, loopOver(tie('expression'), tie('loop')), tie('expression')), { maxKeys: 2 }),
  expression: fc.oneof({ maxDepth: 4, withCrossShrink: true },
    scalar,
    fc.array(tie('expression'), { maxLength: 4 }),
    fc.dictionary(fc.constantFrom('a', 'b', 'StackName', 'OutputName', 'DefaultValue', 'Parameters', 'Fn::If'), tie('expression'), { maxKeys: 3 }),
    tie('loop'),
    fc.tuple(fc.constantFrom(...names), tie('expression')).map(([name, argument]) => ({ [name]: argument })),
    fc.tuple(fc.constantFrom('Fn::Join', 'Fn::Select', 'Fn::Split', 'Fn::Sub'), tie('expression'), tie('expression')).map(([name, a, b]) => ({ [name]: [a, b] })),
    fc.tuple(fc.constantFrom('Fn::If', 'Fn::FindInMap'), id, tie('expression'), tie('expression')).map(([name, a, b, c]) => ({ [name]: [a, b, c] })),
  ),
  condition: fc.oneof({ maxDepth: 3 },
    scalar,
    id.map(name => ({ Condition: name })),
    tie('condition').map(inner => ({ 'Fn::Not': [inner] })),
    fc.tuple(fc.constantFrom('Fn::And', 'Fn::Or'), fc.array(tie('condition'), { maxLength: 3 })).map(([name, parts]) => ({ [name]: parts })),
    fc.tuple(tie('expression'), tie('expression')).map(parts => ({ 'Fn::Equals': parts })),
  ),
}));

const section = <T>(of: fc.Arbitrary<T>) => fc.dictionary(id, of, { maxKeys: 4 });

/** A section, a part of it in loops. */
const looped = <T>(of: fc.Arbitrary<T>) => fc.tuple(section(of), fc.dictionary(loopKey, fc.oneof(of, loopOver(expression, fc.dictionary(loopKey, of, { maxKeys: 2 }))), { maxKeys: 2 }))
  .map(([plain, loops]) => ({ ...loops, ...plain }));

const template = fc.record({
  Transform: fc.constantFrom('AWS::LanguageExtensions', 'AWS::LanguageExtensions', ['AWS::Serverless-2016-10-31'], { Name: 'AWS::Include' }, 'Mine'),
  Parameters: section(fc.record({ Type: fc.constantFrom('String', 'Number', 'CommaDelimitedList', 'AWS::SSM::Parameter::Value<String>'), Default: scalar }, { requiredKeys: ['Type'] })),
  Mappings: section(section(section(scalar))),
  Conditions: looped(condition),
  Resources: looped(fc.record({
    Type: fc.constantFrom('AWS::S3::Bucket', 'AWS::IAM::Role', 'AWS::CloudFormation::Stack', 'AWS::EC2::VPC'),
    Condition: id,
    DependsOn: id,
    Properties: fc.dictionary(fc.constantFrom('BucketName', 'RoleName', 'Parameters', 'CidrBlock', 'a'), expression, { maxKeys: 3 }),
  }, { requiredKeys: ['Type'] })),
  Outputs: looped(fc.record({ Value: expression, Condition: id, Export: fc.record({ Name: expression }) }, { requiredKeys: ['Value'] })),
}, { requiredKeys: ['Resources'] });

/** Two stacks, the second nested in the first, and all that can be asked of them, as text. */
function everything(outer: unknown, inner: unknown): string[] {
  const [first, second] = [outer, inner].map((raw, i) => parseJson(`${i}.json`, JSON.stringify(raw)));
  if (!first || !second) return [];
  const deployment = new Deployment([{ name: 'outer', document: first }, { name: 'inner', document: second, nestedIn: { stack: 'outer', resource: 'A' } }]);
  const shown = deployment.resources().map(resource => {
    for (const property of [resource.properties, resource.ref, resource.attribute('Arn')]) visit(property);
    return [resource.stack, resource.id, resource.exists.state, ...[resource.properties, resource.ref].map(show), ...[...resource.dependencies()].sort()].join(' ');
  });
  const exports = [...deployment.stacks.values()].flatMap(stack => stack.exports().map(({ name, value }) => `${stack.name} ${name.state} ${show(value)}`));
  return [...shown, ...exports].map(sortedKeys).sort();

  function visit(property: Property): void {
    const value = property.value();
    for (const read of ['text', 'number', 'integer', 'flag', 'list', 'texts', 'map'] as const) property[read]();
    if (deployment.stacks.get(value.at.stack)?.locate(value.at.path).line !== 1) throw new Error('located nowhere');
    if (value.state === 'unknown' && explainUnknown(value.why).reason === '') throw new Error('no reason');
    if (value.state === 'known' && typeof value.value === 'object') value.value.forEach(visit);
  }
}

/** `{ b: 1, a: 2 }` of `show` with its keys sorted, so that only values are compared. */
function sortedKeys(shown: string): string {
  return shown.split(/[\s{},]+/).sort().join(' ');
}

/** The same with the keys of all maps the other way round, but of those that become a text. */
function turned(raw: unknown): unknown {
  if (Array.isArray(raw)) return raw.map(turned);
  if (typeof raw !== 'object' || raw === null) return raw;
  return Object.fromEntries(Object.entries(raw).reverse().map(([key, value]) => [key, key === 'Fn::ToJsonString' ? value : turned(value)]));
}

test('whatever stands in a template, everything can be asked of it, and the order of keys changes nothing', () => {
  fc.assert(fc.property(template, template, (outer, inner) => {
    expect(everything(turned(outer), turned(inner))).toEqual(everything(outer, inner));
  }), { seed: 1, numRuns: 200 });
}, 60_000);

test('any JSON is read or refused in words', () => {
  fc.assert(fc.property(fc.json({ maxDepth: 5 }), fc.nat(), fc.string({ maxLength: 3 }), (text, at, noise) => {
    const broken = text.slice(0, at % (text.length + 1)) + noise + text.slice(at % (text.length + 1));
    let isJson = true;
    try {
      JSON.parse(broken);
    } catch {
      isJson = false;
    }
    if (!isJson) expect(() => parseJson('t.json', broken)).toThrow(/^t\.json:\d+:\d+ is not JSON: .+ (is expected where .+|behind its end)\.$/s);
  }), { seed: 1, numRuns: 1000 });
});

test('any text is read as YAML or refused in words', () => {
  const pieces = ['a', 'Resources', ': ', ':', ' ', '\n', '\n  ', '- ', '!Ref ', '!', '&x ', '*x', '[', ']', '{', '}', ', ', '|', '>', '"', "'", '#', '<<: ', '? ', '\t', '%', '---', '~', 'yes'];
  fc.assert(fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 30 }).map(all => all.join('')), text => {
    try {
      parseYaml('t.yaml', text).locate(['Resources', 'a', 'Ref', 0]);
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
    }
  }), { seed: 1, numRuns: 1000 });
});
