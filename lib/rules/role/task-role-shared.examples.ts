import type { Examples } from '../example';

export const taskRoleSharedExamples: Examples = {
  rule: 'task-role-shared',
  bad: [
    {
      name: 'one role for both', over: 'fargateService', template: '{ Resources: { Task: { Properties: { TaskRoleArn: !GetAtt ExecutionRole.Arn } } } }',
      expects: [{ at: 'Task.Properties.TaskRoleArn', message: 'shared' }],
    },
  ],
  good: [
    { name: 'no task role', over: 'fargateService', template: '' },
    { name: 'a role by its ARN, of which nobody knows what it may do', over: 'fargateService', template: '{ Resources: { Task: { Properties: { TaskRoleArn: arn:aws:iam::123456789012:role/shop } } } }' },
  ],
};
