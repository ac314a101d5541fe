import type { Examples } from '../example';

const policyOf = (dependsOn: string) => `
        Resources:
          ExecutionRole:
            Properties: { ManagedPolicyArns: null }
          PullPolicy:
            Type: AWS::IAM::Policy
            Properties:
              PolicyName: pull
              Roles: [!Ref ExecutionRole]
              PolicyDocument: { Statement: [{ Effect: Allow, Action: 'ecr:*', Resource: '*' }] }
          Task:
            Properties:
              ContainerDefinitions: [{ Name: web, Image: 111122223333.dkr.ecr.eu-west-1.amazonaws.com/shop/web:1 }]
          Service: { DependsOn: ${dependsOn} }
      `;

export const rolePolicyOrderExamples: Examples = {
  rule: 'role-policy-order',
  bad: [
    {
      name: 'a service beside the policy that lets it pull',
      over: 'fargateService',
      template: policyOf('DefaultRoute'),
      expects: [{ at: 'Service.Properties', message: 'race' }],
    },
  ],
  good: [
    { name: 'a service that waits for the policy', over: 'fargateService', template: policyOf('[DefaultRoute, PullPolicy]') },
    { name: 'policies in the role itself', over: 'fargateService', template: '' },
  ],
};
