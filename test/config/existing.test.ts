import { parseConfig } from '../../lib/config/parse-config';
import { dryRun } from '../../lib/dry-run';
import type { Report } from '../../lib/report/report';
import { parseTemplate } from '../../lib/template/parse';

/** A service on Fargate that finds all around it in the account. */
const template = {
  Resources: {
    Task: {
      Type: 'AWS::ECS::TaskDefinition',
      Properties: {
        Cpu: '256', Memory: '512', NetworkMode: 'awsvpc', RequiresCompatibilities: ['FARGATE'],
        ExecutionRoleArn: 'arn:aws:iam::123456789012:role/exec',
        ContainerDefinitions: [{
          Name: 'app', Image: '123456789012.dkr.ecr.eu-west-1.amazonaws.com/app:1',
          LogConfiguration: { LogDriver: 'awslogs', Options: { 'awslogs-group': { 'Fn::ImportValue': 'shared-logs' }, 'awslogs-region': 'eu-west-1', 'awslogs-stream-prefix': 'app' } },
        }],
      },
    },
    Service: {
      Type: 'AWS::ECS::Service',
      Properties: {
        Cluster: 'prod', LaunchType: 'FARGATE', DesiredCount: 2, TaskDefinition: { Ref: 'Task' },
        NetworkConfiguration: { AwsvpcConfiguration: { Subnets: { 'Fn::Split': [',', { 'Fn::ImportValue': 'shared-subnets' }] }, SecurityGroups: ['sg-1'] } },
      },
    },
  },
};

const execution = { trusts: ['ecs-tasks.amazonaws.com'], managedPolicies: ['arn:aws:iam::aws:policy/service-role/AmazonECSTaskExecutionRolePolicy'] };

/** All that the service finds there, as it should be. */
const account = {
  vpcs: { 'vpc-1': { cidr: '10.0.0.0/16' } },
  subnets: {
    'subnet-1': { vpc: 'vpc-1', zone: 'eu-west-1a', cidr: '10.0.1.0/24', routesTo: 'NAT gateway' },
    'subnet-2': { vpc: 'vpc-1', zone: 'eu-west-1b', cidr: '10.0.2.0/24', routesTo: 'NAT gateway' },
  },
  securityGroups: { 'sg-1': { vpc: 'vpc-1', ingress: [] } },
  roles: { exec: execution },
  clusters: { prod: { capacityProviders: ['FARGATE'], defaultStrategy: [] } },
  resources: { '/shop/app': { Type: 'AWS::Logs::LogGroup' } },
};
const imports = { 'shared-subnets': 'subnet-1,subnet-2', 'shared-logs': '/shop/app' };

function check(config: object, root: object = template): Report {
  const document = parseTemplate('shop.json', JSON.stringify(root));
  return dryRun([[{ name: 'shop', document, region: 'eu-west-1', account: '123456789012' }]], { config: parseConfig('drydock.json', JSON.stringify(config, null, 2)) }).report;
}

function rulesOf({ findings }: Report): readonly string[] {
  return findings.map(({ rule }) => rule);
}

test('what drydock.json says of the account settles what the template leaves open', () => {
  expect(check({}).undecided).not.toEqual([]);
  const report = check({ imports, existing: account });
  expect(report).toMatchObject({ findings: [], undecided: [] });
});

test('the account is no input, and its resources are not counted', () => {
  expect(check({ imports, existing: account })).toMatchObject({ inputs: [{ path: 'shop.json', stack: 'shop' }], summary: { resources: 2 } });
});

test('what the template makes use of stands among the assumptions, and nothing else that is said', () => {
  const more = { ...account, subnets: { ...account.subnets, 'subnet-3': {} }, vpcs: { ...account.vpcs, 'vpc-2': {} } };
  const facts = check({ imports: { ...imports, unused: 'x' }, existing: more }).assumptions.filter(({ because }) => because === 'drydock.json says so');
  expect(facts.map(({ fact }) => fact)).toEqual(['/shop/app', 'exec', 'import shared-logs', 'import shared-subnets', 'prod', 'sg-1', 'subnet-1', 'subnet-2', 'vpc-1']);
  expect(facts.find(({ fact }) => fact === 'import shared-subnets')?.value).toBe('subnet-1,subnet-2');
});

const vpc = account.vpcs['vpc-1'], withoutEndpoints = { vpcs: { 'vpc-1': { ...vpc, endpoints: [] } } };

/** Both subnets, with these facts laid over. */
function subnetsWith(facts: object): object {
  return { subnets: Object.fromEntries(Object.entries(account.subnets).map(([id, subnet]) => [id, { ...subnet, ...facts }])) };
}

test.each<[string, object, string]>([
  ['subnets that lead nowhere, in a VPC without endpoints', { ...withoutEndpoints, ...subnetsWith({ routesTo: 'nothing' }) }, 'task-network-path'],
  ['a security group that lets little out', { ...withoutEndpoints, securityGroups: { 'sg-1': { vpc: 'vpc-1', egress: [{ IpProtocol: 'tcp', FromPort: 80, ToPort: 80, CidrIp: '0.0.0.0/0' }] } } }, 'task-network-path'],
  ['a role that may do nothing', { roles: { exec: { ...execution, managedPolicies: [] } } }, 'execution-role-permissions'],
  ['a role that tasks may not take on', { roles: { exec: { ...execution, trusts: ['ec2.amazonaws.com'] } } }, 'role-trust'],
  ['subnets with too few free addresses', subnetsWith({ freeAddresses: 0 }), 'subnet-addresses'],
])('%s: found where the template makes use of it', (_, existing, rule) => {
  const { findings, undecided } = check({ imports, existing: { ...account, ...existing } });
  expect([...new Set(findings.map(finding => finding.rule))]).toEqual([rule]);
  expect(undecided).toEqual([]);
  expect(findings[0]).toMatchObject({ stack: 'shop', location: { file: 'shop.json' } });
});

test('what stands in the account is repaired there, and not by a change of a template', () => {
  const service = { ...template.Resources.Service.Properties, LaunchType: undefined, CapacityProviderStrategy: [{ CapacityProvider: 'FARGATE_SPOT', Weight: 1 }] };
  const { findings } = check({ imports, existing: account }, { Resources: { ...template.Resources, Service: { ...template.Resources.Service, Properties: service } } });
  expect(findings.map(({ rule, repair }) => [rule, repair])).toEqual([['capacity-provider-association', undefined]]);
});

test('a finding says where in drydock.json the thing stands that is in the way', () => {
  const { findings: [finding] } = check({ imports, existing: { ...account, ...withoutEndpoints, ...subnetsWith({ routesTo: 'nothing' }) } });
  expect(finding).toMatchObject({ resource: 'Service', related: expect.arrayContaining(['the account:subnet-1']) as unknown, valueFrom: { location: { file: 'drydock.json', line: 14 } } });
});

test.each<[string, object]>([
  ['endpoints of a VPC, where subnets lead nowhere', subnetsWith({ routesTo: 'nothing' })],
  ['where subnets lead', subnetsWith({ routesTo: undefined })],
  ['the VPC of subnets', subnetsWith({ vpc: undefined })],
  ['who may take on a role, and what it may', { roles: { exec: {} } }],
])('%s: what is not said is not known', (_, existing) => {
  const { findings, undecided } = check({ imports, existing: { ...account, ...existing } });
  expect(findings).toEqual([]);
  expect(undecided).not.toEqual([]);
});

test('subnets of a template in a VPC of the account have its main route table, which may lead anywhere', () => {
  const root = {
    Resources: {
      ...template.Resources, Subnet: { Type: 'AWS::EC2::Subnet', Properties: { VpcId: 'vpc-1', CidrBlock: '10.0.3.0/24', AvailabilityZone: 'eu-west-1a' } },
      Service: { ...template.Resources.Service, Properties: { ...template.Resources.Service.Properties, NetworkConfiguration: { AwsvpcConfiguration: { Subnets: [{ Ref: 'Subnet' }], SecurityGroups: ['sg-1'] } } } },
    },
  };
  const withVpc = (facts: object): Report => check({ imports, existing: { ...account, vpcs: { 'vpc-1': { ...vpc, endpoints: [], ...facts } } } }, root);
  expect(rulesOf(withVpc({}))).toEqual(['zone-loss-placement']);
  expect(withVpc({}).undecided.map(({ resolveWith }) => resolveWith)).toEqual(['existing.vpcs.vpc-1.mainRoutesTo in drydock.json']);
  expect(withVpc({ mainRoutesTo: 'NAT gateway' }).undecided).toEqual([]);
  expect(rulesOf(withVpc({ mainRoutesTo: 'nothing' }))).toContain('task-network-path');
});

/** A service on EC2, without network interfaces of its own. */
function onInstances(memory: number, properties: object): object {
  return {
    Resources: {
      Task: { Type: 'AWS::ECS::TaskDefinition', Properties: { ContainerDefinitions: [{ Name: 'app', Image: 'public.ecr.aws/nginx/nginx:stable', Memory: memory }] } },
      Service: { Type: 'AWS::ECS::Service', Properties: { LaunchType: 'EC2', DesiredCount: 2, TaskDefinition: { Ref: 'Task' }, ...properties } },
    },
  };
}

const instances = [{ type: 'm5.large', count: 2, zones: ['eu-west-1a', 'eu-west-1b'] }];

test.each<[string, string, object]>([
  ['by its name', 'prod', { Cluster: 'prod' }],
  ['by its ARN', 'prod', { Cluster: 'arn:aws:ecs:eu-west-1:123456789012:cluster/prod' }],
  ['that is the default of the account', 'default', {}],
])('tasks are placed on the container instances of a cluster of the account, named %s', (_, cluster, properties) => {
  const config = { existing: { clusters: { [cluster]: { capacityProviders: [], defaultStrategy: [], instances } } } };
  expect(check(config, onInstances(4096, properties)).scenarios[0]?.services).toMatchObject([{ outcome: 'succeeds', placed: 2 }]);
  expect(rulesOf(check(config, onInstances(9000, properties)))).toContain('task-placement');
});

test('a cluster of the account of which nobody says what instances it has leaves open where tasks run', () => {
  const { findings, undecided } = check({ existing: { clusters: { prod: { capacityProviders: [], defaultStrategy: [] } } } }, onInstances(9000, { Cluster: 'prod' }));
  expect(findings).toEqual([]);
  expect(undecided.map(({ resolveWith }) => resolveWith)).toContain('existing.clusters.prod.instances in drydock.json');
});

test('how container instances of the account reach a registry is open until their subnets are said', () => {
  const config = { existing: { clusters: { prod: { capacityProviders: [], defaultStrategy: [], instances } } } };
  const { findings, undecided } = check(config, onInstances(128, { Cluster: 'prod' }));
  expect(findings).toEqual([]);
  expect(undecided).toMatchObject([{ rule: 'task-network-path', resolveWith: 'existing.clusters.prod.instances in drydock.json' }]);
});

test('a cluster of the account without instances starts no task on EC2', () => {
  const config = { existing: { clusters: { prod: { capacityProviders: [], defaultStrategy: [], instances: [] } } } };
  expect(rulesOf(check(config, onInstances(128, { Cluster: 'prod' })))).toContain('container-instance-missing');
});

test('a capacity provider of the account brings as many instances as it may', () => {
  const general = [{ ...instances[0], count: 0, most: 4, capacityProvider: 'general' }];
  const config = { existing: { clusters: { prod: { capacityProviders: ['general'], defaultStrategy: [], instances: general } } } };
  const root = onInstances(6000, { Cluster: 'prod', LaunchType: undefined, CapacityProviderStrategy: [{ CapacityProvider: 'general', Weight: 1 }] });
  expect(check(config, root).scenarios[0]?.services).toMatchObject([{ outcome: 'succeeds', placed: 2 }]);
});

test('the setting awsvpcTrunking decides how many tasks with interfaces of their own an instance takes', () => {
  const config = (awsvpcTrunking: string): object => ({ accountSettings: { awsvpcTrunking }, existing: { clusters: { prod: { capacityProviders: [], defaultStrategy: [], instances } } } });
  const root = onInstances(128, { Cluster: 'prod', DesiredCount: 8, NetworkConfiguration: { AwsvpcConfiguration: { Subnets: ['subnet-1'] } } }) as { Resources: { Task: { Properties: object } } };
  Object.assign(root.Resources.Task.Properties, { NetworkMode: 'awsvpc' });
  expect(check(config('disabled'), root).scenarios[0]?.services).toMatchObject([{ placed: 4 }]);
  expect(check(config('enabled'), root).scenarios[0]?.services).toMatchObject([{ placed: 8 }]);
});

test('zones that are said are those that Fn::GetAZs gives', () => {
  const root = { Resources: {
    ...template.Resources,
    Subnet: { Type: 'AWS::EC2::Subnet', Properties: { VpcId: 'vpc-1', CidrBlock: '10.0.3.0/24', AvailabilityZone: { 'Fn::Select': [1, { 'Fn::GetAZs': '' }] } } },
    Service: { ...template.Resources.Service, Properties: { ...template.Resources.Service.Properties, NetworkConfiguration: { AwsvpcConfiguration: { Subnets: ['subnet-2', { Ref: 'Subnet' }] } } } },
  } };
  const zones = { 'eu-west-1': ['eu-west-1a', 'eu-west-1b'] };
  expect(rulesOf(check({ imports, existing: account, zones }, root))).toContain('zone-loss-placement');
  expect(rulesOf(check({ imports, existing: account }, root))).not.toContain('zone-loss-placement');
});

test('an image of the account is one of the kind that is said', () => {
  const root = { Resources: {
    Template: { Type: 'AWS::EC2::LaunchTemplate', Properties: { LaunchTemplateData: { InstanceType: 'm7g.large', ImageId: 'ami-1' } } },
    Group: { Type: 'AWS::AutoScaling::AutoScalingGroup', Properties: { MinSize: 1, MaxSize: 1, AvailabilityZones: ['eu-west-1a'], LaunchTemplate: { LaunchTemplateId: { Ref: 'Template' }, Version: '1' } } },
    Provider: { Type: 'AWS::ECS::CapacityProvider', Properties: { AutoScalingGroupProvider: { AutoScalingGroupArn: { Ref: 'Group' } } } },
  } };
  const ofArchitecture = (architecture: string): Report =>
    check({ existing: { images: { 'ami-1': `/aws/service/ecs/optimized-ami/amazon-linux-2023/${architecture}recommended/image_id` } } }, root);
  expect(rulesOf(ofArchitecture(''))).toContain('image-architecture');
  expect(rulesOf(ofArchitecture('arm64/'))).not.toContain('image-architecture');
});

test.each<[string, object, unknown]>([
  ['a dynamic reference', {}, '{{resolve:ssm:/shared/cluster}}'],
  ['a parameter that names one of Systems Manager', { Cluster: { Type: 'AWS::SSM::Parameter::Value<String>', Default: '/shared/cluster' } }, { Ref: 'Cluster' }],
])('%s gives what drydock.json says that it gives', (_, Parameters, Cluster) => {
  const config = { existing: { clusters: { prod: { capacityProviders: [], defaultStrategy: [], instances } } } };
  const root = { Parameters, ...onInstances(4096, { Cluster }) };
  expect(check(config, root).undecided).toContainEqual(expect.objectContaining({ give: { references: { 'ssm:/shared/cluster': '<what it gives>' } } }));
  const report = check({ ...config, references: { 'ssm:/shared/cluster': 'prod' } }, root);
  expect(report.scenarios[0]?.services).toMatchObject([{ outcome: 'succeeds', placed: 2 }]);
  expect(report.assumptions).toContainEqual({ fact: 'reference ssm:/shared/cluster', value: 'prod', because: 'drydock.json says so' });
});
