import { ifKnown } from '../../core/value';
import { isSame } from '../../finding/finding';
import { defineRule } from '../rule';

/** What ECS may do to start a task is not what the code in it should be able to do. */
export const taskRoleShared = defineRule({
  id: 'task-role-shared',
  title: 'The code in the containers has the role with which ECS starts them',
  severity: 'advice',
  phase: 'start',
  subject: 'taskDefinition',
  explanation: 'With the execution role ECS pulls images and reads secrets before a container runs; the task role is what the code in the containers has. One role for both gives the code all secrets of the task under their ARNs, and every registry that ECS may pull from.',
  docs: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/security-iam-roles.html',
  predicts: [],
  facts: [],
  messages: {
    shared: ({ role }: { role: string }) => ({
      says: `TaskRoleArn and ExecutionRoleArn are both ${role}.`,
      fix: 'Give the task a role of its own, or none where its code calls no AWS API.',
    }),
  },
  check({ taskRole, executionRole }, say) {
    const role = ifKnown(taskRole), other = ifKnown(executionRole);
    if (role && other && isSame(role, other)) say.violated('shared', taskRole, { role: role.id }, { related: [role] });
  },
});
