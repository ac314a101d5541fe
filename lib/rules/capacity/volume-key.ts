import { neededPermissions } from '../../catalog/needed-permissions';
import { partsOf, textOf } from '../../core/text';
import { ifKnown, known, unknown, type Value } from '../../core/value';
import { aRole } from '../../iam/caller';
import type { Caller } from '../../iam/request';
import { keyOf } from '../../needs/decryption';
import { refusedToBare } from '../../needs/may';
import { listed } from '../listed';
import { defineRule } from '../rule';

/** EC2 Auto Scaling launches instances with encrypted volumes only where the policy of the key lets in its service-linked role. */
export const volumeKey = defineRule({
  id: 'volume-key',
  title: 'EC2 Auto Scaling cannot encrypt the volumes of its instances',
  severity: 'error',
  phase: 'place',
  subject: 'autoScalingGroup',
  explanation: 'EC2 Auto Scaling launches instances with its service-linked role, which has no permission for keys of the account. To let in the account, as a key policy does by default, is not enough: the policy of the key has to name the role. Without it each instance ends right after its launch, and none registers with ECS.',
  docs: 'https://docs.aws.amazon.com/autoscaling/ec2/userguide/key-policy-requirements-EBS-encryption.html',
  predicts: ['Client.InternalError: Client error on launch'],
  facts: [neededPermissions],
  messages: {
    policy: ({ group, key, actions }: { group: string; key: string; actions: readonly string[] }) => ({
      says: `Volumes of the instances of ${group} are encrypted with ${key}, and its policy does not allow ${listed(actions)} to the service-linked role of EC2 Auto Scaling.`,
      fix: `Allow kms:Encrypt, kms:Decrypt, kms:ReEncrypt*, kms:GenerateDataKey*, kms:DescribeKey and kms:CreateGrant in the KeyPolicy of ${key} to role/aws-service-role/autoscaling.amazonaws.com/AWSServiceRoleForAutoScaling of the account.`,
      ecsSays: 'Client.InternalError: Client error on launch',
    }),
  },
  check({ id, launchTemplate, properties, environment: { region, account }, at }, say, { guardedResources }) {
    const template = ifKnown(launchTemplate), mappings = template && ifKnown(template.properties.get('BlockDeviceMappings').list());
    // A role of another name may have been let in by a grant.
    if (!template || !mappings || properties.get('ServiceLinkedRoleARN').given !== 'no') return;
    for (const key of new Set(mappings.flatMap(mapping => keyOf(mapping.get('Ebs', 'KmsKeyId').text(), guardedResources) ?? []))) {
      const via = textOf(['ec2.', ...(partsOf(region) ?? []), '.amazonaws.com'], at);
      const { actions, open } = refusedToBare(serviceLinkedRole(account), 'scalingVolume', key, new Map([['kms:grantisforawsresource', known('true', at)], ['kms:viaservice', via]]));
      open.forEach(value => { say.undecided(value); });
      if (actions.length > 0) say.violated('policy', key.properties.get('KeyPolicy'), { group: id, key: key.id, actions }, { related: [key, template] });
    }
  },
});

function serviceLinkedRole(account: Value<string>): Caller {
  const arn = textOf(['arn:aws:iam::', ...(partsOf(account) ?? []), ':role/aws-service-role/autoscaling.amazonaws.com/AWSServiceRoleForAutoScaling'], account.at);
  return aRole({ arn, id: unknown({ kind: 'request', key: 'aws:userid' }, account.at), account, hasBoundary: false, tags: [] });
}
