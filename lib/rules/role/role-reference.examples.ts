import type { Examples } from '../example';

export const roleReferenceExamples: Examples = {
  rule: 'role-reference',
  bad: [
    {
      name: 'an instance profile in place of its role',
      over: 'ec2Service',
      template: '{ Resources: { Task: { Properties: { TaskRoleArn: !GetAtt InstanceProfile.Arn } } } }',
      expects: [{ at: 'Task.Properties.TaskRoleArn', message: 'other' }],
    },
    {
      name: 'a policy',
      over: 'fargateService',
      template: '{ Resources: { Task: { Properties: { ExecutionRoleArn: arn:aws:iam::aws:policy/service-role/AmazonECSTaskExecutionRolePolicy } } } }',
      expects: [{ at: 'Task.Properties.ExecutionRoleArn', message: 'other' }],
    },
    {
      name: 'the ARN of a role without its path',
      over: 'fargateService',
      template: `
        Resources:
          ExecutionRole:
            Properties: { RoleName: orders, Path: /shop/ }
          Task:
            Properties: { ExecutionRoleArn: !Sub 'arn:aws:iam::\${AWS::AccountId}:role/orders' }
      `,
      expects: [{ at: 'Task.Properties.ExecutionRoleArn', message: 'otherPath' }],
    },
  ],
  good: [
    { name: 'a role', over: 'fargateService', template: '' },
    {
      name: 'the ARN of a role with its path',
      over: 'fargateService',
      template: `
        Resources:
          ExecutionRole:
            Properties: { RoleName: orders, Path: /shop/ }
          Task:
            Properties: { ExecutionRoleArn: !Sub 'arn:aws:iam::\${AWS::AccountId}:role/shop/orders' }
      `,
    },
    { name: 'the name of a role', over: 'fargateService', template: '{ Resources: { Task: { Properties: { TaskRoleArn: app } } } }' },
  ],
};
