import { neededPermissions } from '../../catalog/needed-permissions';
import { partsOf } from '../../core/text';
import { ifKnown, known } from '../../core/value';
import { aService } from '../../iam/caller';
import type { RequestContext } from '../../iam/request';
import type { Cluster } from '../../model/capacity/cluster';
import type { Model } from '../../model/model';
import { isFargate } from '../../model/service/launch';
import { keyOf } from '../../needs/decryption';
import { refusedTo } from '../../needs/may';
import { listed } from '../listed';
import { defineRule } from '../rule';

/** Fargate encrypts ephemeral storage with a key of the account's only where the policy of the key lets Fargate itself in. */
export const clusterStorageKey = defineRule({
  id: 'cluster-storage-key',
  title: 'Fargate cannot encrypt ephemeral storage with the key of the cluster',
  severity: 'error',
  phase: 'start',
  subject: 'cluster',
  explanation: 'A cluster may name a key of AWS KMS for the ephemeral storage of its tasks on Fargate. Fargate uses it as a service, not with a role: the policy of the key has to name fargate.amazonaws.com, and may hold it to the account and the name of the cluster by the encryption context. To let in the account, as a key policy does by default, is not enough. Aliases and keys for several regions are not taken.',
  docs: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-create-storage-key.html',
  predicts: ['ResourceInitializationError', 'KMS'],
  facts: [neededPermissions],
  messages: {
    policy: ({ key, actions, used }: { key: string; actions: readonly string[]; used: boolean }) => ({
      says: `Tasks on Fargate have their ephemeral storage encrypted with ${key}, and its policy does not allow ${listed(actions)} to fargate.amazonaws.com in this cluster.`,
      fix: `Allow ${listed(actions)} to the service fargate.amazonaws.com in the KeyPolicy of ${key}, where kms:EncryptionContext:aws:ecs:clusterAccount and kms:EncryptionContext:aws:ecs:clusterName are those of the cluster.`,
      severity: used ? 'error' : 'warning',
    }),
    alias: ({ given }: { given: string }) => ({
      says: `FargateEphemeralStorageKmsKeyId is the alias ${given}; Fargate takes the id or the ARN of a key.`,
      fix: 'Name the key itself.',
    }),
    severalRegions: ({ key }: { key: string }) => ({
      says: `${key} is a key for several regions, which Fargate does not take for ephemeral storage.`,
      fix: 'Name a key of one region.',
    }),
  },
  check(cluster, say, model) {
    const given = cluster.properties.get('ManagedStorageConfiguration', 'FargateEphemeralStorageKmsKeyId').text(), key = keyOf(given, model.guardedResources);
    if ((partsOf(given) ?? []).some(part => typeof part === 'string' && /(^|:)alias\//.test(part))) say.violated('alias', given, { given: ifKnown(given) ?? '' });
    if (!key) return;
    if (ifKnown(key.properties.get('MultiRegion').flag())) say.violated('severalRegions', given, { key: key.id }, { related: [key] });
    const { actions, open } = refusedTo(aService('fargate.amazonaws.com'), 'fargateStorage', key, contextOf(cluster));
    open.forEach(unknown => { say.undecided(unknown); });
    if (actions.length > 0) say.violated('policy', key.properties.get('KeyPolicy'), { key: key.id, actions, used: isUsed(cluster, model) }, { related: [key] });
  },
});

/** What KMS learns of the cluster when Fargate asks, and of the grant: that it is for decryption. */
function contextOf({ name, environment: { account }, at }: Cluster): RequestContext {
  return new Map([
    ['kms:encryptioncontext:aws:ecs:clusteraccount', account], ['kms:encryptioncontext:aws:ecs:clustername', name], ['kms:grantoperations', known('Decrypt', at)],
  ]);
}

/** Whether the templates start tasks on Fargate in the cluster. */
function isUsed(cluster: Cluster, { services, startedTasks }: Model): boolean {
  return [...services, ...startedTasks].some(launcher => ifKnown(launcher.exists) && ifKnown(launcher.cluster) === cluster && launcher.runsOn.state === 'known' && isFargate(launcher.runsOn.value));
}
