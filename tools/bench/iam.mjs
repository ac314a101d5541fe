// How many decisions of IAM a second on one core, in processor time: node tools/bench/iam.mjs [OTHER_FOLDER]
// Needs dist/ (npm run build). OTHER_FOLDER is the dist/ of another build: the two then run in turn, and their ratio is shown. Of several runs the best counts: others on the machine only slow it.
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';

const require = createRequire(import.meta.url), runs = 7, perRun = 200_000;

const allow = (Action, Resource, Condition) => ({ Effect: 'Allow', Action, Resource, ...(Condition ? { Condition } : {}) });
const arnOf = id => ({ 'Fn::GetAtt': [id, 'Arn'] }), account = { Ref: 'AWS::AccountId' };
const role = (statements, more = {}) => ({ Type: 'AWS::IAM::Role', Properties: {
  AssumeRolePolicyDocument: { Version: '2012-10-17', Statement: [{
    Effect: 'Allow', Action: 'sts:AssumeRole', Principal: { Service: 'ecs-tasks.amazonaws.com' }, Condition: { StringEquals: { 'aws:SourceAccount': account } },
  }] },
  Policies: [{ PolicyName: 'Default', PolicyDocument: { Version: '2012-10-17', Statement: statements } }], ...more,
} });
const template = { Resources: {
  Images: { Type: 'AWS::ECR::Repository', Properties: {} },
  Secret: { Type: 'AWS::SecretsManager::Secret', Properties: {} },
  Other: { Type: 'AWS::SecretsManager::Secret', Properties: {} },
  Files: { Type: 'AWS::S3::Bucket', Properties: {} },
  Key: { Type: 'AWS::KMS::Key', Properties: { KeyPolicy: { Version: '2012-10-17', Statement: [{
    ...allow('kms:*', '*'), Principal: { AWS: { 'Fn::Join': ['', ['arn:', { Ref: 'AWS::Partition' }, ':iam::', account, ':root']] } },
  }] } } },
  Task: role([
    allow(['ssmmessages:CreateControlChannel', 'ssmmessages:CreateDataChannel', 'ssmmessages:OpenControlChannel', 'ssmmessages:OpenDataChannel'], '*'),
    allow(['s3:GetObject*', 's3:GetBucket*', 's3:List*'], [arnOf('Files'), { 'Fn::Join': ['', [arnOf('Files'), '/*']] }]),
    allow(['secretsmanager:GetSecretValue', 'secretsmanager:DescribeSecret'], { Ref: 'Secret' }),
    allow(['kms:Decrypt', 'kms:DescribeKey'], arnOf('Key')),
    allow('ecr:GetAuthorizationToken', '*'),
    allow(['ecr:BatchCheckLayerAvailability', 'ecr:GetDownloadUrlForLayer', 'ecr:BatchGetImage'], arnOf('Images')),
  ]),
  Launcher: role([
    allow('ecs:RunTask', '*', { ArnEquals: { 'ecs:cluster': { 'Fn::Sub': 'arn:${AWS::Partition}:ecs:${AWS::Region}:${AWS::AccountId}:cluster/shop' } } }),
    allow('iam:PassRole', [arnOf('Bounded'), arnOf('Task')], { StringEquals: { 'iam:PassedToService': 'ecs-tasks.amazonaws.com' }, StringLike: { 'aws:PrincipalArn': 'arn:*:iam::*:role/*' } }),
  ]),
  Reader: role([], { ManagedPolicyArns: ['arn:aws:iam::aws:policy/ReadOnlyAccess'] }),
  Boundary: { Type: 'AWS::IAM::ManagedPolicy', Properties: { PolicyDocument: { Version: '2012-10-17', Statement: [allow(['s3:*', 'logs:*'], '*')] } } },
  Bounded: role([allow('*', '*')], { PermissionsBoundary: { Ref: 'Boundary' } }),
} };

const builds = [join(import.meta.dirname, '..', '..', 'dist'), ...process.argv.slice(2, 3).map(folder => resolve(folder))].map(dist => prepare(path => require(join(dist, 'lib', `${path}.js`))));

let worst = Infinity;
for (const name of Object.keys(builds[0])) {
  const rates = builds.map(() => []);
  for (let i = 0; i < runs; i++) builds.forEach((cases, which) => rates[which].push(rateOf(cases[name])));
  const [best, other] = rates.map(all => Math.max(...all));
  worst = Math.min(worst, best);
  console.log([name.padEnd(58), `${(best / 1e6).toFixed(2)} million/s`.padStart(16), ...(other === undefined ? [] : [(best / other).toFixed(2).padStart(8)])].join(''));
}
console.log(`The slowest: ${(worst / 1e6).toFixed(2)} million a second.`);

function rateOf({ decide, answer }) {
  const before = process.cpuUsage().user;
  for (let i = 0; i < perRun; i++) if (decide() !== answer) throw new Error(`decides ${decide()}, not ${answer}`);
  return perRun / ((process.cpuUsage().user - before) / 1e6);
}

/** What is asked, by name: of the policies as the CDK writes them, once in a stack of which account and region are known, once in one of which they are not. */
function prepare(load) {
  const { Deployment } = load('template/deployment'), { parseJson } = load('template/parse-json'), { extractModel } = load('model/extract');
  const { authorize } = load('iam/authorize'), { requestFor } = load('iam/request'), { known } = load('core/value'), { trusts } = load('iam/trust'), { aService } = load('iam/caller');
  const modelIn = place => extractModel(new Deployment([{ name: 'shop', document: parseJson('shop.json', JSON.stringify(template)), ...place }]));
  const cases = {};
  for (const [where, model] of [['', modelIn({ region: 'eu-west-1', account: '111122223333' })], [', ARNs of tokens', modelIn({})]]) {
    const role = id => model.roles.find(one => one.id === id), arn = id => model.guardedResources.find(one => one.id === id).arn;
    const ask = (name, id, action, resource, answer, keys = {}, guard = undefined) => {
      const { policies: identity, boundary, caller } = role(id);
      const policies = { identity, boundary, resource: guard && { policies: model.guardedResources.find(one => one.id === guard).policies, decideAlone: true, isOfAccount: { answer: 'yes' } } };
      const request = requestFor(action, resource, caller, new Map(Object.entries(keys).map(([key, value]) => [key, known(value, resource.at)])));
      cases[name + where] = { decide: () => authorize(policies, request).answer, answer };
    };
    ask('allowed by the last of six statements', 'Task', 'ecr:BatchGetImage', arn('Images'), 'yes');
    ask('allowed by nothing', 'Task', 'ecr:DeleteRepository', arn('Images'), 'no');
    ask('another resource', 'Task', 'secretsmanager:GetSecretValue', arn('Other'), 'no');
    ask('under conditions', 'Launcher', 'iam:PassRole', role('Task').arn, 'yes', { 'iam:passedtoservice': 'ecs-tasks.amazonaws.com' });
    ask('ReadOnlyAccess, of thousands of actions', 'Reader', 's3:GetObject', arn('Files'), 'yes');
    ask('stopped by a boundary', 'Bounded', 'kms:Decrypt', arn('Key'), 'no');
    ask('by a key policy that delegates', 'Task', 'kms:Decrypt', arn('Key'), 'yes', {}, 'Key');
    const { trust } = role('Task'), service = aService('ecs-tasks.amazonaws.com'), context = new Map([['aws:sourceaccount', role('Task').environment.account]]);
    cases[`a trust policy${where}`] = { decide: () => trusts(trust, service, context).answer, answer: 'yes' };
  }
  return cases;
}
