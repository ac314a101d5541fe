import { ifKnown } from '../../core/value';
import { administratorStatement } from '../../needs/surplus';
import { defineRule } from '../rule';

/** What runs in containers, or what starts them, seldom has to be allowed everything. */
export const administratorRole = defineRule({
  id: 'administrator-role',
  title: 'The role of tasks may do everything in the account',
  severity: 'advice',
  phase: 'start',
  subject: 'role',
  explanation: 'The credentials of the task role are there for whatever runs in a container, also for whoever gets in. A policy that allows every action on every resource gives away the account with them. `drydock roles` shows what the task needs, and what its role is granted beyond.',
  docs: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/security-iam-bp.html',
  predicts: [],
  facts: [],
  messages: {
    administrator: ({ role, tasks }: { role: string; tasks: readonly string[] }) => ({
      says: `${role}, the role of ${tasks.join(', ')}, is an administrator.`,
      fix: 'Allow what the code in the containers does, and no more.',
    }),
  },
  check(role, say, { taskDefinitions }) {
    const statement = administratorStatement(role);
    const tasks = statement ? taskDefinitions.filter(({ taskRole, executionRole }) => [taskRole, executionRole].map(ifKnown).includes(role)) : [];
    if (statement && tasks.length > 0) say.violated('administrator', statement, { role: role.id, tasks: tasks.map(({ id }) => id) }, { related: tasks });
  },
});
