import type { Examples } from '../example';

const policy = (statement: string) => `
        Resources:
          Files:
            Properties: { FileSystemPolicy: { Statement: [${statement}] } }
      `;

const everybody = "{ Effect: Allow, Principal: { AWS: '*' }, Action: 'elasticfilesystem:Client*' }";
const encrypted = "{ Effect: Deny, Principal: { AWS: '*' }, Action: '*', Condition: { Bool: { 'aws:SecureTransport': 'false' } } }";

export const fileSystemPolicyExamples: Examples = {
  rule: 'file-system-policy',
  bad: [
    {
      name: 'a policy that allows everything but the mount',
      over: 'fileSystemService',
      template: policy("{ Effect: Allow, Principal: { AWS: '*' }, Action: ['elasticfilesystem:ClientWrite', 'elasticfilesystem:ClientRootAccess'], Condition: { Bool: { elasticfilesystem:AccessedViaMountTarget: 'true' } } }"),
      expects: [{ at: 'Files.Properties.FileSystemPolicy', message: 'anonymous' }],
    },
    {
      name: 'a policy that asks for encryption in transit, which the volume does not have',
      over: 'fileSystemService',
      template: `${policy(`${everybody}, ${encrypted}`)}
          Task: { Properties: { Volumes: [{ Name: data, EFSVolumeConfiguration: { FilesystemId: !Ref Files } }] } }
      `,
      expects: [{ at: 'Task.Properties.Volumes.0.EFSVolumeConfiguration.TransitEncryption', message: 'plain' }],
    },
  ],
  good: [
    { name: 'a file system without a policy', over: 'fileSystemService', template: '' },
    { name: 'a policy that lets everybody in', over: 'fileSystemService', template: policy(everybody) },
    {
      name: 'a policy that asks for encryption in transit, and a volume that has it',
      over: 'fileSystemService',
      template: `${policy(`${everybody}, ${encrypted}`)}
          Task: { Properties: { Volumes: [{ Name: data, EFSVolumeConfiguration: { FilesystemId: !Ref Files, TransitEncryption: ENABLED } }] } }
      `,
    },
  ],
  unknown: [
    {
      name: 'IAM authorization by a parameter without a default',
      over: 'fileSystemService',
      template: `
        Parameters:
          Authorization: { Type: String }${policy("{ Effect: Allow, Principal: { AWS: '*' }, Action: elasticfilesystem:ClientWrite }")}
          Task:
            Properties:
              Volumes: [{ Name: data, EFSVolumeConfiguration: { FilesystemId: !Ref Files, TransitEncryption: ENABLED, AuthorizationConfig: { IAM: !Ref Authorization } } }]
      `,
      expects: [{ at: 'Task.Properties.Volumes.0.EFSVolumeConfiguration.AuthorizationConfig.IAM' }],
    },
  ],
};
