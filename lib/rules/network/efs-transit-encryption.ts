import { ifKnown } from '../../core/value';
import { reach } from '../../model/reach';
import { defineRule } from '../rule';

/** What goes between a task and a file system is encrypted where somebody says so. */
export const efsTransitEncryption = defineRule({
  id: 'efs-transit-encryption',
  title: 'Files go to and from the task unencrypted',
  severity: 'advice',
  phase: 'start',
  subject: 'taskDefinition',
  explanation: 'The traffic of NFS between a task and a file system of Amazon EFS is in plain text unless TransitEncryption is ENABLED. It costs nothing, and access points and authorization by IAM demand it.',
  docs: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/efs-volumes.html',
  predicts: [],
  facts: [],
  messages: {
    plain: ({ volume }: { volume: string }) => ({
      says: `TransitEncryption of the volume ${volume} is not ENABLED.`,
      fix: 'TransitEncryption: ENABLED',
      repair: [{ set: 'ENABLED' }],
    }),
  },
  check({ properties }, say) {
    for (const volume of reach(properties, 'Volumes.*').found) {
      const configuration = volume.get('EFSVolumeConfiguration'), encryption = configuration.get('TransitEncryption').text();
      // With authorization or an access point it is not advice: another rule's error.
      if (configuration.given !== 'yes' || configuration.get('AuthorizationConfig').given !== 'no') continue;
      if (encryption.state === 'absent' || say.need(encryption) === 'DISABLED') say.violated('plain', encryption, { volume: ifKnown(volume.get('Name').text()) ?? '' });
    }
  },
});
