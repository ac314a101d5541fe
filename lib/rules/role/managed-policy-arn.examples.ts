import type { Examples } from '../example';

const naming = (arn: string) => `
        Resources:
          ExecutionRole:
            Properties: { ManagedPolicyArns: [${arn}] }
      `;

export const managedPolicyArnExamples: Examples = {
  rule: 'managed-policy-arn',
  bad: [
    {
      name: 'the policy for execution roles without its path',
      over: 'fargateService',
      template: naming('arn:aws:iam::aws:policy/AmazonECSTaskExecutionRolePolicy'),
      expects: [{ at: 'ExecutionRole.Properties.ManagedPolicyArns.0', message: 'elsewhere' }],
    },
    {
      name: 'a path where there is none',
      over: 'fargateService',
      template: naming("!Sub 'arn:${AWS::Partition}:iam::aws:policy/service-role/AmazonEC2ContainerRegistryReadOnly'"),
      expects: [{ at: 'ExecutionRole.Properties.ManagedPolicyArns.0', message: 'elsewhere' }],
    },
    {
      name: 'a policy with a letter missing',
      over: 'fargateService',
      template: naming('arn:aws:iam::aws:policy/service-role/AmazonECSTaskExecutonRolePolicy'),
      expects: [{ at: 'ExecutionRole.Properties.ManagedPolicyArns.0', message: 'elsewhere' }],
    },
    {
      name: 'the name of an execution role that many accounts have, in place of the policy',
      over: 'fargateService',
      template: naming('arn:aws:iam::aws:policy/service-role/AmazonECSTaskExecutionRole'),
      expects: [{ at: 'ExecutionRole.Properties.ManagedPolicyArns.0', message: 'elsewhere' }],
    },
    {
      name: 'the name of a policy in place of its ARN',
      over: 'fargateService',
      template: naming('AmazonECSTaskExecutionRolePolicy'),
      expects: [{ at: 'ExecutionRole.Properties.ManagedPolicyArns.0', message: 'notArn' }],
    },
  ],
  good: [
    { name: 'the policy for execution roles', over: 'fargateService', template: '' },
    { name: 'a policy that the catalog does not know', over: 'fargateService', template: naming('arn:aws:iam::aws:policy/AmazonRDSFullAccess') },
    { name: 'the policy with another capital letter, which IAM finds all the same', over: 'fargateService', template: naming('arn:aws:iam::aws:policy/service-role/AmazonECSTaskExecutionrolePolicy') },
    { name: 'one that differs from a known one by a letter', over: 'fargateService', template: naming('arn:aws:iam::aws:policy/AmazonSESFullAccess') },
  ],
};
