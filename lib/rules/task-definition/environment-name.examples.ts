import type { Examples } from '../example';

const parameter = '!Sub "arn:aws:ssm:${AWS::Region}:${AWS::AccountId}:parameter/shop"';
const variables = (environment: string, secrets: string, before = '') => `
  ${before}
  Resources:
    ExecutionRole:
      Properties:
        Policies:
          - PolicyName: secrets
            PolicyDocument: { Version: '2012-10-17', Statement: [{ Effect: Allow, Action: ssm:GetParameters, Resource: '*' }] }
    Task:
      Properties:
        ContainerDefinitions:
          - Name: web
            Image: public.ecr.aws/nginx/nginx:stable
            Environment: [${environment}]
            Secrets: [${secrets}]
`;

export const environmentNameExamples: Examples = {
  rule: 'environment-name',
  bad: [
    {
      name: 'a user in plain text and as a secret',
      over: 'fargateService',
      template: variables('{ Name: DB_HOST, Value: db }, { Name: DB_USER, Value: shop }', `{ Name: DB_USER, ValueFrom: ${parameter} }`),
      expects: [{ at: 'Task.Properties.ContainerDefinitions.0.Environment.1.Name', message: 'alsoPlain' }],
    },
    {
      name: 'a secret twice',
      over: 'fargateService',
      template: variables('', `{ Name: DB_USER, ValueFrom: ${parameter} }, { Name: DB_USER, ValueFrom: ${parameter} }`),
      expects: [{ at: 'Task.Properties.ContainerDefinitions.0.Secrets.1.Name', message: 'secretTwice' }],
    },
  ],
  good: [
    {
      name: 'names that differ',
      over: 'fargateService',
      template: variables('{ Name: DB_HOST, Value: db }', `{ Name: DB_USER, ValueFrom: ${parameter} }`),
    },
  ],
  unknown: [
    {
      name: 'a name from a parameter without a default',
      over: 'fargateService',
      template: variables('{ Name: !Ref Variable, Value: shop }', `{ Name: DB_USER, ValueFrom: ${parameter} }`, 'Parameters: { Variable: { Type: String } }'),
      expects: [{ at: 'Task.Properties.ContainerDefinitions.0.Environment.0.Name' }],
    },
  ],
};
