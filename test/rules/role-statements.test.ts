import { dryRun } from '../../lib/dry-run';
import { templateOf } from '../../lib/pages/example-template';
import type { ReportFinding } from '../../lib/report/report';
import type { Example } from '../../lib/rules/example';
import { examples } from '../../lib/rules/examples-registry';
import { parseJson } from '../../lib/template/parse-json';

type Template = { Resources: Record<string, { Properties?: Record<string, unknown> }> };

const rules = ['execution', 'task', 'instance', 'infrastructure', 'launcher'].map(kind => `${kind}-role-permissions`);

function findingsIn(template: Template, rule: string): readonly ReportFinding[] {
  return dryRun([[{ name: 'example', document: parseJson('example.json', JSON.stringify(template)) }]]).report.findings.filter(finding => finding.rule === rule);
}

const cases = examples.filter(({ rule }) => rules.includes(rule)).flatMap(({ rule, bad }) => bad.map((example): [string, string, Example] => [rule, example.name, example]));

// Where something denies it, there is nothing to add.
const nothingToAdd = /^(Take that out|Allow that in)/;

test.each(cases)('%s: what the fix of "%s" says, pasted, settles it', (rule, _, example) => {
  const template = JSON.parse(JSON.stringify(templateOf(example))) as Template;
  for (const { fix = '', resource } of findingsIn(template, rule)) {
    const [, role = resource, statements] = /to a policy of (\w+): (.*)$/.exec(fix) ?? [], [, key = '', added] = /^Add to KeyPolicy of (\w+): (.*)$/.exec(fix) ?? [];
    if (added !== undefined) {
      (template.Resources[key]?.Properties?.KeyPolicy as { Statement: unknown[] }).Statement.push(...JSON.parse(`[${added}]`) as unknown[]);
      continue;
    }
    if (statements === undefined) {
      expect(fix).toMatch(nothingToAdd);
      continue;
    }
    const properties = (template.Resources[role] ??= {}).Properties ??= {};
    properties.Policies = [...(properties.Policies ?? []) as unknown[], { PolicyName: 'pasted', PolicyDocument: { Statement: JSON.parse(`[${statements}]`) as unknown } }];
  }
  expect(findingsIn(template, rule).filter(({ fix = '' }) => !nothingToAdd.test(fix))).toEqual([]);
});

test.each([
  ['ExecutionRoleArn', 'secretsmanager:GetSecretValue', 'TaskRole may do that, but it is the task role, which the containers have: ECS starts the task with the execution role.'],
  ['TaskRoleArn', 'ssmmessages:CreateControlChannel', 'TaskRole may do that, but it is the execution role, with which ECS starts the task: in the containers the task role counts.'],
])('a finding about the %s that lacks %s tells that the other role has it', (property, action, told) => {
  const [wrong = '', right = ''] = property === 'ExecutionRoleArn' ? ['TaskRoleArn', property] : ['ExecutionRoleArn', property];
  const template = templateOf({
    name: '', over: 'fargateService', template: `
      Resources:
        Password: { Type: AWS::SecretsManager::Secret }
        TaskRole:
          Type: AWS::IAM::Role
          Properties:
            AssumeRolePolicyDocument: { Statement: [{ Effect: Allow, Principal: { Service: ecs-tasks.amazonaws.com }, Action: sts:AssumeRole }] }
            Policies: [{ PolicyName: all, PolicyDocument: { Statement: { Effect: Allow, Action: ['secretsmanager:*', 'ssmmessages:*'], Resource: '*' } } }]
        Task:
          Properties:
            ${right}: !GetAtt ExecutionRole.Arn
            ${wrong}: !GetAtt TaskRole.Arn
            ContainerDefinitions: [{ Name: web, Image: public.ecr.aws/nginx/nginx:stable, Secrets: [{ Name: PASSWORD, ValueFrom: !Ref Password }] }]
        Service: { Properties: { EnableExecuteCommand: true } }
    `,
  }) as unknown as Template;
  const findings = rules.flatMap(rule => findingsIn(template, rule)).filter(({ message }) => message.includes(action));
  expect(findings.map(({ resource, message }) => [resource, message.endsWith(told)])).toEqual([['ExecutionRole', true]]);
});
