import type { Examples } from '../example';

const withSecret = (secret: string, key: string, more = '') => `
  Resources:
    Login: { Type: AWS::SecretsManager::Secret, Properties: { Description: Login of the shop${secret} } }${more}
    ExecutionRole:
      Properties: { Policies: [{ PolicyName: login, PolicyDocument: { Statement: [{ Effect: Allow, Action: secretsmanager:GetSecretValue, Resource: !Ref Login }] } }] }
    Task:
      Properties:
        ContainerDefinitions: [{ Name: web, Image: public.ecr.aws/nginx/nginx:stable, Secrets: [{ Name: LOGIN, ValueFrom: !Sub '\${Login}${key}' }] }]
`;
const object = `, GenerateSecretString: { SecretStringTemplate: '{"user":"shop"}', GenerateStringKey: password }`;
const at = 'Task.Properties.ContainerDefinitions.0.Secrets.0.ValueFrom';

export const secretContentExamples: Examples = {
  rule: 'secret-content',
  bad: [
    { name: 'a key that the secret is not made with', over: 'fargateService', template: withSecret(object, ':pass::'), expects: [{ at, message: 'noKey' }] },
    { name: 'a key of a password that stands by itself', over: 'fargateService', template: withSecret(', GenerateSecretString: { PasswordLength: 20 }', ':password::'), expects: [{ at, message: 'noJson' }] },
    {
      name: 'a word that somebody may replace before the schedule starts its first task', over: 'scheduledTask', because: 'A warning: nothing keeps the stack from being created.',
      template: withSecret(', GenerateSecretString: {}', ':password::'), expects: [{ at, message: 'noJson' }],
    },
    { name: 'a secret without a value', over: 'fargateService', template: withSecret('', ''), expects: [{ at, message: 'empty' }] },
  ],
  good: [
    { name: 'the key that is generated', over: 'fargateService', template: withSecret(object, ':password::') },
    { name: 'a key of the template, in its current version', over: 'fargateService', template: withSecret(object, ':user:AWSCURRENT:') },
    { name: 'all of the secret', over: 'fargateService', template: withSecret(', GenerateSecretString: {}', '') },
    {
      name: 'a key that the attachment to a database adds',
      over: 'fargateService',
      template: withSecret(object, ':host::', `
    LoginTarget: { Type: AWS::SecretsManager::SecretTargetAttachment, Properties: { SecretId: !Ref Login, TargetId: shop, TargetType: AWS::RDS::DBInstance } }`),
    },
    {
      name: 'a key that an attachment may add, as a condition decides',
      over: 'fargateService',
      template: `
  Parameters: { Stage: { Type: String } }
  Conditions: { Production: !Equals [!Ref Stage, production] }${withSecret(object, ':host::', `
    LoginTarget: { Type: AWS::SecretsManager::SecretTargetAttachment, Properties: { SecretId: !If [Production, !Ref Login, other], TargetId: shop, TargetType: AWS::RDS::DBInstance } }`)}`,
    },
  ],
  unknown: [
    {
      name: 'a secret that a custom resource fills',
      over: 'fargateService',
      template: withSecret(', GenerateSecretString: {}', ':password::', `
    Credentials: { Type: Custom::SmtpCredentials, Properties: { ServiceToken: 'arn:aws:lambda:us-east-1:111122223333:function:credentials', SecretId: !Ref Login } }`),
      expects: [{ at: 'Credentials.Properties' }],
    },
  ],
};
