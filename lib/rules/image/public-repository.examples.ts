import type { Examples } from '../example';

const repository = (statement: string) => `
        Resources:
          Repository:
            Type: AWS::ECR::Repository
            Properties: { RepositoryPolicyText: { Version: '2012-10-17', Statement: [{ Effect: Allow, Action: ecr:BatchGetImage, ${statement} }] } }
`;

export const publicRepositoryExamples: Examples = {
  rule: 'public-repository',
  bad: [
    { name: 'everybody', over: 'nothing', template: repository("Principal: '*'"), expects: [{ at: 'Repository.Properties.RepositoryPolicyText.Statement.0', message: 'everybody' }] },
    { name: 'every principal of AWS', over: 'nothing', template: repository("Principal: { AWS: ['*'] }"), expects: [{ at: 'Repository.Properties.RepositoryPolicyText.Statement.0', message: 'everybody' }] },
  ],
  good: [
    { name: 'one account', over: 'nothing', template: repository('Principal: { AWS: arn:aws:iam::123456789012:root }') },
    { name: 'the accounts of an organization', over: 'nothing', template: repository("Principal: '*', Condition: { StringEquals: { 'aws:PrincipalOrgID': o-a1b2c3d4e5 } }") },
  ],
};
