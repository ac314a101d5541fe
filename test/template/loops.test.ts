import { dryRun } from '../../lib/dry-run';
import { extractModel } from '../../lib/model/extract';
import { Deployment } from '../../lib/template/deployment';
import { parseYaml } from '../../lib/template/parse-yaml';
import type { Stack } from '../../lib/template/stack';
import { show } from '../support/evaluate';

const services = `
Transform: AWS::LanguageExtensions
Parameters:
  Names: { Type: CommaDelimitedList }
Mappings:
  Only: { Condition: { api: Never } }
Conditions:
  Fn::ForEach::Stages:
    - Stage
    - [Never, Always]
    - \${Stage}: !Equals ['\${Stage}', Always]
Resources:
  Cluster: { Type: AWS::ECS::Cluster }
  Fn::ForEach::Services:
    - Name
    - !Ref Names
    - \${Name}Task:
        Type: AWS::ECS::TaskDefinition
        Condition: !FindInMap [Only, Condition, !Ref Name, { DefaultValue: !Ref AWS::NoValue }]
        Properties:
          RequiresCompatibilities: [FARGATE]
          NetworkMode: awsvpc
          Cpu: 256
          Memory: 4096
          ContainerDefinitions: [{ Name: !Ref Name, Image: busybox }]
      Fn::ForEach::Roles\${Name}:
        - Kind
        - [Task, Execution]
        - \${Name}\${Kind}Role:
            Type: AWS::IAM::Role
            DependsOn: \${Name}Task
            Properties: { RoleName: !Sub '\${Name}-\${Kind}', Cluster: !Ref Cluster, Task: !Ref { Fn::Sub: '\${Name}Task' } }
Outputs:
  Fn::ForEach::Outputs:
    - Name
    - !Ref Names
    - \${Name}Name:
        Value: !GetAtt [!Sub '\${Name}TaskRole', Arn]
        Export: { Name: !Sub 'role-\${Name}' }
`;

function stackOf(template: string, names?: string): Stack {
  const parameters = new Map(names === undefined ? [] : [['Names', names]]);
  const stack = new Deployment([{ name: 'stack', document: parseYaml('stack.yaml', template), parameters }]).stacks.get('stack');
  if (!stack) throw new Error('no stack');
  return stack;
}

test('a loop makes a resource for each of its collection, with conditions, loops within and what they depend on', () => {
  const stack = stackOf(services, 'web,api');
  expect(stack.resources().map(({ id }) => id)).toEqual(['Cluster', 'webTask', 'webTaskRole', 'webExecutionRole', 'apiTaskRole', 'apiExecutionRole']);
  expect(show(stack.resource('webTaskRole')?.properties.get('RoleName'))).toBe('"web-Task"');
  expect([...stack.resource('webTaskRole')?.dependencies() ?? []].sort()).toEqual(['Cluster', 'webTask']);
});

test('a loop makes outputs and exports', () => {
  expect(stackOf(services, 'web').exports().map(({ name, value }) => [name, show(value)])).toEqual([
    [expect.objectContaining({ value: 'role-web' }), expect.stringContaining('role/web-Task')],
  ]);
});

test('what is found in the resource of a loop is told of that resource, and stands on the lines of the loop', () => {
  const { report } = dryRun([[{ name: 'stack', document: parseYaml('stack.yaml', services), parameters: new Map([['Names', 'web,worker']]) }]]);
  const sizes = report.findings.filter(({ rule }) => rule === 'fargate-task-size');
  expect(sizes.map(({ resource, path, location }) => [resource, path, location.line])).toEqual([['webTask', 'Properties.Memory', 24], ['workerTask', 'Properties.Memory', 24]]);
  expect(new Set(sizes.map(({ fingerprint }) => fingerprint)).size).toBe(2);
});

test.each<[string, readonly (string | number)[], string]>([
  ['a property', ['Resources', 'webTask', 'Properties', 'Cpu'], '23:16'],
  ['a property that is missing, the resource', ['Resources', 'webTask', 'Properties', 'Family'], '17:7'],
  ['a property in a loop within', ['Resources', 'webTaskRole', 'Properties', 'RoleName'], '32:37'],
  ['a resource beside', ['Resources', 'Cluster', 'Type'], '13:20'],
  ['the loop itself', ['Resources', 'Fn::ForEach::Services'], '14:3'],
])('of %s the place in the file is found', (_, path, expected) => {
  const stack = stackOf(services, 'web');
  stack.resources();
  const { line, column } = stack.locate(path);
  expect(`${line}:${column}`).toBe(expected);
});

test('of a loop over nobody knows what, each resource may be there, and what the loop would put into it is unknown', () => {
  const stack = stackOf(services), why = 'because parameter Names has no value here and no default';
  expect(stack.resources().map(({ id, type, exists }) => [id, type, exists.state])).toEqual([
    ['Cluster', 'AWS::ECS::Cluster', 'known'], ['${Name}Task', 'AWS::ECS::TaskDefinition', 'unknown'],
    ['${Name}TaskRole', 'AWS::IAM::Role', 'unknown'], ['${Name}ExecutionRole', 'AWS::IAM::Role', 'unknown'],
  ]);
  expect(show(stack.resource('${Name}Task')?.properties.get('ContainerDefinitions'))).toBe(`[{ Name: \${?} ${why}, Image: "busybox" }]`);
  expect(show(stack.resource('${Name}TaskRole')?.properties.get('RoleName'))).toBe(`\${?}-Task ${why}`);
  expect(stack.locate(['Resources', '${Name}TaskRole', 'Properties', 'RoleName'])).toEqual({ line: 32, column: 37 });
  expect(show(stack.resource('Cluster')?.properties)).toBe('{  }');
});

test.each([
  ['text', '"${X}-${Y}"', '${?}-${Y}'], ['text with letters and digits alone', '"a&{X}"', 'a${?}'], ['Ref', '!Ref X', '${?}'],
  ['Fn::Sub', "!Sub '${X}-${Cluster}-&{X}'", '${?}-${Cluster}-${?}'], ['Fn::Sub with variables', "!Sub ['${a}-b', { a: '${X}' }]", '${?}-b'],
])('what such a loop puts into a %s is unknown', (_, written, expected) => {
  const stack = stackOf(`Parameters: { Names: { Type: CommaDelimitedList } }\nResources: { Cluster: { Type: AWS::ECS::Cluster }, `
    + `'Fn::ForEach::L': [X, !Ref Names, { 'A\${X}': { Type: A::B::C, Properties: { Value: ${written} } } }] }`);
  expect(show(stack.resource('A${X}')?.properties.get('Value'))).toMatch(new RegExp(`^${expected.replace(/[${?}]/g, '\\$&')} because`));
});

test.each([
  ['makes a key twice', '[X, [a, b], { C: { Type: AWS::SNS::Topic, Properties: { Value: !Ref Cluster } } }]'], ['has no collection', '[X, !Ref Cluster]'],
  ['makes more than a template may hold', `[X, ['${'x'.repeat(3000)}'], { C: { Type: AWS::SNS::Topic, Properties: { Cluster: !Ref Cluster, Value: '${'${X}'.repeat(3000)}' } } }]`],
])('a loop that %s is a stranger, who may do anything with what it is handed', (_, loop) => {
  const deployment = new Deployment([{ name: 'stack', document: parseYaml('s.yaml', `Resources: { Cluster: { Type: AWS::ECS::Cluster }, 'Fn::ForEach::L': ${loop} }`) }]);
  expect(extractModel(deployment).strangers).toMatchObject([{ id: 'Fn::ForEach::L', exists: { state: 'unknown' }, handed: new Set(['stack Cluster']) }]);
});

test('what refers to the resource of such a loop is unknown for the same reason', () => {
  const stack = stackOf(`${services}  Ref: { Value: !Ref webTask }\n`);
  expect(show(stack.output('Ref'))).toBe('${?} because parameter Names has no value here and no default');
});

test('a loop over what only itself can tell comes to an end', () => {
  const around = 'Resources: { Inner: { Type: AWS::CloudFormation::Stack, Properties: { Parameters: { Names: !GetAtt Inner.Outputs.webName } } } }';
  const deployment = new Deployment([
    { name: 'app', document: parseYaml('app.yaml', around) },
    { name: 'inner', document: parseYaml('inner.yaml', services), nestedIn: { stack: 'app', resource: 'Inner' } },
  ]);
  expect(deployment.resources().map(({ id }) => id)).toEqual(['Inner', 'Cluster', '${Name}Task', '${Name}TaskRole', '${Name}ExecutionRole']);
});
