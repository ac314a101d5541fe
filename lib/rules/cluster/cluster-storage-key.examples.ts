import type { Examples } from '../example';

const account = "{ Effect: Allow, Principal: { AWS: !Sub 'arn:aws:iam::${AWS::AccountId}:root' }, Action: 'kms:*', Resource: '*' }";
const fargate = (actions: string, condition = '') => `{ Effect: Allow, Principal: { Service: fargate.amazonaws.com }, Action: [${actions}], Resource: '*'${condition} }`;
const ofCluster = (name: string) => `, Condition: { StringEquals: { 'kms:EncryptionContext:aws:ecs:clusterAccount': !Ref AWS::AccountId, 'kms:EncryptionContext:aws:ecs:clusterName': ${name} } }`;
const all = 'kms:DescribeKey, kms:GenerateDataKeyWithoutPlaintext, kms:CreateGrant';

/** The service's cluster with a key of its own. */
const encrypted = (statements: readonly string[], properties = '') => `
        Resources:
          Key: { Type: AWS::KMS::Key, Properties: { ${properties}KeyPolicy: { Statement: [${statements.join(', ')}] } } }
          Cluster: { Properties: { ClusterName: shop, ManagedStorageConfiguration: { FargateEphemeralStorageKmsKeyId: !Ref Key } } }
      `;

export const clusterStorageKeyExamples: Examples = {
  rule: 'cluster-storage-key',
  bad: [
    {
      name: 'a key that only the account may use',
      over: 'fargateService',
      template: encrypted([account]),
      expects: [{ at: 'Key.Properties.KeyPolicy', message: 'policy' }],
    },
    {
      name: 'a key for another cluster',
      over: 'fargateService',
      template: encrypted([account, fargate('kms:DescribeKey'), fargate('kms:GenerateDataKeyWithoutPlaintext, kms:CreateGrant', ofCluster('stage'))]),
      expects: [{ at: 'Key.Properties.KeyPolicy', message: 'policy' }],
    },
    {
      name: 'a key for several regions',
      over: 'fargateService',
      template: encrypted([account, fargate(all)], 'MultiRegion: true, '),
      expects: [{ at: 'Cluster.Properties.ManagedStorageConfiguration.FargateEphemeralStorageKmsKeyId', message: 'severalRegions' }],
    },
    {
      name: 'an alias',
      over: 'fargateService',
      template: `
        Resources:
          Cluster: { Properties: { ManagedStorageConfiguration: { FargateEphemeralStorageKmsKeyId: alias/shop } } }
      `,
      expects: [{ at: 'Cluster.Properties.ManagedStorageConfiguration.FargateEphemeralStorageKmsKeyId', message: 'alias' }],
    },
  ],
  good: [
    { name: 'a key that Fargate may use for this cluster', over: 'fargateService', template: encrypted([account, fargate('kms:DescribeKey'), fargate('kms:GenerateDataKeyWithoutPlaintext, kms:CreateGrant', ofCluster('shop'))]) },
    { name: 'a key that Fargate may use', over: 'fargateService', template: encrypted([account, fargate("'kms:*'")]) },
  ],
  unknown: [
    {
      name: 'a key for the cluster of a parameter without a default',
      over: 'fargateService',
      template: `
        Parameters:
          Name: { Type: String }${encrypted([account, fargate('kms:DescribeKey'), fargate('kms:GenerateDataKeyWithoutPlaintext, kms:CreateGrant', ofCluster('!Ref Name'))])}`,
      expects: [],
    },
  ],
};
