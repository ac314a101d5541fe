import { validate, type Schema } from 'jsonschema';
import { templateOf } from '../lib/pages/example-template';
import { renderRolesMarkdown } from '../lib/report/roles/markdown';
import type { ReportNeed, ReportRole, RoleReport } from '../lib/report/roles/role-report';
import { renderRolesText } from '../lib/report/roles/text';
import { isMissingTooMuch } from '../lib/report/roles/verdict';
import { roleReport } from '../lib/role-report';
import type { BaseStackName } from '../lib/rules/base-stacks';
import { examples } from '../lib/rules/examples-registry';
import { parseJson } from '../lib/template/parse-json';
import schema from '../schemas/roles.schema.json';

function reportOn(template: object): RoleReport {
  return roleReport([[{ name: 'shop', document: parseJson('shop.json', JSON.stringify(template)) }]]);
}

function shop(changes: string, over: BaseStackName = 'fargateService'): RoleReport {
  return reportOn(templateOf({ name: 'shop', over, template: changes }));
}

/** The roles of the one task definition, by kind. */
function rolesIn({ taskDefinitions: [task] }: RoleReport): Readonly<Partial<Record<ReportRole['kind'], ReportRole>>> {
  return Object.fromEntries((task?.roles ?? []).map(role => [role.kind, role]));
}

function said({ needed }: ReportRole): readonly string[] {
  return needed.map(({ answer, to, whose, actions, resource }: ReportNeed) => `${answer}: ${to} (${whose.join(', ')}): ${actions.join(', ')} on ${resource}`);
}

const secret = `
  Resources:
    Password: { Type: AWS::SecretsManager::Secret }
    TaskRole:
      Type: AWS::IAM::Role
      Properties:
        AssumeRolePolicyDocument: { Statement: [{ Effect: Allow, Principal: { Service: ecs-tasks.amazonaws.com }, Action: sts:AssumeRole }] }
        Policies: [{ PolicyName: app, PolicyDocument: { Statement: [{ Effect: Allow, Action: 's3:*', Resource: '*' }, { Effect: Allow, Action: ['ssmmessages:*', sqs:SendMessage], Resource: '*' }] } }]
    Task:
      Properties:
        TaskRoleArn: !GetAtt TaskRole.Arn
        ContainerDefinitions: [{ Name: web, Image: 111122223333.dkr.ecr.eu-west-1.amazonaws.com/web:1, Secrets: [{ Name: PASSWORD, ValueFrom: !Ref Password }] }]
    Service: { Properties: { EnableExecuteCommand: true } }
`;

test('what is needed is granted or missing, with the statement that is missing', () => {
  const { execution } = rolesIn(shop(secret));
  expect(execution && said(execution)).toEqual([
    'granted: log in to Amazon ECR (container web): ecr:GetAuthorizationToken on *',
    'granted: pull the image (container web): ecr:BatchGetImage, ecr:GetDownloadUrlForLayer on arn:${AWS::Partition}:ecr:eu-west-1:111122223333:repository/web',
    'missing: fetch the secret (container web): secretsmanager:GetSecretValue on ${Password}',
  ]);
  expect(execution?.needed[2]?.statement).toEqual({ Effect: 'Allow', Action: 'secretsmanager:GetSecretValue', Resource: { Ref: 'Password' } });
});

test('what is granted and nothing seen needs is told, and so is what reaches further than any need', () => {
  const { task } = rolesIn(shop(secret));
  expect(task && said(task)).toEqual(['granted: open the channel of ECS Exec (): ssmmessages:CreateControlChannel, ssmmessages:CreateDataChannel, ssmmessages:OpenControlChannel, ssmmessages:OpenDataChannel on *']);
  expect(task?.unneeded.map(({ actions }) => actions)).toEqual([['s3:*'], ['sqs:SendMessage']]);
  expect(task?.wide.map(({ because }) => because)).toEqual(['every action of s3', 'every action of ssmmessages']);
});

test.each([
  ['ManagedPolicyArns: [arn:aws:iam::aws:policy/AdministratorAccess]', ['it is an administrator']],
  ['ManagedPolicyArns: [arn:aws:iam::aws:policy/service-role/AmazonECSTaskExecutionRolePolicy]', []],
  ["Policies: [{ PolicyName: p, PolicyDocument: { Statement: { Effect: Allow, NotAction: 'iam:*', Resource: '*' } } }]", ['every action but these']],
  ["Policies: [{ PolicyName: p, PolicyDocument: { Statement: { Effect: Allow, Action: [ecr:GetAuthorizationToken, 'ecr:BatchGet*'], Resource: '*' } } }]", ['every resource, where one is needed']],
])('%s is wide: %j', (policies, because) => {
  const { execution } = rolesIn(shop(`
    Resources:
      ExecutionRole: { Properties: { ManagedPolicyArns: null, ${policies} } }
      Task: { Properties: { ContainerDefinitions: [{ Name: web, Image: 111122223333.dkr.ecr.eu-west-1.amazonaws.com/web:1 }] } }
  `));
  expect(execution?.wide.map(grant => grant.because)).toEqual(because);
});

test('all who work for the tasks are there: of instances, of ECS, of whoever starts them', () => {
  expect(shop('', 'ec2Service').taskDefinitions[0]?.roles.map(({ kind, role }) => [kind, role])).toEqual([['execution', 'ExecutionRole'], ['task', undefined], ['instance', 'InstanceRole']]);
  expect(shop('', 'scheduledTask').taskDefinitions[0]?.roles.map(({ kind, role }) => [kind, role])).toEqual([['execution', 'ExecutionRole'], ['task', undefined], ['launcher', 'EventsRole']]);
});

test('of a role elsewhere nothing is known, and the table says what would tell', () => {
  const { execution } = rolesIn(shop(`
    Resources:
      ExecutionRole: null
      Task: { Properties: { ExecutionRoleArn: arn:aws:iam::111122223333:role/starter, ContainerDefinitions: [{ Name: web, Image: 111122223333.dkr.ecr.eu-west-1.amazonaws.com/web:1 }] } }
  `));
  expect(execution).toMatchObject({ role: 'arn:aws:iam::111122223333:role/starter', needed: [{ answer: 'undecided' }, { answer: 'undecided' }] });
  expect(execution?.needed[0]?.resolveWith).toMatch(/existing\.roles in drydock\.json/);
});

test('what is not known of a task may ask for more, and is told', () => {
  const report = shop(`
    Parameters: { Files: { Type: CommaDelimitedList } }
    Resources: { Task: { Properties: { ContainerDefinitions: [{ Name: web, Image: public.ecr.aws/nginx/nginx:stable, EnvironmentFiles: !Ref Files }] } } }
  `);
  expect(rolesIn(report).execution?.open).toEqual([{ reason: 'parameter Files has no value here and no default', resolveWith: '--parameter Files=VALUE' }]);
  expect(report.summary.undecided).toBe(1);
  expect(renderRolesText(report)).toContain('    undecided  it may need more: parameter Files has no value here and no\n');
});

test('the command fails where what is missing stops the deployment', () => {
  const telemetry = shop(`
    Resources:
      InstanceRole: { Properties: { ManagedPolicyArns: null, Policies: [{ PolicyName: p, PolicyDocument: { Statement: { Effect: Allow, Action: ['ecs:D*', 'ecs:P*', 'ecs:R*', 'ecs:Submit*'], Resource: '*' } } }] } }
  `, 'ec2Service');
  expect(telemetry.summary.missing).toBe(1);
  expect((['error', 'warning', 'never'] as const).map(failOn => isMissingTooMuch(telemetry, failOn))).toEqual([false, true, false]);
  expect((['error', 'warning', 'never'] as const).map(failOn => isMissingTooMuch(shop(secret), failOn))).toEqual([true, true, false]);
});

test('as text it is read by people, and shows nothing that could move a cursor', () => {
  const text = renderRolesText(shop(secret.replace('Name: web', 'Name: "we\\eb"')));
  expect(text).toContain('  execution role: ExecutionRole, assumed by ecs-tasks.amazonaws.com\n    granted    log in to Amazon ECR (container we\\u001bb):\n');
  expect(text).toContain('    wide       every action of s3: s3:* on *, by');
  expect(text).toMatch(/2 roles of 1 task definition: 3 granted, 1 missing, 0 undecided; 2 wide grants\.\n$/);
  expect(renderRolesText(shop(secret), { quiet: true })).not.toContain('granted  ');
});

test('as Markdown it is a table for each task definition', () => {
  expect(renderRolesMarkdown(shop(secret))).toContain('| execution: ExecutionRole | **missing** | fetch the secret (container web) | `secretsmanager:GetSecretValue` on `${Password}` |\n');
});

test('the reports on the examples of all rules on roles are as the schema says, and the same for the same input', () => {
  const templates = examples.filter(({ rule }) => rule.includes('role')).flatMap(({ bad, unknown = [] }) => [...bad, ...unknown]).map(templateOf);
  for (const template of templates) {
    const report = reportOn(template);
    expect(validate(JSON.parse(JSON.stringify(report)), schema as Schema).errors.map(String)).toEqual([]);
    expect(reportOn(template)).toEqual(report);
  }
});

test('what AWS has a policy for is granted by that policy: nothing of it stays open', () => {
  const { others } = shop(`
    Resources:
      GatewayRole:
        Type: AWS::IAM::Role
        Properties:
          AssumeRolePolicyDocument: { Statement: [{ Effect: Allow, Principal: { Service: ecs.amazonaws.com }, Action: sts:AssumeRole }] }
          ManagedPolicyArns: [arn:aws:iam::aws:policy/service-role/AmazonECSInfrastructureRoleforExpressGatewayServices]
      Express:
        Type: AWS::ECS::ExpressGatewayService
        Properties: { ExecutionRoleArn: !GetAtt ExecutionRole.Arn, InfrastructureRoleArn: !GetAtt GatewayRole.Arn, PrimaryContainer: { Image: 111122223333.dkr.ecr.eu-west-1.amazonaws.com/web:1 } }
  `);
  const needed = others.flatMap(role => role.needed);
  expect(needed.length).toBeGreaterThan(8);
  expect(needed.filter(({ answer }) => answer !== 'granted')).toEqual([]);
});
