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
  ],
  good: [
    { name: 'a role', over: 'fargateService', template: '' },
    { name: 'the name of a role', over: 'fargateService', template: '{ Resources: { Task: { Properties: { TaskRoleArn: app } } } }' },
  ],
};
