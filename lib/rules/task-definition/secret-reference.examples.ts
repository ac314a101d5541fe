import type { Examples } from '../example';

const secret = (valueFrom: string, more = '') => `
        Parameters:
          Version: { Type: String }
        Resources:
          Password: { Type: AWS::SecretsManager::Secret }
          ExecutionRole:
            Properties: { Policies: [{ PolicyName: secrets, PolicyDocument: { Statement: { Effect: Allow, Action: 'secretsmanager:GetSecretValue', Resource: '*' } } }] }
          Task:
            Properties:
              ContainerDefinitions: [{ Name: web, Image: public.ecr.aws/nginx/nginx:stable, Secrets: [{ Name: PASSWORD, ValueFrom: ${valueFrom} }] }]
${more}      `;

const parameter = (name: string) => secret(name).replace('secretsmanager:GetSecretValue', 'ssm:GetParameters');

export const secretReferenceExamples: Examples = {
  rule: 'secret-reference',
  bad: [
    {
      name: 'a JSON key without the two colons behind it',
      over: 'fargateService',
      template: secret("!Sub '${Password}:password'"),
      expects: [{ at: 'Task.Properties.ContainerDefinitions.0.Secrets.0.ValueFrom', message: 'colons' }],
    },
    {
      name: 'a colon too many',
      over: 'fargateService',
      template: secret("'arn:aws:secretsmanager:eu-west-1:111122223333:secret:shop/db-Ab12Cd:password:AWSCURRENT::'"),
      expects: [{ at: 'Task.Properties.ContainerDefinitions.0.Secrets.0.ValueFrom', message: 'colons' }],
    },
    {
      name: 'the name of a secret in the place of its ARN',
      over: 'fargateService',
      template: secret('shop/password', '          Other: { Type: AWS::SecretsManager::Secret, Properties: { Name: shop/password } }\n'),
      expects: [{ at: 'Task.Properties.ContainerDefinitions.0.Secrets.0.ValueFrom', message: 'notQualified' }],
    },
  ],
  good: [
    { name: 'a whole secret', over: 'fargateService', template: secret('!Ref Password') },
    { name: 'a parameter in a hierarchy', over: 'fargateService', template: parameter('/shop/password') },
    { name: 'a parameter in none', over: 'fargateService', template: parameter('password') },
    { name: 'a JSON key', over: 'fargateService', template: secret("!Sub '${Password}:password::'") },
    { name: 'what a parameter adds', over: 'fargateService', template: secret("!Sub '${Password}:password:${Version}'") },
  ],
};
