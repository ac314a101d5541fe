import { validate, Validator, type Schema } from 'jsonschema';
import { dryRun } from '../../lib/dry-run';
import { templateOf } from '../../lib/pages/example-template';
import type { Report } from '../../lib/report/report';
import { examples } from '../../lib/rules/examples-registry';
import { parseJson } from '../../lib/template/parse-json';
import configSchema from '../../schemas/drydock.schema.json';
import reportSchema from '../../schemas/report.schema.json';
import rolesSchema from '../../schemas/roles.schema.json';
import { aCluster, aFinding, aReport, anUndecided } from './sample';

const everything = aReport({
  today: '2026-11-20',
  inputs: [{ path: 'shop.yaml', stack: 'shop', region: 'eu-west-1', account: '123456789012' }],
  findings: [aFinding({
    related: ['Web', 'Base:Cluster'], constructPath: 'Shop/Web', userCode: { file: 'lib/shop.ts', line: 4 }, scenario: 'desired-count',
    valueFrom: { path: 'Parameters.WebMemory.Default', location: { file: 'shop.yaml', line: 9, column: 14 } },
  })],
  undecided: [anUndecided()],
  assumptions: [{ fact: 'placement-ties', value: 'the lowest id', because: 'AWS does not say.' }],
  scenarios: [{ name: 'desired-count', outcome: 'fails', services: [{ stack: 'Shop', service: 'Web', outcome: 'fails', wanted: 2, placed: 1 }], timeline: [], placement: { clusters: [aCluster] } }],
  acknowledged: [{ ...aFinding(), reason: 'It goes away.', until: '2027-06-30' }],
});

function faultsOf(report: unknown): readonly string[] {
  return validate(JSON.parse(JSON.stringify(report)), reportSchema as Schema).errors.map(String);
}

test('a report that holds everything is as the schema says', () => {
  expect(faultsOf(everything)).toEqual([]);
});

test('the reports on the examples of all rules are as the schema says', () => {
  const templates = examples.flatMap(({ bad, unknown = [] }) => [...bad, ...unknown]).map(templateOf);
  const reports = templates.map(template => dryRun([[{ name: 'example', document: parseJson('example.json', JSON.stringify(template)) }]]).report);
  expect(reports.flatMap(faultsOf)).toEqual([]);
});

test.each<[string, unknown]>([
  ['a field that nobody knows', { ...everything, extra: 1 }],
  ['a finding without a message', { ...everything, findings: [{ ...aFinding(), message: undefined }] }],
  ['a severity that does not exist', { ...everything, findings: [{ ...aFinding(), severity: 'fatal' }] }],
  ['an acknowledged finding without a reason', { ...everything, acknowledged: [aFinding()] }],
  ['another format version', { ...everything, formatVersion: '2' } satisfies Omit<Report, 'formatVersion'> & { formatVersion: string }],
])('the schema refuses %s', (_, report) => {
  expect(faultsOf(report)).not.toEqual([]);
});

/** jsonschema lets what it does not know pass, and a misspelt keyword with it. */
test.each([['report', reportSchema], ['configuration', configSchema], ['report on roles', rolesSchema]])('the schema of the %s uses only keywords that jsonschema enforces', (_, schema) => {
  const { attributes } = new Validator(), said = ['$schema', '$id', '$ref', 'title', 'description', 'definitions'];
  expect([...keywordsIn(schema)].filter(keyword => !(keyword in attributes) && !said.includes(keyword))).toEqual([]);
});

test.each([['report', reportSchema], ['configuration', configSchema], ['report on roles', rolesSchema]])('every object of the %s is closed, and everything in it is described', (_, schema) => {
  const faults: string[] = [];
  walk(schema, '#', (at, path) => {
    if (at.properties && at.additionalProperties === undefined) faults.push(`${path} is open`);
    for (const [name, property] of Object.entries(at.properties ?? {})) {
      if (property.$ref === undefined && property.description === undefined && name !== '$schema') faults.push(`${path}/${name} is not described`);
    }
  });
  expect(faults).toEqual([]);
});

function keywordsIn(schema: object): ReadonlySet<string> {
  const found = new Set<string>();
  walk(schema, '#', at => Object.keys(at).forEach(key => found.add(key)));
  return found;
}

interface Part {
  readonly properties?: Readonly<Record<string, Part>>;
  readonly definitions?: Readonly<Record<string, Part>>;
  readonly items?: Part;
  readonly additionalProperties?: boolean | Part;
  readonly $ref?: string;
  readonly description?: string;
}

function walk(schema: object, path: string, visit: (at: Part, path: string) => void): void {
  const at = schema as Part;
  visit(at, path);
  for (const key of ['properties', 'definitions'] as const) {
    for (const [name, part] of Object.entries(at[key] ?? {})) walk(part, `${path}/${name}`, visit);
  }
  if (at.items) walk(at.items, `${path}/items`, visit);
  if (typeof at.additionalProperties === 'object') walk(at.additionalProperties, `${path}/*`, visit);
}
