import type { Examples } from '../example';

const account = "{ Effect: Allow, Principal: { AWS: !Sub 'arn:aws:iam::${AWS::AccountId}:root' }, Action: 'kms:*', Resource: '*' }";
const role = "{ AWS: !Sub 'arn:aws:iam::${AWS::AccountId}:role/aws-service-role/autoscaling.amazonaws.com/AWSServiceRoleForAutoScaling' }";
const use = `{ Effect: Allow, Principal: ${role}, Action: ['kms:Encrypt', 'kms:Decrypt', 'kms:ReEncrypt*', 'kms:GenerateDataKey*', 'kms:DescribeKey'], Resource: '*' }`;
const grant = `{ Effect: Allow, Principal: ${role}, Action: 'kms:CreateGrant', Resource: '*', Condition: { Bool: { 'kms:GrantIsForAWSResource': 'true' } } }`;

/** Instances of which the first volume is encrypted with a key. */
const encrypted = (key: string, reference = '!GetAtt Key.Arn') => `
        Resources:
          ${key}
          LaunchTemplate:
            Properties:
              LaunchTemplateData: { BlockDeviceMappings: [{ DeviceName: /dev/xvda, Ebs: { VolumeSize: 50, Encrypted: true, KmsKeyId: ${reference} } }] }
      `;
const withPolicy = (...statements: readonly string[]) => `Key: { Type: AWS::KMS::Key, Properties: { KeyPolicy: { Statement: [${statements.join(', ')}] } } }`;

export const volumeKeyExamples: Examples = {
  rule: 'volume-key',
  bad: [
    { name: 'a key that is left to the account', over: 'ec2Service', template: encrypted(withPolicy(account)), expects: [{ at: 'Key.Properties.KeyPolicy', message: 'policy' }] },
    { name: 'a key that may be used and not granted', over: 'ec2Service', template: encrypted(withPolicy(account, use)), expects: [{ at: 'Key.Properties.KeyPolicy', message: 'policy' }] },
    { name: 'a key with the policy that it has by default', over: 'ec2Service', template: encrypted('Key: { Type: AWS::KMS::Key }'), expects: [{ at: 'Key.Properties.KeyPolicy', message: 'policy' }] },
  ],
  good: [
    { name: 'a key that lets in the service-linked role', over: 'ec2Service', template: encrypted(withPolicy(account, use, grant)) },
    { name: 'the key of AWS', over: 'ec2Service', template: encrypted(withPolicy(account), 'alias/aws/ebs') },
    { name: 'a key that is elsewhere', over: 'ec2Service', template: encrypted(withPolicy(account), 'arn:aws:kms:eu-west-1:111122223333:key/1234') },
  ],
};
