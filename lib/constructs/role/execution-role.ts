import { Stack } from 'aws-cdk-lib';
import type * as ecr from 'aws-cdk-lib/aws-ecr';
import * as iam from 'aws-cdk-lib/aws-iam';
import type * as kms from 'aws-cdk-lib/aws-kms';
import type * as logs from 'aws-cdk-lib/aws-logs';
import type * as s3 from 'aws-cdk-lib/aws-s3';
import type * as secretsmanager from 'aws-cdk-lib/aws-secretsmanager';
import type * as ssm from 'aws-cdk-lib/aws-ssm';
import type { Construct, IConstruct } from 'constructs';
import { checkProps } from '../options/check';
import { allowing, trusting, type RoleOptions } from './role-options';

/** What tasks take from elsewhere before they start. */
export interface ImagesAndLogs {
  /**
   * Repositories of Amazon ECR with the images.
   * @default - none; images from public registries need no permission
   */
  readonly repositories?: ecr.IRepository[];
  /**
   * Log groups to which the log driver `awslogs` writes.
   * @default - none
   */
  readonly logGroups?: logs.ILogGroup[];
}

/** What an execution role is made of. Task definitions of the CDK grant to it what their containers need; say here what others need. */
export interface ExecutionRoleProps extends RoleOptions, ImagesAndLogs {
  /**
   * Secrets that become variables, options of a log driver or the login at a registry. Where a secret has a key, the role may decrypt with it.
   * @default - none
   */
  readonly secrets?: secretsmanager.ISecret[];
  /**
   * Parameters that become variables.
   * @default - none
   */
  readonly parameters?: ssm.IParameter[];
  /**
   * Keys of the account's own with which the parameters are encrypted.
   * @default - none
   */
  readonly parameterKeys?: kms.IKey[];
  /**
   * Environment files, and configurations of log routers.
   * @default - none
   */
  readonly files?: s3.Location[];
}

/** The role with which ECS starts tasks: pulls their images, opens their logs, fetches their secrets and files. It may do exactly that, for tasks of this account and region only. */
export class ExecutionRole extends iam.Role {
  constructor(scope: Construct, id: string, props: ExecutionRoleProps = {}) {
    checkProps(scope, id, 'ExecutionRoleProps', props, new.target === ExecutionRole);
    super(scope, id, { ...props, assumedBy: trusting('ecs-tasks.amazonaws.com') });
    const { secrets = [], parameters = [], parameterKeys = [], files = [] } = props;
    for (const statement of [
      ...imagesAndLogs(props),
      ...secrets.flatMap(secret => fetching(this, secret)),
      ...parameters.map(({ parameterArn }) => allowing('parameter', [parameterArn])),
      ...parameterKeys.map(key => decrypting(this, key, 'ssm')),
      ...downloading(this, files),
    ]) this.addToPolicy(statement);
  }
}

/** What a secret asks for, and the key that it is encrypted with. */
export function fetching(scope: IConstruct, { secretFullArn, secretArn, encryptionKey }: secretsmanager.ISecret): iam.PolicyStatement[] {
  return [allowing('secret', [secretFullArn ?? `${secretArn}-??????`]), ...(encryptionKey ? [decrypting(scope, encryptionKey, 'secretsmanager')] : [])];
}

function decrypting(scope: IConstruct, { keyArn }: kms.IKey, store: string): iam.PolicyStatement {
  return allowing('decrypt', [keyArn], { StringEquals: { 'kms:ViaService': `${store}.${Stack.of(scope).region}.amazonaws.com` } });
}

/** What files ask for that ECS fetches from S3. */
export function downloading(scope: Construct, files: readonly s3.Location[]): iam.PolicyStatement[] {
  const { partition } = Stack.of(scope);
  return files.flatMap(({ bucketName, objectKey }) => [
    allowing('file', [`arn:${partition}:s3:::${bucketName}/${objectKey}`]), allowing('bucketLocation', [`arn:${partition}:s3:::${bucketName}`]),
  ]);
}

/** What an image and a log ask for, of the execution role or of the role of the instance. */
export function imagesAndLogs({ repositories = [], logGroups = [] }: ImagesAndLogs): iam.PolicyStatement[] {
  return [
    ...(repositories.length > 0 ? [allowing('registryLogin', ['*'])] : []),
    ...repositories.map(({ repositoryArn }) => allowing('imagePull', [repositoryArn])),
    ...logGroups.flatMap(({ logGroupArn }) => [allowing('logStream', [logGroupArn]), allowing('logEvents', [logGroupArn])]),
  ];
}
