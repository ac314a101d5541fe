import { Stack } from 'aws-cdk-lib';
import type * as ecs from 'aws-cdk-lib/aws-ecs';
import * as iam from 'aws-cdk-lib/aws-iam';
import type * as kms from 'aws-cdk-lib/aws-kms';
import type * as logs from 'aws-cdk-lib/aws-logs';

/** The log group that was made for a container; undefined where its output goes elsewhere. */
export function logGroupOf(container: ecs.ContainerDefinition): logs.ILogGroup | undefined {
  return container.node.tryFindChild('LogGroup') as logs.LogGroup | undefined;
}

/**
 * Encrypts the log group of a container, and lets CloudWatch Logs use the key for log groups of this account and region: by leave of the account alone it may not.
 * https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/encrypt-log-data-kms.html
 */
export function encryptLogs(container: ecs.ContainerDefinition, key: kms.IKey): void {
  const group = logGroupOf(container)?.node.defaultChild as logs.CfnLogGroup | undefined, stack = Stack.of(key);
  if (!group) return;
  group.kmsKeyId = key.keyArn;
  if (readers.has(key)) return;
  readers.add(key);
  key.addToResourcePolicy(new iam.PolicyStatement({
    principals: [new iam.ServicePrincipal(`logs.${stack.region}.amazonaws.com`)],
    actions: ['kms:Encrypt*', 'kms:Decrypt*', 'kms:ReEncrypt*', 'kms:GenerateDataKey*', 'kms:Describe*'],
    resources: ['*'],
    conditions: { ArnLike: { 'kms:EncryptionContext:aws:logs:arn': `arn:${stack.partition}:logs:${stack.region}:${stack.account}:log-group:*` } },
  }));
}

/** Keys that say it already. */
const readers = new WeakSet<kms.IKey>();
