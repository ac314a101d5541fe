import type { Examples } from '../example';

const volume = (more: string, before = '') => `
        ${before}
        Resources:
          Task: { Properties: { Volumes: [{ Name: data, EFSVolumeConfiguration: { FilesystemId: !Ref Files${more} } }] } }
`;
const at = 'Task.Properties.Volumes.0.EFSVolumeConfiguration.TransitEncryption';

export const efsTransitEncryptionExamples: Examples = {
  rule: 'efs-transit-encryption',
  bad: [{ name: 'switched off', over: 'fileSystemService', template: volume(', TransitEncryption: DISABLED'), expects: [{ at, message: 'plain' }] }],
  good: [{ name: 'switched on', over: 'fileSystemService', template: volume(', TransitEncryption: ENABLED') }],
  unknown: [{ name: 'a parameter without a default', over: 'fileSystemService', template: volume(', TransitEncryption: !Ref Encryption', 'Parameters: { Encryption: { Type: String } }'), expects: [{ at }] }],
  defaulted: [{ name: 'nothing said', over: 'fileSystemService', template: volume(''), expects: [{ at, message: 'plain' }] }],
};
