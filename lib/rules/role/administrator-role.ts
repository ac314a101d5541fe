import { ifKnown } from '../../core/value';
import { isSame } from '../../finding/finding';
import { wideGrants } from '../../needs/surplus';
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
    const tasks = taskDefinitions.filter(task => [task.taskRole, task.executionRole].some(given => {
      const found = ifKnown(given);
      return found !== undefined && isSame(found, role);
    }));
    const [grant] = tasks.length === 0 ? [] : wideGrants(role, []).filter(({ because, statement: { inDoubt } }) => because === 'it is an administrator' && !inDoubt);
    if (grant) say.violated('administrator', grant.statement, { role: role.id, tasks: tasks.map(({ id }) => id) }, { related: tasks });
  },
});
