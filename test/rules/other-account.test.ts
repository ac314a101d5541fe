import { dryRun } from '../../lib/dry-run';
import { templateOf } from '../../lib/pages/example-template';
import type { Raw } from '../../lib/template/raw';
import { parseYaml } from '../../lib/template/parse';
import { parseJson } from '../../lib/template/parse-json';
import { applyRepair } from '../support/apply-repair';

/** What tasks of one account take from another, each by a name that is known beforehand. */
interface Case {
  /** Resources of the account that shares, 111122223333. */
  readonly shared: string;
  /** Other sections of its template. */
  readonly conditions?: string;
  /** Of the container. */
  readonly container: string;
  /** Resources of the account whose tasks they are, over a service of Fargate. */
  readonly shop?: string;
  /** Of the tasks, 444455556666 unless given; null for one that nobody gives. */
  readonly account?: string | null;
}

const rule = 'execution-role-permissions', image = 'Image: 111122223333.dkr.ecr.eu-west-1.amazonaws.com/shop/web:1';

/** An execution role that may do this, with a managed policy that lets it pull. */
const allowed = (actions: string): string => `ExecutionRole: { Properties: { Policies: [{ PolicyName: own, PolicyDocument: { Statement: { Effect: Allow, Action: [${actions}], Resource: '*' } } }] } }`;

function repositoryWith(properties: string): string {
  return `Web: { Type: AWS::ECR::Repository, Properties: { RepositoryName: shop/web${properties} } }`;
}

function letting(principal: string, action = "'ecr:*'"): string {
  return `, RepositoryPolicyText: { Statement: { Effect: Allow, Principal: { AWS: '${principal}' }, Action: ${action} } }`;
}

function examine({ shared, conditions = '', container, shop = '', account = '444455556666' }: Case, change: (root: Raw) => Raw = root => root) {
  const tasks = templateOf({ name: 'shop', over: 'fargateService', template: `
    Resources:
      Task: { Properties: { ContainerDefinitions: [{ Name: web, ${container} }] } }
      ${shop}` });
  const { report, broken } = dryRun([[
    { name: 'shared', document: parseJson('shared.json', JSON.stringify(change(parseYaml('shared.yaml', `${conditions}\nResources:\n  ${shared}`).root))), account: '111122223333', region: 'eu-west-1' },
    { name: 'shop', document: parseJson('shop.json', JSON.stringify(tasks)), region: 'eu-west-1', ...(account === null ? {} : { account }) },
  ]]);
  expect(broken).toEqual([]);
  return { findings: report.findings.filter(finding => finding.rule === rule), undecided: report.undecided.filter(answer => answer.rule === rule) };
}

const bucket = "Files: { Type: AWS::S3::Bucket, Properties: { BucketName: settings } }", file = 'Image: nginx, EnvironmentFiles: [{ Type: s3, Value: arn:aws:s3:::settings/web.env }]';

test.each<[what: string, given: Case, at: readonly string[]]>([
  ['a repository without a policy', { shared: repositoryWith(''), container: image }, ['shared:Web Properties']],
  ['a repository that lets in another account', { shared: repositoryWith(letting('777788889999')), container: image }, ['shared:Web Properties.RepositoryPolicyText']],
  ['a repository that lets its own account in', { shared: repositoryWith(letting('111122223333')), container: image }, ['shared:Web Properties.RepositoryPolicyText']],
  ['a repository that gives half of what a pull asks for', { shared: repositoryWith(letting('444455556666', 'ecr:BatchGetImage')), container: image }, ['shared:Web Properties.RepositoryPolicyText']],
  ['a repository that lets in the account', { shared: repositoryWith(letting('444455556666')), container: image }, []],
  ['a repository that lets in the account, and a role that may not', { shared: repositoryWith(letting('444455556666')), container: image, shop: 'ExecutionRole: { Properties: { ManagedPolicyArns: null } }' }, ['shop:ExecutionRole Properties']],
  ['neither of the two', { shared: repositoryWith(''), container: image, shop: 'ExecutionRole: { Properties: { ManagedPolicyArns: null } }' }, ['shared:Web Properties', 'shop:ExecutionRole Properties']],
  ['a repository of the same account', { shared: repositoryWith(''), container: image, account: '111122223333' }, []],
  ['a bucket whose policy is empty', { shared: `${bucket}\n  Policy: { Type: AWS::S3::BucketPolicy, Properties: { Bucket: settings, PolicyDocument: { Statement: [] } } }`, container: file, shop: allowed("'s3:*'") }, ['shared:Policy Properties.PolicyDocument']],
])('%s: the finding stands where the repair belongs, and the repair settles it', (_, given, at) => {
  const { findings, undecided } = examine(given);
  expect([findings.map(({ stack, resource, path }) => `${stack}:${resource} ${path}`), undecided]).toEqual([at, []]);
  for (const { stack, fingerprint, repair = [] } of findings.filter(finding => finding.stack === 'shared')) {
    expect(repair).not.toHaveLength(0);
    expect(examine(given, root => applyRepair(root, repair)).findings.filter(after => after.stack === stack || after.fingerprint === fingerprint)).toEqual([]);
  }
});

test.each<[what: string, given: Case]>([
  ['of which account the tasks are', { shared: repositoryWith(''), container: image, account: null }],
  ['the same, where the repository has a policy', { shared: repositoryWith(letting('777788889999')), container: image, account: null }],
  ['whether the repository is one of the stack', { shared: repositoryWith('').replace('{ Type', '{ Condition: Maybe, Type'), conditions: 'Parameters: { Stage: { Type: String } }\nConditions: { Maybe: !Equals [!Ref Stage, prod] }', container: image }],
  ['whether a bucket has a policy elsewhere', { shared: bucket, container: file, shop: allowed("'s3:*'") }],
])('it is undecided where it is not known %s', (_, given) => {
  const { findings, undecided } = examine(given);
  expect(findings).toEqual([]);
  expect(undecided).not.toHaveLength(0);
});

test('the words name both accounts, and the statement lets in the one of the role; policies of repositories name no resource', () => {
  const { findings: [finding] } = examine({ shared: repositoryWith(''), container: image });
  expect(finding?.message).toBe('Web of account 111122223333 has no policy that allows ecr:BatchGetImage and ecr:GetDownloadUrlForLayer on arn:aws:ecr:eu-west-1:111122223333:repository/shop/web ' +
    'to ExecutionRole of account 444455556666: ECS needs that to pull the image of container web. Across accounts the policies of the role and of the resource both have to allow it.');
  expect(finding?.fix).toBe('Add to RepositoryPolicyText of Web: { "Effect": "Allow", "Principal": { "AWS": "444455556666" }, "Action": [ "ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer" ] }');
  expect(finding?.related).toEqual(['shop:ExecutionRole', 'shop:Task', 'shop:Service']);
});

test('a key without a policy of its own gets, with the statement, the one that leaves it to its own account', () => {
  const { findings } = examine({
    shared: `Key: { Type: AWS::KMS::Key }
  Files: { Type: AWS::S3::Bucket, Properties: { BucketName: settings, BucketEncryption: { ServerSideEncryptionConfiguration: [{ ServerSideEncryptionByDefault: { SSEAlgorithm: 'aws:kms', KMSMasterKeyID: !Ref Key } }] } } }
  Policy: { Type: AWS::S3::BucketPolicy, Properties: { Bucket: settings, PolicyDocument: { Statement: { Effect: Allow, Principal: { AWS: '444455556666' }, Action: 's3:*', Resource: '*' } } } }`,
    shop: allowed("'s3:*', 'kms:*'"), container: file,
  });
  expect(findings.map(({ stack, resource, repair }) => [stack, resource, repair])).toEqual([['shared', 'Key', [{
    path: ['Resources', 'Key', 'Properties', 'KeyPolicy'],
    set: {
      Version: '2012-10-17',
      Statement: [
        { Effect: 'Allow', Principal: { AWS: { Ref: 'AWS::AccountId' } }, Action: 'kms:*', Resource: '*' },
        { Effect: 'Allow', Principal: { AWS: '444455556666' }, Action: 'kms:Decrypt', Resource: '*' },
      ],
    },
  }]]]);
});
