import schema from '../../schemas/drydock.schema.json';
import type { UnknownReason } from '../../lib/core/unknown-reason';
import { explainUnknown } from '../../lib/finding/explain-unknown';
import { accountStack } from '../../lib/finding/finding';

test.each<[UnknownReason, string, object | undefined]>([
  [{ kind: 'parameter', stack: 'shop', name: 'Vpc', type: 'AWS::EC2::VPC::Id' }, '--parameter Vpc=VALUE', { parameters: { Vpc: '<AWS::EC2::VPC::Id>' } }],
  [{ kind: 'parameter', stack: 'shop', name: 'Vpc', type: 'String', passedBy: 'Nested' }, 'Parameters.Vpc of Nested', undefined],
  [{ kind: 'parameter', stack: accountStack, name: 'subnets.subnet-1.zone', type: 'String' }, 'existing.subnets.subnet-1.zone in drydock.json', { existing: { subnets: { 'subnet-1': { zone: '<zone>' } } } }],
  [{ kind: 'pseudo', stack: 'shop', name: 'AWS::Region' }, '--region REGION', { region: '<region>' }],
  [{ kind: 'pseudo', stack: 'shop', name: 'AWS::AccountId' }, '--account ID', { account: '<12 digits>' }],
  [{ kind: 'pseudo', stack: 'shop', name: 'AWS::StackName' }, 'stackNames.shop in drydock.json', { stackNames: { shop: '<name of the stack>' } }],
  [{ kind: 'pseudo', stack: 'shop', name: 'AWS::StackId' }, '', undefined],
  [{ kind: 'import', name: 'shared' }, 'the stack that exports shared, or imports in drydock.json', { imports: { shared: '<what it exports>' } }],
  [{ kind: 'dynamic', reference: 'resolve:ssm:/shop/vpc' }, 'references in drydock.json', { references: { 'ssm:/shop/vpc': '<what it gives>' } }],
  [{ kind: 'zones', region: 'eu-west-1' }, 'zones.eu-west-1 in drydock.json', { zones: { 'eu-west-1': '<list of zones>' } }],
  [{ kind: 'zones', region: '' }, '--region REGION', { region: '<region>' }],
  [{ kind: 'elsewhere', what: 'image ami-1', thing: { type: 'image', id: 'ami-1' } }, 'image ami-1, or existing.images in drydock.json', { existing: { images: { 'ami-1': '<public parameter>' } } }],
  [{ kind: 'elsewhere', what: 'where Route leads' }, 'where Route leads', undefined],
  [{ kind: 'condition', name: 'IsProd', because: { kind: 'pseudo', stack: 'shop', name: 'AWS::Region' } }, '--region REGION', { region: '<region>' }],
  [{ kind: 'created', stack: 'shop', resource: 'Topic', attribute: 'Ref' }, '', undefined],
  [{ kind: 'letters', expected: 'PortMappings', found: 'portMappings' }, 'PortMappings in its place', undefined],
])('%j is settled by %s', (why, resolveWith, give) => {
  const explained = explainUnknown(why);
  expect(explained.resolveWith).toBe(resolveWith);
  expect(explained.give).toEqual(give);
});

test.each(['VPC', 'subnet', 'security group', 'role', 'cluster', 'image', 'target group'])('what is asked of a %s is what the schema of drydock.json takes', type => {
  const { give } = explainUnknown({ kind: 'elsewhere', what: `${type} x`, thing: { type, id: 'x' } });
  const [[kind = '', things = {}] = []] = Object.entries((give as { readonly existing: Readonly<Record<string, { readonly x: unknown }>> }).existing);
  const section = (schema.properties.existing.properties as Readonly<Record<string, { readonly additionalProperties: { readonly $ref: string } }>>)[kind];
  const definition = (schema.definitions as Readonly<Record<string, { readonly properties?: object }>>)[section?.additionalProperties.$ref.split('/').pop() ?? ''];
  const { x } = things as { readonly x: unknown };
  expect(definition).toBeDefined();
  expect(Object.keys(definition?.properties ?? {})).toEqual(expect.arrayContaining(typeof x === 'object' ? Object.keys(x ?? {}) : []));
});
