import type { Examples } from '../example';

const role = (rest: string) => `
        Resources:
          TaskRole:
            Type: AWS::IAM::Role
            Properties:
              AssumeRolePolicyDocument: { Statement: [{ Effect: Allow, Principal: { Service: ecs-tasks.amazonaws.com }, Action: sts:AssumeRole }] }
              ${rest}
          Task: { Properties: { TaskRoleArn: !GetAtt TaskRole.Arn } }
`;
const statement = (action: string) => role(`Policies: [{ PolicyName: all, PolicyDocument: { Version: '2012-10-17', Statement: [{ Effect: Allow, Action: '${action}', Resource: '*' }] } }]`);

export const administratorRoleExamples: Examples = {
  rule: 'administrator-role',
  bad: [
    {
      name: 'every action on every resource', over: 'fargateService', template: statement('*'),
      expects: [{ at: 'TaskRole.Properties.Policies.0.PolicyDocument.Statement.0', message: 'administrator' }],
    },
    {
      name: "the policy of AWS's own for administrators", over: 'fargateService', template: role('ManagedPolicyArns: [arn:aws:iam::aws:policy/AdministratorAccess]'),
      expects: [{ at: 'TaskRole.Properties.ManagedPolicyArns.0', message: 'administrator' }],
    },
  ],
  good: [{ name: 'every action of one service', over: 'fargateService', template: statement('sqs:*') }],
};
