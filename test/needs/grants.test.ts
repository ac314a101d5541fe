import { App, CfnResource, Stack, type StackProps } from 'aws-cdk-lib';
import * as dynamodb from 'aws-cdk-lib/aws-dynamodb';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as ecr from 'aws-cdk-lib/aws-ecr';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as efs from 'aws-cdk-lib/aws-efs';
import * as events from 'aws-cdk-lib/aws-events';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as kinesis from 'aws-cdk-lib/aws-kinesis';
import * as firehose from 'aws-cdk-lib/aws-kinesisfirehose';
import * as kms from 'aws-cdk-lib/aws-kms';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as logs from 'aws-cdk-lib/aws-logs';
import * as s3 from 'aws-cdk-lib/aws-s3';
import * as secretsmanager from 'aws-cdk-lib/aws-secretsmanager';
import * as sns from 'aws-cdk-lib/aws-sns';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import * as ssm from 'aws-cdk-lib/aws-ssm';
import * as sfn from 'aws-cdk-lib/aws-stepfunctions';
import { ifKnown, known } from '../../lib/core/value';
import { explainUnknown } from '../../lib/finding/explain-unknown';
import { extractModel } from '../../lib/model/extract';
import { guardOf } from '../../lib/model/guarded-resource';
import { mayDo } from '../../lib/needs/may';
import { Deployment } from '../../lib/template/deployment';
import { parseJson } from '../../lib/template/parse-json';

/** What a role is asked for after a grant: actions on a resource. */
type Ask = readonly [resource: string, ...actions: readonly string[]];

/** What a grant gives, and what it does not. */
interface Expected {
  readonly may: readonly Ask[];
  readonly mayNot: readonly Ask[];
}

/** Grants something to a role. */
type Grant = (stack: Stack, grantee: iam.IRole) => Expected;

const execution = 'ecs-tasks.amazonaws.com', passed = { 'iam:passedtoservice': execution, 'elasticfilesystem:accessedviamounttarget': 'true' };

/** What Drydock decides of what is asked, in words: all questions stand in a resource of the template, so that their ARNs are computed as all others. */
function decided(grant: Grant, props: StackProps = {}, roleProps: StackProps | undefined = undefined): readonly string[] {
  const app = new App(), stack = new Stack(app, 'Shop', props);
  const role = new iam.Role(roleProps ? new Stack(app, 'Roles', roleProps) : stack, 'Role', { assumedBy: new iam.ServicePrincipal(execution), ...(roleProps ? { roleName: 'shop-task' } : {}) });
  const { may, mayNot } = grant(stack, role);
  const asked = [...may.map(ask => ({ ask, expected: 'yes' })), ...mayNot.map(ask => ({ ask, expected: 'no' }))];
  new CfnResource(stack, 'Asked', { type: 'AWS::CloudFormation::WaitConditionHandle', properties: { Resources: asked.map(({ ask: [resource] }) => resource) } });
  const deployment = new Deployment(app.synth().stacks.map(({ stackName, template, environment: { region, account } }) => ({
    name: stackName, document: parseJson('template.json', JSON.stringify(template)),
    ...(region === 'unknown-region' ? {} : { region }), ...(account === 'unknown-account' ? {} : { account }),
  })));
  const model = extractModel(deployment), [judged] = model.roles.filter(({ id }) => id.startsWith('Role'));
  const resources = ifKnown(deployment.stacks.get('Shop')?.resource('Asked')?.properties.get('Resources').texts() ?? { state: 'absent', at: { stack: '', path: [] } }) ?? [];
  return asked.flatMap(({ ask: [, ...actions], expected }, i) => actions.flatMap(action => {
    const resource = resources[i], guard = resource && guardOf(resource, model.guardedResources);
    const context = new Map(Object.entries(passed).map(([key, value]) => [key, known(value, { stack: '', path: [] })]));
    const decision = judged && resource && mayDo(judged, { action, resource, context, ...(guard ? { guard } : {}) });
    if (decision?.answer === expected) return [];
    return [`${action} on ${JSON.stringify(stack.resolve(asked[i]?.ask[0]))}: ${decision?.answer ?? 'nothing asked'}${decision?.answer === 'unknown' ? `, because ${explainUnknown(decision.unknown.why).reason}` : ''}`];
  }));
}

const pull = ['ecr:BatchCheckLayerAvailability', 'ecr:GetDownloadUrlForLayer', 'ecr:BatchGetImage'];
const push = ['ecr:PutImage', 'ecr:InitiateLayerUpload', 'ecr:UploadLayerPart', 'ecr:CompleteLayerUpload'];
const login = ['*', 'ecr:GetAuthorizationToken'] as const;

const repositories: Record<string, (stack: Stack) => ecr.IRepository> = {
  'a repository': stack => new ecr.Repository(stack, 'Images'),
  'a repository with a name': stack => new ecr.Repository(stack, 'Images', { repositoryName: 'shop/web' }),
  'an imported repository': stack => ecr.Repository.fromRepositoryName(stack, 'Images', 'shop/web'),
  'a repository imported by its ARN': stack => ecr.Repository.fromRepositoryArn(stack, 'Images', 'arn:aws:ecr:eu-west-1:111122223333:repository/shop/web'),
};

const ofRepositories = Object.entries(repositories).flatMap(([name, make]): [string, Grant][] => [
  [`grantPull of ${name}`, (stack, role) => {
    const repository = make(stack);
    repository.grantPull(role);
    return { may: [[repository.repositoryArn, ...pull], login], mayNot: [[repository.repositoryArn, ...push]] };
  }],
  [`grantPullPush of ${name}`, (stack, role) => {
    const repository = make(stack);
    repository.grantPullPush(role);
    return { may: [[repository.repositoryArn, ...pull, ...push], login], mayNot: [[repository.repositoryArn, 'ecr:DeleteRepository']] };
  }],
  [`grantPush of ${name}`, (stack, role) => {
    const repository = make(stack);
    repository.grantPush(role);
    return { may: [[repository.repositoryArn, ...push], login], mayNot: [[repository.repositoryArn, 'ecr:BatchGetImage']] };
  }],
  [`grantRead of ${name}`, (stack, role) => {
    const repository = make(stack);
    repository.grantRead(role);
    return { may: [[repository.repositoryArn, 'ecr:DescribeImages', 'ecr:DescribeRepositories']], mayNot: [[repository.repositoryArn, 'ecr:BatchGetImage']] };
  }],
  [`grant of ${name}`, (stack, role) => {
    const repository = make(stack);
    repository.grant(role, 'ecr:ListImages');
    return { may: [[repository.repositoryArn, 'ecr:ListImages']], mayNot: [[repository.repositoryArn, 'ecr:BatchGetImage']] };
  }],
]);

/** The ARN of the secret as the service knows it, which ends with six characters. */
const suffixed = (arn: string): string => `${arn}-Ab12Cd`;

const ofSecrets: [string, Grant][] = [
  ['Secret.grantRead', (stack, role) => {
    const secret = new secretsmanager.Secret(stack, 'Secret');
    secret.grantRead(role);
    return { may: [[secret.secretArn, 'secretsmanager:GetSecretValue']], mayNot: [[secret.secretArn, 'secretsmanager:PutSecretValue'], [new secretsmanager.Secret(stack, 'Other').secretArn, 'secretsmanager:GetSecretValue']] };
  }],
  ['Secret.grantWrite', (stack, role) => {
    const secret = new secretsmanager.Secret(stack, 'Secret');
    secret.grantWrite(role);
    return { may: [[secret.secretArn, 'secretsmanager:PutSecretValue', 'secretsmanager:UpdateSecret']], mayNot: [[secret.secretArn, 'secretsmanager:GetSecretValue']] };
  }],
  ['Secret.grantRead with a key', (stack, role) => {
    const key = new kms.Key(stack, 'Key'), secret = new secretsmanager.Secret(stack, 'Secret', { encryptionKey: key });
    secret.grantRead(role);
    return { may: [[secret.secretArn, 'secretsmanager:GetSecretValue']], mayNot: [[new kms.Key(stack, 'Other').keyArn, 'kms:Decrypt']] };
  }],
  ['grantRead of a secret imported by its name', (stack, role) => {
    const secret = secretsmanager.Secret.fromSecretNameV2(stack, 'Secret', 'shop/db');
    secret.grantRead(role);
    return { may: [[suffixed(secret.secretArn), 'secretsmanager:GetSecretValue']], mayNot: [[suffixed(`${secret.secretArn}-user`), 'secretsmanager:GetSecretValue']] };
  }],
  ['grantRead of a secret imported by its ARN', (stack, role) => {
    const secret = secretsmanager.Secret.fromSecretCompleteArn(stack, 'Secret', 'arn:aws:secretsmanager:eu-west-1:111122223333:secret:shop/db-Ab12Cd');
    secret.grantRead(role);
    return { may: [[secret.secretArn, 'secretsmanager:GetSecretValue']], mayNot: [[secret.secretArn, 'secretsmanager:DeleteSecret']] };
  }],
  ['grantRead of a secret imported by its ARN without suffix', (stack, role) => {
    const secret = secretsmanager.Secret.fromSecretPartialArn(stack, 'Secret', 'arn:aws:secretsmanager:eu-west-1:111122223333:secret:shop/db');
    secret.grantRead(role);
    return { may: [[suffixed(secret.secretArn), 'secretsmanager:GetSecretValue']], mayNot: [] };
  }],
  ['StringParameter.grantRead', (stack, role) => {
    const parameter = new ssm.StringParameter(stack, 'Parameter', { stringValue: 'x' });
    parameter.grantRead(role);
    return { may: [[parameter.parameterArn, 'ssm:GetParameters', 'ssm:GetParameter']], mayNot: [[parameter.parameterArn, 'ssm:PutParameter']] };
  }],
  ['StringParameter.grantWrite', (stack, role) => {
    const parameter = new ssm.StringParameter(stack, 'Parameter', { parameterName: '/shop/x', stringValue: 'x' });
    parameter.grantWrite(role);
    return { may: [[parameter.parameterArn, 'ssm:PutParameter']], mayNot: [[parameter.parameterArn, 'ssm:GetParameters']] };
  }],
  ['grantRead of an imported secure parameter', (stack, role) => {
    const parameter = ssm.StringParameter.fromSecureStringParameterAttributes(stack, 'Parameter', { parameterName: '/shop/token' });
    parameter.grantRead(role);
    return { may: [[stack.formatArn({ service: 'ssm', resource: 'parameter', resourceName: 'shop/token' }), 'ssm:GetParameters']], mayNot: [[stack.formatArn({ service: 'ssm', resource: 'parameter', resourceName: 'shop/other' }), 'ssm:GetParameters']] };
  }],
];

const keyGrants: [string, (key: kms.IKey, role: iam.IRole) => void, string, string][] = [
  ['grantEncrypt', (key, role) => { key.grantEncrypt(role); }, 'kms:GenerateDataKey', 'kms:Decrypt'],
  ['grantDecrypt', (key, role) => { key.grantDecrypt(role); }, 'kms:Decrypt', 'kms:Encrypt'],
  ['grantEncryptDecrypt', (key, role) => { key.grantEncryptDecrypt(role); }, 'kms:Decrypt', 'kms:ScheduleKeyDeletion'],
  ['grantGenerateMac', (key, role) => { key.grantGenerateMac(role); }, 'kms:GenerateMac', 'kms:VerifyMac'],
  ['grantVerifyMac', (key, role) => { key.grantVerifyMac(role); }, 'kms:VerifyMac', 'kms:GenerateMac'],
  ['grantSign', (key, role) => { key.grantSign(role); }, 'kms:Sign', 'kms:Verify'],
  ['grantVerify', (key, role) => { key.grantVerify(role); }, 'kms:Verify', 'kms:Sign'],
  ['grant', (key, role) => { key.grant(role, 'kms:DescribeKey'); }, 'kms:DescribeKey', 'kms:Decrypt'],
];

const ofKeys = keyGrants.flatMap(([name, grant, may, mayNot]): [string, Grant][] => [
  [`Key.${name}`, (stack, role) => {
    const key = new kms.Key(stack, 'Key');
    grant(key, role);
    return { may: [[key.keyArn, may]], mayNot: [[key.keyArn, mayNot]] };
  }],
  [`${name} of an imported key`, (stack, role) => {
    const key = kms.Key.fromKeyArn(stack, 'Key', 'arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab');
    grant(key, role);
    return { may: [[key.keyArn, may]], mayNot: [[key.keyArn, mayNot]] };
  }],
]);

const bucketGrants: [string, (bucket: s3.IBucket, role: iam.IRole) => void, readonly string[], readonly string[]][] = [
  ['grantRead', (bucket, role) => { bucket.grantRead(role); }, ['s3:GetObject'], ['s3:PutObject', 's3:DeleteObject']],
  ['grantWrite', (bucket, role) => { bucket.grantWrite(role); }, ['s3:PutObject', 's3:DeleteObject'], ['s3:GetObject']],
  ['grantPut', (bucket, role) => { bucket.grantPut(role); }, ['s3:PutObject'], ['s3:GetObject', 's3:DeleteObject']],
  ['grantPutAcl', (bucket, role) => { bucket.grantPutAcl(role); }, ['s3:PutObjectAcl'], ['s3:PutObject']],
  ['grantDelete', (bucket, role) => { bucket.grantDelete(role); }, ['s3:DeleteObject'], ['s3:GetObject']],
  ['grantReadWrite', (bucket, role) => { bucket.grantReadWrite(role); }, ['s3:GetObject', 's3:PutObject'], ['s3:PutBucketPolicy']],
];

const ofBuckets = bucketGrants.flatMap(([name, grant, may, mayNot]): [string, Grant][] => [
  [`Bucket.${name}`, (stack, role) => {
    const bucket = new s3.Bucket(stack, 'Bucket');
    grant(bucket, role);
    return { may: [[bucket.arnForObjects('a/b'), ...may]], mayNot: [[bucket.arnForObjects('a/b'), ...mayNot], [new s3.Bucket(stack, 'Other').arnForObjects('a/b'), ...may]] };
  }],
  [`${name} of an imported bucket`, (stack, role) => {
    const bucket = s3.Bucket.fromBucketName(stack, 'Bucket', 'shop-files');
    grant(bucket, role);
    return { may: [[bucket.arnForObjects('a/b'), ...may]], mayNot: [[bucket.arnForObjects('a/b'), ...mayNot]] };
  }],
]);

const ofFiles: [string, Grant][] = [
  ['Bucket.grantRead with a key that TLS alone reaches', (stack, role) => {
    const bucket = new s3.Bucket(stack, 'Bucket', { encryption: s3.BucketEncryption.KMS, enforceSSL: true });
    bucket.grantRead(role);
    return { may: [[bucket.arnForObjects('x'), 's3:GetObject'], [bucket.bucketArn, 's3:ListBucket', 's3:GetBucketLocation'], [bucket.encryptionKey?.keyArn ?? '', 'kms:Decrypt']], mayNot: [[bucket.encryptionKey?.keyArn ?? '', 'kms:Encrypt']] };
  }],
  ['Bucket.grantRead below a prefix', (stack, role) => {
    const bucket = new s3.Bucket(stack, 'Bucket');
    bucket.grantRead(role, 'env/*');
    return { may: [[bucket.arnForObjects('env/web.env'), 's3:GetObject']], mayNot: [[bucket.arnForObjects('other/web.env'), 's3:GetObject']] };
  }],
  ['Bucket.grantPublicAccess', (stack) => {
    const bucket = new s3.Bucket(stack, 'Bucket', { blockPublicAccess: new s3.BlockPublicAccess({}) });
    bucket.grantPublicAccess();
    return { may: [[bucket.arnForObjects('x'), 's3:GetObject']], mayNot: [[bucket.arnForObjects('x'), 's3:PutObject']] };
  }],
  ['FileSystem.grantRead', (stack, role) => {
    const fileSystem = fileSystemIn(stack);
    fileSystem.grantRead(role);
    return { may: [[fileSystem.fileSystemArn, 'elasticfilesystem:ClientMount']], mayNot: [[fileSystem.fileSystemArn, 'elasticfilesystem:DeleteFileSystem']] };
  }],
  ['FileSystem.grantReadWrite', (stack, role) => {
    const fileSystem = fileSystemIn(stack);
    fileSystem.grantReadWrite(role);
    return { may: [[fileSystem.fileSystemArn, 'elasticfilesystem:ClientMount', 'elasticfilesystem:ClientWrite']], mayNot: [[fileSystem.fileSystemArn, 'elasticfilesystem:DeleteFileSystem']] };
  }],
  ['FileSystem.grantRootAccess', (stack, role) => {
    const fileSystem = fileSystemIn(stack);
    fileSystem.grantRootAccess(role);
    return { may: [[fileSystem.fileSystemArn, 'elasticfilesystem:ClientMount', 'elasticfilesystem:ClientWrite', 'elasticfilesystem:ClientRootAccess']], mayNot: [[fileSystem.fileSystemArn, 'elasticfilesystem:DeleteFileSystem']] };
  }],
  ['FileSystem.grant', (stack, role) => {
    const fileSystem = fileSystemIn(stack);
    fileSystem.grant(role, 'elasticfilesystem:DescribeMountTargets');
    return { may: [[fileSystem.fileSystemArn, 'elasticfilesystem:DescribeMountTargets']], mayNot: [[fileSystem.fileSystemArn, 'elasticfilesystem:DeleteFileSystem']] };
  }],
];

function fileSystemIn(stack: Stack): efs.FileSystem {
  return new efs.FileSystem(stack, 'Files', { vpc: new ec2.Vpc(stack, 'Vpc', { natGateways: 0 }), allowAnonymousAccess: false });
}

const ofMessages: [string, Grant][] = [
  ['Queue.grantSendMessages', (stack, role) => {
    const queue = new sqs.Queue(stack, 'Queue', { enforceSSL: true });
    queue.grantSendMessages(role);
    return { may: [[queue.queueArn, 'sqs:SendMessage', 'sqs:GetQueueUrl']], mayNot: [[queue.queueArn, 'sqs:ReceiveMessage']] };
  }],
  ['Queue.grantConsumeMessages', (stack, role) => {
    const queue = new sqs.Queue(stack, 'Queue', { encryption: sqs.QueueEncryption.KMS });
    queue.grantConsumeMessages(role);
    return { may: [[queue.queueArn, 'sqs:ReceiveMessage', 'sqs:DeleteMessage'], [queue.encryptionMasterKey?.keyArn ?? '', 'kms:Decrypt']], mayNot: [[queue.queueArn, 'sqs:SendMessage']] };
  }],
  ['Queue.grantPurge', (stack, role) => {
    const queue = new sqs.Queue(stack, 'Queue');
    queue.grantPurge(role);
    return { may: [[queue.queueArn, 'sqs:PurgeQueue']], mayNot: [[queue.queueArn, 'sqs:SendMessage']] };
  }],
  ['Topic.grantPublish', (stack, role) => {
    const topic = new sns.Topic(stack, 'Topic', { enforceSSL: true });
    topic.grantPublish(role);
    return { may: [[topic.topicArn, 'sns:Publish']], mayNot: [[topic.topicArn, 'sns:Subscribe']] };
  }],
  ['Topic.grantSubscribe', (stack, role) => {
    const topic = new sns.Topic(stack, 'Topic');
    topic.grantSubscribe(role);
    return { may: [[topic.topicArn, 'sns:Subscribe']], mayNot: [[topic.topicArn, 'sns:Publish']] };
  }],
  ['EventBus.grantPutEventsTo', (stack, role) => {
    const bus = new events.EventBus(stack, 'Bus');
    bus.grantPutEventsTo(role);
    return { may: [[bus.eventBusArn, 'events:PutEvents']], mayNot: [[bus.eventBusArn, 'events:DeleteEventBus']] };
  }],
  ['EventBus.grantAllPutEvents', (stack, role) => {
    events.EventBus.grantAllPutEvents(role);
    return { may: [[stack.formatArn({ service: 'events', resource: 'event-bus', resourceName: 'default' }), 'events:PutEvents']], mayNot: [['*', 'events:DeleteEventBus']] };
  }],
  ['Stream.grantRead', (stack, role) => {
    const stream = new kinesis.Stream(stack, 'Stream');
    stream.grantRead(role);
    return { may: [[stream.streamArn, 'kinesis:GetRecords']], mayNot: [[stream.streamArn, 'kinesis:PutRecords']] };
  }],
  ['Stream.grantWrite', (stack, role) => {
    const stream = new kinesis.Stream(stack, 'Stream', { encryption: kinesis.StreamEncryption.KMS });
    stream.grantWrite(role);
    return { may: [[stream.streamArn, 'kinesis:PutRecords'], [stream.encryptionKey?.keyArn ?? '', 'kms:GenerateDataKey']], mayNot: [[stream.streamArn, 'kinesis:GetRecords']] };
  }],
  ['Stream.grantReadWrite', (stack, role) => {
    const stream = new kinesis.Stream(stack, 'Stream');
    stream.grantReadWrite(role);
    return { may: [[stream.streamArn, 'kinesis:GetRecords', 'kinesis:PutRecords']], mayNot: [[stream.streamArn, 'kinesis:DeleteStream']] };
  }],
  ['DeliveryStream.grantPutRecords', (stack, role) => {
    const stream = new firehose.DeliveryStream(stack, 'Delivery', { destination: new firehose.S3Bucket(new s3.Bucket(stack, 'Bucket')) });
    stream.grantPutRecords(role);
    return { may: [[stream.deliveryStreamArn, 'firehose:PutRecordBatch']], mayNot: [[stream.deliveryStreamArn, 'firehose:DeleteDeliveryStream']] };
  }],
  ['LogGroup.grantWrite', (stack, role) => {
    const group = new logs.LogGroup(stack, 'Logs');
    group.grantWrite(role);
    return { may: [[logStreamOf(stack, group), 'logs:CreateLogStream', 'logs:PutLogEvents']], mayNot: [[logStreamOf(stack, group), 'logs:FilterLogEvents'], [logStreamOf(stack, new logs.LogGroup(stack, 'Other')), 'logs:PutLogEvents']] };
  }],
  ['LogGroup.grantRead', (stack, role) => {
    const group = new logs.LogGroup(stack, 'Logs', { logGroupName: '/shop/web' });
    group.grantRead(role);
    return { may: [[logStreamOf(stack, group), 'logs:FilterLogEvents', 'logs:GetLogEvents']], mayNot: [[logStreamOf(stack, group), 'logs:PutLogEvents']] };
  }],
  ['grantWrite of an imported log group', (stack, role) => {
    const group = logs.LogGroup.fromLogGroupName(stack, 'Logs', '/shop/web');
    group.grantWrite(role);
    return { may: [[logStreamOf(stack, group), 'logs:PutLogEvents']], mayNot: [[logStreamOf(stack, group), 'logs:GetLogEvents']] };
  }],
];

function logStreamOf(stack: Stack, group: logs.ILogGroup): string {
  return `arn:${stack.partition}:logs:${stack.region}:${stack.account}:log-group:${group.logGroupName}:log-stream:web/app/1`;
}

const ofOthers: [string, Grant][] = [
  ['Table.grantReadData', (stack, role) => {
    const table = tableIn(stack);
    table.grantReadData(role);
    return { may: [[table.tableArn, 'dynamodb:GetItem', 'dynamodb:Query']], mayNot: [[table.tableArn, 'dynamodb:PutItem']] };
  }],
  ['Table.grantWriteData', (stack, role) => {
    const table = tableIn(stack);
    table.grantWriteData(role);
    return { may: [[table.tableArn, 'dynamodb:PutItem']], mayNot: [[table.tableArn, 'dynamodb:GetItem']] };
  }],
  ['Table.grantReadWriteData', (stack, role) => {
    const table = tableIn(stack);
    table.grantReadWriteData(role);
    return { may: [[table.tableArn, 'dynamodb:PutItem', 'dynamodb:GetItem']], mayNot: [[table.tableArn, 'dynamodb:DeleteTable']] };
  }],
  ['Table.grantFullAccess', (stack, role) => {
    const table = tableIn(stack);
    table.grantFullAccess(role);
    return { may: [[table.tableArn, 'dynamodb:DeleteTable']], mayNot: [[new dynamodb.Table(stack, 'Other', { partitionKey: { name: 'id', type: dynamodb.AttributeType.STRING } }).tableArn, 'dynamodb:GetItem']] };
  }],
  ['Table.grantStreamRead', (stack, role) => {
    const table = tableIn(stack);
    table.grantStreamRead(role);
    return { may: [[table.tableStreamArn ?? '', 'dynamodb:GetRecords']], mayNot: [[table.tableArn, 'dynamodb:GetItem']] };
  }],
  ['StateMachine.grantStartExecution', (stack, role) => {
    const machine = new sfn.StateMachine(stack, 'Machine', { definitionBody: sfn.DefinitionBody.fromChainable(new sfn.Pass(stack, 'Pass')) });
    machine.grantStartExecution(role);
    return { may: [[machine.stateMachineArn, 'states:StartExecution']], mayNot: [[machine.stateMachineArn, 'states:DeleteStateMachine']] };
  }],
  ['StateMachine.grantTaskResponse', (stack, role) => {
    const machine = new sfn.StateMachine(stack, 'Machine', { definitionBody: sfn.DefinitionBody.fromChainable(new sfn.Pass(stack, 'Pass')) });
    machine.grantTaskResponse(role);
    return { may: [[machine.stateMachineArn, 'states:SendTaskSuccess']], mayNot: [[machine.stateMachineArn, 'states:StartExecution']] };
  }],
  ['Function.grantInvoke', (stack, role) => {
    const hook = new lambda.Function(stack, 'Hook', { code: lambda.Code.fromInline('x'), handler: 'index.handler', runtime: lambda.Runtime.NODEJS_22_X });
    hook.grantInvoke(role);
    return { may: [[hook.functionArn, 'lambda:InvokeFunction'], [`${hook.functionArn}:1`, 'lambda:InvokeFunction']], mayNot: [[hook.functionArn, 'lambda:UpdateFunctionCode']] };
  }],
  ['Role.grantPassRole', (stack, role) => {
    const other = new iam.Role(stack, 'Passed', { assumedBy: new iam.ServicePrincipal(execution) });
    other.grantPassRole(role);
    return { may: [[other.roleArn, 'iam:PassRole']], mayNot: [[other.roleArn, 'sts:AssumeRole']] };
  }],
  ['Role.grantAssumeRole', (stack, role) => {
    const other = new iam.Role(stack, 'Assumed', { assumedBy: new iam.AccountRootPrincipal() });
    other.grantAssumeRole(role);
    return { may: [[other.roleArn, 'sts:AssumeRole']], mayNot: [[other.roleArn, 'iam:PassRole']] };
  }],
  ['TaskDefinition.grantRun', (stack, role) => {
    const task = new ecs.FargateTaskDefinition(stack, 'Task');
    task.addContainer('app', { image: ecs.ContainerImage.fromRegistry('busybox'), logging: ecs.LogDrivers.awsLogs({ streamPrefix: 'app' }) });
    task.grantRun(role);
    return { may: [[task.taskDefinitionArn, 'ecs:RunTask'], [task.taskRole.roleArn, 'iam:PassRole'], [task.obtainExecutionRole().roleArn, 'iam:PassRole']], mayNot: [[task.taskDefinitionArn, 'ecs:StopTask'], ['*', 'iam:PassRole']] };
  }],
  ['Cluster.grantTaskProtection', (stack, role) => {
    const cluster = new ecs.Cluster(stack, 'Cluster', { vpc: new ec2.Vpc(stack, 'Vpc', { natGateways: 0 }) });
    cluster.grantTaskProtection(role);
    return { may: [[`arn:${stack.partition}:ecs:${stack.region}:${stack.account}:task/${cluster.clusterName}/1`, 'ecs:UpdateTaskProtection']], mayNot: [[cluster.clusterArn, 'ecs:RunTask']] };
  }],
];

function tableIn(stack: Stack): dynamodb.Table {
  return new dynamodb.Table(stack, 'Table', { partitionKey: { name: 'id', type: dynamodb.AttributeType.STRING }, stream: dynamodb.StreamViewType.NEW_IMAGE, encryption: dynamodb.TableEncryption.CUSTOMER_MANAGED });
}

const all = [...ofRepositories, ...ofSecrets, ...ofKeys, ...ofBuckets, ...ofFiles, ...ofMessages, ...ofOthers];
const here = { env: { region: 'eu-west-1', account: '111122223333' } };

describe('a grant gives what it is for, and nothing else', () => {
  test.each(all)('%s', (_, grant) => {
    expect(decided(grant)).toEqual([]);
  });

  test.each(all)('%s, where account and region are known', (_, grant) => {
    expect(decided(grant, here)).toEqual([]);
  });

  // The CDK itself finds the circle of a secret, its key and a role of another stack.
  test.each(all.filter(([name]) => name !== 'Secret.grantRead with a key'))('%s, to a role of another stack', (_, grant) => {
    expect(decided(grant, here, here)).toEqual([]);
  });

  test.each(all.filter(([name]) => name !== 'Secret.grantRead with a key'))('%s, to a role that another stack imports by its name', (_, grant) => {
    expect(decided((stack, role) => grant(stack, iam.Role.fromRoleName(stack, 'Imported', role.roleName)), here, here)).toEqual([]);
  });
});

/** Across accounts and regions the CDK needs names that it knows beforehand. */
const named: [string, Grant][] = [
  ['Repository.grantPull', (stack, role) => {
    const repository = new ecr.Repository(stack, 'Images', { repositoryName: 'shop' });
    repository.grantPull(role);
    return { may: [[repository.repositoryArn, ...pull], login], mayNot: [[repository.repositoryArn, ...push]] };
  }],
  ['Bucket.grantRead', (stack, role) => {
    const bucket = new s3.Bucket(stack, 'Bucket', { bucketName: 'shop-files' });
    bucket.grantRead(role);
    return { may: [[bucket.arnForObjects('x'), 's3:GetObject']], mayNot: [[bucket.arnForObjects('x'), 's3:PutObject']] };
  }],
  ['Queue.grantSendMessages', (stack, role) => {
    const queue = new sqs.Queue(stack, 'Queue', { queueName: 'orders' });
    queue.grantSendMessages(role);
    return { may: [[queue.queueArn, 'sqs:SendMessage']], mayNot: [[queue.queueArn, 'sqs:ReceiveMessage']] };
  }],
  ['Topic.grantPublish', (stack, role) => {
    const topic = new sns.Topic(stack, 'Topic', { topicName: 'orders' });
    topic.grantPublish(role);
    return { may: [[topic.topicArn, 'sns:Publish']], mayNot: [[topic.topicArn, 'sns:Subscribe']] };
  }],
];

test.each(named)('%s reaches a role of another account', (_, grant) => {
  expect(decided(grant, here, { env: { region: 'eu-west-1', account: '444455556666' } })).toEqual([]);
});

test.each(named)('%s reaches a role that is deployed with another region', (_, grant) => {
  expect(decided(grant, here, { env: { region: 'us-east-1', account: '111122223333' } })).toEqual([]);
});

test('across accounts the policies of the role alone are not enough', () => {
  expect(decided((stack, role) => {
    const repository = new ecr.Repository(stack, 'Images', { repositoryName: 'shop' });
    role.addToPrincipalPolicy(new iam.PolicyStatement({ actions: ['ecr:*'], resources: ['*'] }));
    return { may: [], mayNot: [[repository.repositoryArn, ...pull]] };
  }, here, { env: { region: 'eu-west-1', account: '444455556666' } })).toEqual([]);
});
