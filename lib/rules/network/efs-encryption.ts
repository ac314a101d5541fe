import { withDefault } from '../../core/value';
import { defineRule } from '../rule';

/** A file system is encrypted where somebody says so when it is created, and never again. */
export const efsEncryption = defineRule({
  id: 'efs-encryption',
  title: 'The file system keeps its files unencrypted',
  severity: 'advice',
  phase: 'create',
  subject: 'fileSystem',
  explanation: 'CloudFormation creates a file system of Amazon EFS without encryption unless Encrypted is true. It cannot be switched on later: the file system has to be replaced, and its files copied.',
  docs: 'https://docs.aws.amazon.com/efs/latest/ug/encryption-at-rest.html',
  predicts: [],
  facts: [],
  messages: {
    plain: () => ({
      says: 'Encrypted is not true, and it cannot be made so later without a new file system.',
      fix: 'Encrypted: true',
      repair: [{ set: true }],
    }),
  },
  check({ properties }, say) {
    const encrypted = withDefault(properties.get('Encrypted').flag(), false);
    if (say.need(encrypted) === false) say.violated('plain', encrypted, undefined);
  },
});
