import { Validator } from 'jsonschema';
import type { Report } from '../../lib/report/report';
import configSchema from '../../schemas/drydock.schema.json';
import reportSchema from '../../schemas/report.schema.json';
import rolesSchema from '../../schemas/roles.schema.json';
import { schemaFaults } from '../support/schema-faults';
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

test('a report that holds everything is as the schema says', () => {
  expect(schemaFaults(everything)).toEqual([]);
});

test.each<[string, unknown]>([
  ['a field that nobody knows', { ...everything, extra: 1 }],
  ['a finding without a message', { ...everything, findings: [{ ...aFinding(), message: undefined }] }],
  ['a severity that does not exist', { ...everything, findings: [{ ...aFinding(), severity: 'fatal' }] }],
  ['an acknowledged finding without a reason', { ...everything, acknowledged: [aFinding()] }],
  ['another format version', { ...everything, formatVersion: '2' } satisfies Omit<Report, 'formatVersion'> & { formatVersion: string }],
])('the schema refuses %s', (_, report) => {
  expect(schemaFaults(report)).not.toEqual([]);
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
