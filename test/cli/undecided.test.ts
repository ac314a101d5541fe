import { parseConfig } from '../../lib/config/parse-config';
import { dryRun } from '../../lib/dry-run';
import { renderText } from '../../lib/report/text/text';
import { parseTemplate } from '../../lib/template/parse';
import { anUndecided, aReport } from '../report/sample';

/** A service that finds nearly everything elsewhere. */
const template = `
Parameters:
  Image: { Type: String }
  Subnets: { Type: 'List<AWS::EC2::Subnet::Id>' }
Resources:
  Task:
    Type: AWS::ECS::TaskDefinition
    Properties:
      Cpu: 256
      Memory: 512
      NetworkMode: awsvpc
      RequiresCompatibilities: [FARGATE]
      ExecutionRoleArn: arn:aws:iam::123456789012:role/exec
      ContainerDefinitions: [{ Name: app, Image: !Ref Image, PortMappings: [{ ContainerPort: 80 }] }]
  Service:
    Type: AWS::ECS::Service
    Properties:
      ServiceName: !Sub '\${AWS::StackName}-service'
      Cluster: !ImportValue shared-cluster
      LaunchType: FARGATE
      TaskDefinition: !Ref Task
      NetworkConfiguration: { AwsvpcConfiguration: { Subnets: !Ref Subnets, SecurityGroups: [!ImportValue shared-group] } }
`;

const document = parseTemplate('shop.yaml', template);

function check(config: string) {
  return dryRun([[{ name: 'shop', document, region: 'eu-west-1', account: '123456789012' }]], { config: parseConfig('drydock.json', config) }).report;
}

/** What to paste, out of the text that is printed. */
function pasted(config: string): string {
  return /^\{.*^\}/ms.exec(renderText(check(config), { undecided: true }))?.[0] ?? '';
}

/** What somebody who knows the account fills in, by what stands between the brackets. */
const answers: Readonly<Record<string, unknown>> = {
  'parameters.Image': 'public.ecr.aws/nginx/nginx:stable', 'parameters.Subnets': 'subnet-1,subnet-2', 'stackNames.shop': 'shop-prod',
  'imports.shared-cluster': 'prod', 'imports.shared-group': 'sg-1',
  'existing.roles.arn:aws:iam::123456789012:role/exec': { trusts: ['ecs-tasks.amazonaws.com'], managedPolicies: ['arn:aws:iam::aws:policy/service-role/AmazonECSTaskExecutionRolePolicy'] },
  'existing.clusters.prod': { capacityProviders: ['FARGATE'] },
  'existing.subnets.subnet-1': { vpc: 'vpc-1', zone: 'eu-west-1a', cidr: '10.0.1.0/24', routesTo: 'NAT gateway' },
  'existing.subnets.subnet-2': { vpc: 'vpc-1', zone: 'eu-west-1b', cidr: '10.0.2.0/24', routesTo: 'NAT gateway' },
  'existing.vpcs.vpc-1': { cidr: '10.0.0.0/16', internetGateway: true, mainRoutesTo: 'nothing' },
  'existing.securityGroups.sg-1': { vpc: 'vpc-1', ingress: [] },
};

function filled(value: unknown, path = ''): unknown {
  if (answers[path] !== undefined) return answers[path];
  if (typeof value !== 'object' || value === null) throw new Error(`nobody knows ${path}`);
  return Object.fromEntries(Object.entries(value).map(([key, below]) => [key, filled(below, path === '' ? key : `${path}.${key}`)]));
}

function merged(a: unknown, b: unknown): unknown {
  if (typeof a !== 'object' || a === null || typeof b !== 'object' || b === null) return b;
  return Object.fromEntries([...Object.entries(a), ...Object.entries(b).map(([key, value]) => [key, merged(own(a, key), value)] as const)]);
}

function own(map: object, key: string): unknown {
  return (map as Readonly<Record<string, unknown>>)[key];
}

test('what is printed, pasted and filled in settles every answer', () => {
  let config: unknown = {};
  // What is behind an import or a parameter is asked for when that is known.
  for (let wanted = pasted('{}'), round = 0; wanted !== '' && round < 6; wanted = pasted(JSON.stringify(config)), round++) {
    config = merged(config, filled(JSON.parse(wanted)));
  }
  expect(check('{}').undecided).not.toEqual([]);
  expect(check(JSON.stringify(config))).toMatchObject({ undecided: [], findings: [] });
});

test('what is pasted is refused until it is filled in, each gap by its place', () => {
  expect(() => check(pasted('{}'))).toThrow(/drydock\.json:\d+:\d+ parameters\.Subnets is still to be filled in\./);
});

test('what settles most comes first, with the rules and the resources that wait for it; what nobody can tell is counted apart', () => {
  const give = { imports: { cluster: '<what it exports>' } };
  const text = renderText(aReport({ undecided: [
    anUndecided({ give: { parameters: { Memory: '<Number>' } } }),
    anUndecided({ rule: 'task-placement', resource: 'Web', give }), anUndecided({ rule: 'launch-compatibility', resource: 'Web', give }),
    anUndecided({ resolveWith: 'the template of the nested stack Vpc' }), anUndecided({ resolveWith: '' }),
  ] }), { undecided: true, width: 120 });
  expect(text.split('\n').slice(0, 13)).toEqual([
    'drydock.json would settle 3 answers',
    '   2  imports.cluster    task-placement, launch-compatibility at Web',
    '   1  parameters.Memory  fargate-task-size at WebTask',
    '',
    'Ready to paste, once what stands between < and > is filled in:',
    '',
    ...JSON.stringify({ parameters: { Memory: '<Number>' }, ...give }, null, 2).split('\n').slice(0, 7),
  ]);
  expect(text).toContain('Something else would settle 1 answer\n   1  the template of the nested stack Vpc  fargate-task-size at WebTask');
  expect(text).toContain('1 answer cannot be told by anybody before the deployment.');
});

test('each answer says by itself what would settle it', () => {
  for (const { give, resolveWith } of check('{}').undecided) {
    expect(give).toBeDefined();
    expect(resolveWith).not.toBe('');
  }
});

test('where nothing is undecided, it says so', () => {
  const floating = parseTemplate('shop.json', '{"Resources":{"Topic":{"Type":"AWS::SNS::Topic"}}}');
  expect(renderText(dryRun([[{ name: 'shop', document: floating }]]).report, { undecided: true })).toContain('Nothing is undecided.');
});
