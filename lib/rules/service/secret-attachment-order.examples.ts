import type { Examples } from '../example';

const database = (dependsOn: string, key = 'host') => `
        Resources:
          Secret:
            Type: AWS::SecretsManager::Secret
            Properties: { GenerateSecretString: { SecretStringTemplate: '{"username":"shop"}', GenerateStringKey: password } }
          Database:
            Type: AWS::RDS::DBInstance
            Properties: { Engine: mysql, DBInstanceClass: db.t4g.micro, AllocatedStorage: '20', MasterUsername: shop, MasterUserPassword: !Sub '{{resolve:secretsmanager:\${Secret}:SecretString:password}}' }
          Attached:
            Type: AWS::SecretsManager::SecretTargetAttachment
            Properties: { SecretId: !Ref Secret, TargetId: !Ref Database, TargetType: AWS::RDS::DBInstance }
          ExecutionRole:
            Properties:
              Policies: [{ PolicyName: secret, PolicyDocument: { Version: '2012-10-17', Statement: [{ Effect: Allow, Action: secretsmanager:GetSecretValue, Resource: !Ref Secret }] } }]
          Task:
            Properties:
              ContainerDefinitions:
                - { Name: web, Image: public.ecr.aws/nginx/nginx:stable, PortMappings: [{ ContainerPort: 80 }], Secrets: [{ Name: VALUE, ValueFrom: !Sub '\${Secret}:${key}::' }] }
          Service: { DependsOn: ${dependsOn} }
      `;

export const secretAttachmentOrderExamples: Examples = {
  rule: 'secret-attachment-order',
  bad: [
    {
      name: 'the host of a database that is still being made',
      over: 'fargateService',
      template: database('DefaultRoute'),
      expects: [{ at: 'Service.Properties', message: 'noOrder' }],
    },
  ],
  good: [
    { name: 'a service that waits for the attachment', over: 'fargateService', template: database('[DefaultRoute, Attached]') },
    { name: 'a key that the secret has from the beginning', over: 'fargateService', template: database('DefaultRoute', 'password') },
  ],
};
