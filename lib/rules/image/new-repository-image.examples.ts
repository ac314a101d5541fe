import type { Examples } from '../example';

const service = (count: string) => `
        Resources:
          Repository: { Type: AWS::ECR::Repository }
          Task:
            Properties:
              ContainerDefinitions: [{ Name: web, Image: !Sub '\${Repository.RepositoryUri}:latest' }]
          Service:
            Properties: { DesiredCount: ${count} }
      `;

export const newRepositoryImageExamples: Examples = {
  rule: 'new-repository-image',
  bad: [
    { name: 'two tasks from a repository of the same stack', over: 'fargateService', template: service('2'), expects: [{ at: 'Service.Properties.DesiredCount', message: 'empty' }] },
  ],
  good: [
    { name: 'no task until there is an image', over: 'fargateService', template: service('0') },
    {
      name: 'a repository that is there before',
      over: 'fargateService',
      template: `
        Resources:
          Task:
            Properties:
              ContainerDefinitions: [{ Name: web, Image: !Sub '\${AWS::AccountId}.dkr.ecr.\${AWS::Region}.amazonaws.com/web:latest' }]
      `,
    },
  ],
  unknown: [
    {
      name: 'a count from a parameter without a default',
      over: 'fargateService',
      template: `
        Parameters:
          Count: { Type: Number }${service('!Ref Count')}`,
      expects: [{ at: 'Service.Properties.DesiredCount' }],
    },
  ],
  defaulted: [
    { name: 'a service that does not say how many tasks it wants wants one', over: 'fargateService', template: service('null'), expects: [{ at: 'Service.Properties.DesiredCount', message: 'empty' }] },
  ],
};
