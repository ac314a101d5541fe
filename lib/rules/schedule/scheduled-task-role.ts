import { defineRule } from '../rule';

/** A rule of EventBridge starts tasks in the name of a role. */
export const scheduledTaskRole = defineRule({
  id: 'scheduled-task-role',
  title: 'EventBridge has no role with which to start the tasks',
  severity: 'error',
  phase: 'create',
  subject: 'scheduledTask',
  explanation: 'A target that runs tasks of ECS names the role that EventBridge assumes for it. EventBridge refuses the target without one.',
  docs: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/CWE_IAM_role.html',
  predicts: ['RoleArn is required for target'],
  facts: [],
  messages: {
    leftOut: () => ({
      says: 'The target runs tasks and names no role.',
      fix: 'Set RoleArn to a role that EventBridge may assume, with ecs:RunTask and iam:PassRole.',
      ecsSays: 'RoleArn is required for target',
    }),
  },
  check({ role, type }, say) {
    // The schema of a schedule demands one: resource-property.
    if (role.state === 'absent' && type === 'AWS::Events::Rule') say.violated('leftOut', role, undefined);
  },
});
