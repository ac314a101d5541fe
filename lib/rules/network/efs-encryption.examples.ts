import type { Examples } from '../example';

const files = (encrypted: string) => `Resources: { Files: { Properties: { Encrypted: ${encrypted} } } }`;
const at = 'Files.Properties.Encrypted';

export const efsEncryptionExamples: Examples = {
  rule: 'efs-encryption',
  bad: [{ name: 'switched off', over: 'fileSystemService', template: files('false'), expects: [{ at, message: 'plain' }] }],
  good: [{ name: 'switched on', over: 'fileSystemService', template: files('true') }],
  unknown: [{ name: 'a parameter without a default', over: 'fileSystemService', template: `{ Parameters: { Secure: { Type: String } }, ${files('!Ref Secure')} }`, expects: [{ at }] }],
  defaulted: [{ name: 'nothing said', over: 'fileSystemService', template: files('null'), expects: [{ at, message: 'plain' }] }],
};
