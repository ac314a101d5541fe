import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RoleReport } from '../../lib/report/roles/role-report';
import { drydock } from '../support/command';
import { folderOf } from '../support/folder';

const template = `
Parameters: { Stage: { Type: String } }
Resources:
  Role:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument: { Statement: [{ Effect: Allow, Principal: { Service: ecs-tasks.amazonaws.com }, Action: sts:AssumeRole }] }
      Policies: [{ PolicyName: start, PolicyDocument: { Statement: { Effect: Allow, Action: ssm:GetParameters, Resource: !Sub 'arn:aws:ssm:*:*:parameter/\${Stage}/*' } } }]
  Task:
    Type: AWS::ECS::TaskDefinition
    Properties:
      RequiresCompatibilities: [FARGATE]
      NetworkMode: awsvpc
      Cpu: '256'
      Memory: '512'
      ExecutionRoleArn: !GetAtt Role.Arn
      ContainerDefinitions: [{ Name: web, Image: public.ecr.aws/nginx/nginx:stable, Secrets: [{ Name: MODE, ValueFrom: /test/mode }] }]
`;

function answerOf(words: readonly string[]): readonly unknown[] {
  const { stdout, stderr, status } = drydock(folderOf({ 'shop.yaml': template }), ['roles', 'shop.yaml', '--format', 'json', ...words]);
  const [role] = (JSON.parse(stdout) as RoleReport).taskDefinitions[0]?.roles ?? [];
  return [status, stderr, role?.needed[0]?.answer, role?.needed[0]?.resolveWith];
}

test('it takes what check takes, and fails where something is missing', () => {
  expect(answerOf([])).toEqual([0, '', 'undecided', '--parameter Stage=VALUE']);
  expect(answerOf(['--parameter', 'Stage=test'])).toEqual([0, '', 'granted', undefined]);
  expect(answerOf(['--parameter', 'Stage=live'])).toEqual([1, '', 'missing', undefined]);
  expect(answerOf(['--parameter', 'Stage=live', '--fail-on', 'never'])).toEqual([0, '', 'missing', undefined]);
});

test('formats go into files, and text to stdout; one that it has not is refused', () => {
  const folder = folderOf({ 'shop.yaml': template });
  expect(drydock(folder, ['roles', 'shop.yaml', '--parameter', 'Stage=test', '--format', 'markdown=roles.md']).stdout).toMatch(/^1 role of 1 task definition: 1 granted, 0 missing, 0 undecided; 0 wide grants\.$/m);
  expect(readFileSync(join(folder, 'roles.md'), 'utf8')).toMatch(/^\| execution: Role \| granted \|/m);
  const { status, stderr } = drydock(folder, ['roles', 'shop.yaml', '--format', 'sarif']);
  expect([status, stderr]).toEqual([2, 'drydock: There is no format sarif. There are text, json, markdown.\n']);
});
