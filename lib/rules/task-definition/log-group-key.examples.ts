import type { Examples } from '../example';

const account = "{ Effect: Allow, Principal: { AWS: !Sub 'arn:aws:iam::${AWS::AccountId}:root' }, Action: 'kms:*', Resource: '*' }";
const logs = (service: string, group = '*') => `{ Effect: Allow, Principal: { Service: ${service} }, Action: ['kms:Encrypt*', 'kms:Decrypt*', 'kms:ReEncrypt*', 'kms:GenerateDataKey*', 'kms:Describe*'], Resource: '*', Condition: { ArnLike: { 'kms:EncryptionContext:aws:logs:arn': !Sub 'arn:aws:logs:\${AWS::Region}:\${AWS::AccountId}:log-group:${group}' } } }`;
const here = "!Sub 'logs.${AWS::Region}.amazonaws.com'";

/** A log group with a key of its own. */
const encrypted = (...statements: readonly string[]) => `
        Resources:
          Key: { Type: AWS::KMS::Key, Properties: { KeyPolicy: { Statement: [${statements.join(', ')}] } } }
          LogGroup: { Type: AWS::Logs::LogGroup, Properties: { LogGroupName: /shop/web, KmsKeyId: !GetAtt Key.Arn } }
      `;

export const logGroupKeyExamples: Examples = {
  rule: 'log-group-key',
  bad: [
    { name: 'a key that only the account may use', over: 'fargateService', template: encrypted(account), expects: [{ at: 'Key.Properties.KeyPolicy', message: 'policy' }] },
    { name: 'a key for other log groups', over: 'fargateService', template: encrypted(account, logs(here, '/shop/api*')), expects: [{ at: 'Key.Properties.KeyPolicy', message: 'policy' }] },
    {
      name: 'a key with the policy that it has by default',
      over: 'fargateService',
      template: `
        Resources:
          Key: { Type: AWS::KMS::Key }
          LogGroup: { Type: AWS::Logs::LogGroup, Properties: { KmsKeyId: !GetAtt Key.Arn } }
      `,
      expects: [{ at: 'Key.Properties.KeyPolicy', message: 'policy' }],
    },
  ],
  good: [
    { name: 'a key that CloudWatch Logs may use for these log groups', over: 'fargateService', template: encrypted(account, logs(here, '/shop/*')) },
    { name: 'a key that it may use, named without a region', over: 'fargateService', template: encrypted(account, logs('logs.amazonaws.com')) },
    { name: 'a key that is elsewhere', over: 'fargateService', template: '{ Resources: { LogGroup: { Type: AWS::Logs::LogGroup, Properties: { KmsKeyId: arn:aws:kms:eu-west-1:111122223333:key/1234 } } } }' },
  ],
  unknown: [
    {
      name: 'a key for CloudWatch Logs of a region, in a stack of which the region is not given',
      over: 'fargateService', template: encrypted(account, logs('logs.eu-west-1.amazonaws.com')),
    },
  ],
};
