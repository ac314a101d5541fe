import { dryRun } from '../../lib/dry-run';
import { extractModel } from '../../lib/model/extract';
import { Deployment } from '../../lib/template/deployment';
import { parseYaml } from '../../lib/template/parse-yaml';
import { show } from '../support/evaluate';

function read(template: string): { readonly resources: readonly string[]; readonly strangers: readonly string[] } {
  const deployment = new Deployment([{ name: 'stack', document: parseYaml('stack.yaml', template) }]);
  return {
    resources: deployment.resources().map(({ id, exists, properties }) => `${id} ${exists.state} ${show(properties.get('RoleName'))}`),
    strangers: extractModel(deployment).strangers.map(({ id }) => id),
  };
}

const role = 'Role: { Type: AWS::IAM::Role, Properties: { RoleName: mine } }', known = 'Role known "mine"';
const rewritten = 'Role unknown ${?} or absent because what macro Mine makes of this is in none of the templates given here';

test.each([
  ['AWS::LanguageExtensions', known, []],
  ['AWS::Serverless-2016-10-31', known, []],
  ['[AWS::LanguageExtensions, AWS::Serverless-2016-10-31, AWS::CodeDeployBlueGreen, AWS::SecretsManager-2024-09-16]', known, []],
  ['Mine', rewritten, ['Fn::Transform']],
  ['[Mine, AWS::LanguageExtensions]', rewritten, ['Fn::Transform']],
  ['{ Name: Mine, Parameters: { a: b } }', rewritten, ['Fn::Transform']],
  ['{ Name: AWS::Include, Parameters: { Location: s3://shop/more.yaml } }', known, ['Fn::Transform']],
  ['[{ Name: AWS::Include }, { Name: Mine }]', rewritten, ['Fn::Transform']],
  ['[]', known, []],
])('with Transform: %s a resource is: %s', (transform, expected, strangers) => {
  const found = read(`Transform: ${transform}\nResources: { ${role} }`);
  expect(found.resources[0]).toBe(expected);
  expect(found.strangers).toEqual(strangers);
});

const included = '${?} because what AWS::Include brings from s3://shop/more.yaml is in none of the templates given here';
const include = "'Fn::Transform': { Name: AWS::Include, Parameters: { Location: s3://shop/more.yaml } }", macro = "'Fn::Transform': { Name: Mine }";

test('what is included among the resources leaves those that are written there as they are', () => {
  expect(read(`Resources: { ${role}, ${include} }`)).toEqual({ resources: [known, expect.stringMatching(/^Fn::Transform unknown /)], strangers: ['Fn::Transform'] });
});

test('a macro among the resources may make anything of them', () => {
  expect(read(`Resources: { ${role}, ${macro} }`)).toEqual({ resources: [expect.stringMatching(/^Fn::Transform unknown /)], strangers: ['Fn::Transform'] });
});

test.each([
  ['AWS::Include beside it', `RoleName: mine, ${include}`, 'RoleName', '"mine"'],
  ['AWS::Include in its place', include, 'RoleName', included.replace('because', 'or absent because')],
  ['AWS::Include in the map below', `Tags: { ${include}, a: b }`, 'Tags', included.replace(' because', ' with a: "b" because')],
  ['a macro beside it', `RoleName: mine, ${macro}`, 'RoleName', '${?} or absent because what macro Mine makes of this is in none of the templates given here'],
  ['a macro in another place', `RoleName: mine, Path: { ${macro} }`, 'RoleName', '"mine"'],
  ['a macro itself', `RoleName: { ${macro} }`, 'RoleName', '${?} because what macro Mine makes of this is in none of the templates given here'],
])('a property with %s', (_, properties, name, expected) => {
  const { stacks } = new Deployment([{ name: 'stack', document: parseYaml('stack.yaml', `Resources: { Role: { Type: AWS::IAM::Role, Properties: { ${properties} } } }`) }]);
  expect(show(stacks.get('stack')?.resource('Role')?.properties.get(name))).toBe(expected);
});

test.each([
  ['!FindInMap [Sizes, web, Cpu]', '256'], ['!FindInMap [Sizes, web, Memory]', included.replace('because', 'or absent because')], ['!FindInMap [Sizes, api, Cpu]', '512'],
])('of mappings that include more, %s is %s', (written, expected) => {
  const { stacks } = new Deployment([{ name: 'stack', document: parseYaml('stack.yaml',
    `Mappings: { Sizes: { web: { Cpu: 256, ${include} }, api: { Cpu: 512 } } }\nResources: { Role: { Type: AWS::IAM::Role, Properties: { Value: ${written} } } }`) }]);
  expect(show(stacks.get('stack')?.resource('Role')?.properties.get('Value'))).toBe(expected);
});

const sinking = `
Resources:
  Task:
    Type: AWS::ECS::TaskDefinition
    Properties: { RequiresCompatibilities: [FARGATE], NetworkMode: awsvpc, Cpu: 256, Memory: 4096, ContainerDefinitions: [{ Name: app, Image: busybox }] }
`;

test.each([['AWS::Serverless-2016-10-31', 1, 0], ['Mine', 0, 1]])('under Transform: %s there are %i errors of the size of a task, and %i that cannot be told', (transform, errors, undecided) => {
  const { report } = dryRun([[{ name: 'stack', document: parseYaml('stack.yaml', `Transform: ${transform}${sinking}`) }]]);
  expect(report.findings.filter(({ rule }) => rule === 'fargate-task-size')).toHaveLength(errors);
  expect(Math.sign(report.undecided.filter(({ resource }) => resource === 'Task').length)).toBe(undecided);
  expect(report.summary.errors).toBe(errors);
});

test('of what AWS SAM makes, only applications and connectors may do anything with what they are handed', () => {
  const types = ['Function', 'Api', 'HttpApi', 'SimpleTable', 'StateMachine', 'Application', 'Connector'];
  const { strangers } = read(`Transform: AWS::Serverless-2016-10-31\nResources: { ${types.map(type => `${type}: { Type: AWS::Serverless::${type} }`).join(', ')} }`);
  expect(strangers).toEqual(['Application', 'Connector']);
});

test('the hooks of a blue/green deployment by CloudFormation are no resources', () => {
  const hooks = 'Hooks: { Green: { Type: AWS::CodeDeploy::BlueGreen, Properties: { Applications: [{ Target: { Type: AWS::ECS::Service, LogicalID: Service } }] } } }';
  expect(read(`Transform: [AWS::CodeDeployBlueGreen]\n${hooks}\nResources: { ${role} }`)).toEqual({ resources: [known], strangers: [] });
});
