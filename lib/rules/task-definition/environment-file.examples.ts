import type { Examples } from '../example';

const withFile = (value: string, before = '') => `
  ${before}
  Resources:
    ExecutionRole:
      Properties:
        Policies:
          - PolicyName: settings
            PolicyDocument: { Version: '2012-10-17', Statement: [{ Effect: Allow, Action: ['s3:GetObject', 's3:GetBucketLocation'], Resource: '*' }] }
    Settings: { Type: AWS::S3::Bucket }
    Task:
      Properties:
        ContainerDefinitions: [{ Name: web, Image: public.ecr.aws/nginx/nginx:stable, EnvironmentFiles: [{ Type: s3, Value: ${value} }] }]
`;
const at = 'Task.Properties.ContainerDefinitions.0.EnvironmentFiles.0.Value';

export const environmentFileExamples: Examples = {
  rule: 'environment-file',
  bad: [
    { name: 'the address of the object', over: 'fargateService', template: withFile("'s3://settings/web.env'"), expects: [{ at, message: 'notArn' }] },
    { name: 'a name that does not end in .env', over: 'fargateService', template: withFile('!Sub "${Settings.Arn}/web.properties"'), expects: [{ at, message: 'extension' }] },
  ],
  good: [
    { name: 'the ARN of an object', over: 'fargateService', template: withFile("'arn:aws:s3:::settings/web.env'") },
    { name: 'an object in a bucket of the template', over: 'fargateService', template: withFile('!Sub "${Settings.Arn}/web.env"') },
  ],
  unknown: [
    { name: 'a file from a parameter without a default', over: 'fargateService', template: withFile('!Ref File', 'Parameters: { File: { Type: String } }'), expects: [{ at }] },
  ],
};
