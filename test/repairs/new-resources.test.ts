import { dryRun } from '../../lib/dry-run';
import { stacksOf } from '../../lib/pages/example-template';
import type { Example } from '../../lib/rules/example';

function repairsOf(example: Omit<Example, 'name'>, rule: string) {
  return dryRun([stacksOf({ name: 'example', ...example })]).report.findings.filter(finding => finding.rule === rule).map(({ repair }) => repair);
}

const withoutTarget = 'Resources: { MountTargetB: null, Service: { DependsOn: [DefaultRoute, MountTargetA] } }';

test('a mount target is made like the one that is there, and the service waits for it', () => {
  expect(repairsOf({ over: 'fileSystemService', template: withoutTarget }, 'efs-mount-target-zone')).toEqual([[
    {
      path: ['Resources', 'FilesInSubnetB'],
      set: {
        Type: 'AWS::EFS::MountTarget',
        Properties: { FileSystemId: { Ref: 'Files' }, SubnetId: { Ref: 'SubnetB' }, SecurityGroups: [{ 'Fn::GetAtt': ['FilesSecurityGroup', 'GroupId'] }] },
      },
    },
    { path: ['Resources', 'Service', 'DependsOn'], append: ['FilesInSubnetB'] },
  ]]);
});

test('where its name is taken it gets another', () => {
  const template = `
    Resources:
      MountTargetB: null
      Service: { DependsOn: [DefaultRoute, MountTargetA] }
      FilesInSubnetB: { Type: AWS::S3::Bucket }
  `;
  expect(repairsOf({ over: 'fileSystemService', template }, 'efs-mount-target-zone')[0]?.[0]?.path).toEqual(['Resources', 'FilesInSubnetB2']);
});

const unknowns: readonly (readonly [string, Omit<Example, 'name'>, string])[] = [
  ['the security group of the other mount targets is a parameter', {
    over: 'fileSystemService',
    template: `
      Parameters: { Guard: { Type: 'AWS::EC2::SecurityGroup::Id' } }
      Resources:
        MountTargetA: { Properties: { SecurityGroups: [!Ref Guard] } }
        MountTargetB: null
        Service: { DependsOn: [DefaultRoute, MountTargetA] }
    `,
  }, 'efs-mount-target-zone'],
  ['the subnets of the other endpoints are a parameter', {
    over: 'privateService',
    template: `
      Parameters: { Places: { Type: 'List<AWS::EC2::Subnet::Id>' } }
      Resources: { EcrApi: null, EcrDkr: null, Logs: { Properties: { SubnetIds: !Ref Places } } }
    `,
  }, 'task-network-path'],
  ['no subnet is there for a NAT gateway', { over: 'privateService', template: 'Resources: { EcrApi: null, EcrDkr: null, Logs: null, S3: null }' }, 'task-network-path'],
  ['a function gives the policies of the role', {
    over: 'fargateService',
    template: `
      Parameters: { More: { Type: String, Default: '' } }
      Conditions: { Has: !Equals [a, a] }
      Resources:
        ExecutionRole: { Properties: { ManagedPolicyArns: !If [Has, [arn:aws:iam::aws:policy/ReadOnlyAccess], !Ref AWS::NoValue], Policies: !If [Has, [], []] } }
        Task:
          Properties:
            ContainerDefinitions: [{ Name: web, Image: public.ecr.aws/nginx/nginx:stable, Secrets: [{ Name: KEY, ValueFrom: !Sub 'arn:aws:secretsmanager:\${AWS::Region}:\${AWS::AccountId}:secret:key-abcdef' }] }]
    `,
  }, 'execution-role-permissions'],
  ['the policy of the role would wait for what waits for the role', {
    over: 'fargateService',
    template: `
      Resources:
        Key: { Type: AWS::SecretsManager::Secret, Properties: { Description: !GetAtt ExecutionRole.Arn } }
        Task: { Properties: { ContainerDefinitions: [{ Name: web, Image: public.ecr.aws/nginx/nginx:stable, Secrets: [{ Name: KEY, ValueFrom: !Ref Key }] }] } }
    `,
  }, 'execution-role-permissions'],
];

test.each(unknowns)('nothing is added where %s', (_, example, rule) => {
  expect(repairsOf(example, rule)).toEqual([undefined]);
});
