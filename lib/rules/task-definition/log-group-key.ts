import { neededPermissions } from '../../catalog/needed-permissions';
import { aService } from '../../iam/caller';
import { arn } from '../../needs/arn';
import { keyOf } from '../../needs/decryption';
import { refusedTo } from '../../needs/may';
import { listed } from '../listed';
import { defineRule } from '../rule';

/** CloudWatch Logs encrypts a log group with a key of the account's only where the policy of the key lets CloudWatch Logs itself in. */
export const logGroupKey = defineRule({
  id: 'log-group-key',
  title: 'CloudWatch Logs cannot encrypt the log group with its key',
  severity: 'error',
  phase: 'create',
  subject: 'logGroup',
  explanation: 'CloudWatch Logs uses the key of a log group as a service, not with a role: the policy of the key has to name logs.REGION.amazonaws.com, and may hold it to log groups by the encryption context. To let in the account, as a key policy does by default, is not enough. Without it the log group cannot be created; with it roles that write logs need no permission for the key.',
  docs: 'https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/encrypt-log-data-kms.html',
  predicts: ['The specified KMS key does not exist or is not allowed to be used with'],
  facts: [neededPermissions],
  messages: {
    policy: ({ group, key, actions }: { group: string; key: string; actions: readonly string[] }) => ({
      says: `${group} is encrypted with ${key}, and the policy of the key does not allow ${listed(actions)} to CloudWatch Logs for this log group.`,
      fix: `Allow kms:Encrypt*, kms:Decrypt*, kms:ReEncrypt*, kms:GenerateDataKey* and kms:Describe* to the service logs.REGION.amazonaws.com in the KeyPolicy of ${key}, where kms:EncryptionContext:aws:logs:arn is the ARN of the log group.`,
      ecsSays: 'The specified KMS key does not exist or is not allowed to be used with Arn …',
    }),
  },
  check({ id, key: reference, name, environment }, say, { guardedResources }) {
    const key = keyOf(reference, guardedResources);
    if (!key) return;
    const context = new Map([['kms:encryptioncontext:aws:logs:arn', arn(environment, 'logs', 'log-group:', name)], ['kms:calleraccount', environment.account]]);
    const { actions, open } = refusedTo(aService('logs.amazonaws.com', environment.region), 'encryptedLog', key, context);
    open.forEach(unknown => { say.undecided(unknown); });
    if (actions.length > 0) say.violated('policy', key.properties.get('KeyPolicy'), { group: id, key: key.id, actions }, { related: [key] });
  },
});
