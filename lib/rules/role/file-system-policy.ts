import { neededPermissions } from '../../catalog/needed-permissions';
import { ifKnown, known, mapValue, withDefault, type Value } from '../../core/value';
import { lets } from '../../iam/authorize';
import { anybody } from '../../iam/caller';
import type { Decision } from '../../iam/decide';
import { requestFor } from '../../iam/request';
import { contextOf, fileSystemOf } from '../../needs/mount';
import { defineRule } from '../rule';

/** A volume of EFS without IAM authorization is mounted by nobody in particular, and the policy of the file system has to allow that. */
export const fileSystemPolicy = defineRule({
  id: 'file-system-policy',
  title: 'The policy of the file system keeps the task from mounting it',
  severity: 'error',
  phase: 'start',
  subject: 'taskDefinition',
  explanation: 'A file system without a policy lets everybody mount it who reaches its mount target. As soon as it has one, the policy has to allow elasticfilesystem:ClientMount: to everybody where the volume is mounted without IAM authorization, else to the task role. A policy may ask for encryption in transit, which a volume has by TransitEncryption alone.',
  docs: 'https://docs.aws.amazon.com/efs/latest/ug/iam-access-control-nfs-efs.html',
  predicts: ['mount.nfs4: access denied by server while mounting'],
  facts: [neededPermissions],
  messages: {
    anonymous: ({ volume, fileSystem }: { volume: string; fileSystem: string }) => ({
      says: `Volume ${volume} is mounted without IAM authorization, and the policy of ${fileSystem} does not allow elasticfilesystem:ClientMount to everybody.`,
      fix: 'Set AuthorizationConfig.IAM to ENABLED with TransitEncryption and allow ClientMount to the task role, or allow it to everybody in the policy of the file system.',
      ecsSays,
    }),
    plain: ({ volume, fileSystem }: { volume: string; fileSystem: string }) => ({
      says: `Volume ${volume} is mounted without encryption in transit, with which alone the policy of ${fileSystem} allows elasticfilesystem:ClientMount.`,
      fix: 'TransitEncryption: ENABLED',
      repair: [{ set: 'ENABLED' }],
      ecsSays,
    }),
  },
  check(task, say, { guardedResources }) {
    for (const volume of ifKnown(task.volumes) ?? []) {
      const fileSystem = fileSystemOf(volume, guardedResources), [policy] = fileSystem?.policies ?? [];
      const iam = volume.properties.get('EFSVolumeConfiguration', 'AuthorizationConfig', 'IAM').text();
      if (!fileSystem || !policy || (iam.state !== 'absent' && say.need(iam)?.toUpperCase() !== 'DISABLED')) continue;
      const encryption = volume.properties.get('EFSVolumeConfiguration', 'TransitEncryption').text();
      const isEncrypted = mapValue(withDefault(encryption, 'DISABLED'), text => String(text.toUpperCase() === 'ENABLED'));
      const [action = ''] = neededPermissions.value.mount.actions, names = { volume: ifKnown(volume.name) ?? '', fileSystem: fileSystem.id };
      const mount = (encrypted: Value<string>): Decision => lets([policy], requestFor(action, fileSystem.arn, anybody, new Map([...contextOf(volume, task), ['aws:securetransport', encrypted]])));
      const decision = mount(isEncrypted);
      if (decision.answer === 'unknown') say.undecided(decision.unknown);
      else if (decision.answer === 'no' && ifKnown(isEncrypted) === 'false' && mount(known('true', encryption.at)).answer === 'yes') say.violated('plain', encryption, names, { related: [fileSystem] });
      else if (decision.answer === 'no') say.violated('anonymous', fileSystem.properties.get('FileSystemPolicy'), names);
    }
  },
});

const ecsSays = 'ResourceInitializationError: failed to invoke EFS utils commands to set up EFS volumes: mount.nfs4: access denied by server while mounting 127.0.0.1:/';
