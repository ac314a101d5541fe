import type { Examples } from '../example';

const environment = (variables: string) => `
        Resources:
          Task:
            Properties:
              ContainerDefinitions: [{ Name: web, Image: public.ecr.aws/nginx/nginx:stable, Environment: [${variables}] }]
`;

export const plainSecretExamples: Examples = {
  rule: 'plain-secret',
  bad: [
    {
      name: 'the password of a database',
      over: 'fargateService',
      template: environment('{ Name: DB_PASSWORD, Value: correct-horse-battery }'),
      expects: [{ at: 'Task.Properties.ContainerDefinitions.0.Environment.0.Value', message: 'plain' }],
    },
  ],
  good: [
    { name: 'where a secret is', over: 'fargateService', template: environment("{ Name: DB_PASSWORD_FILE, Value: /run/db }, { Name: TOKEN_URL, Value: 'https://id.example.com' }, { Name: REQUIRE_PASSWORD, Value: 'true' }") },
    {
      name: 'a value that a parameter gives',
      over: 'fargateService',
      template: `
        Parameters: { Password: { Type: String, NoEcho: true } }
${environment('{ Name: DB_PASSWORD, Value: !Ref Password }')}`,
    },
  ],
};
