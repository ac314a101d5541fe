import { neededPermissions } from '../../catalog/needed-permissions';
import { managedPolicies } from '../../catalog/managed-policies';
import { defineRule } from '../rule';
import { lacksOf, lackWords, type Lack } from './lacks';

/** EventBridge and Step Functions start tasks, and CodeDeploy and CodePipeline replace them, with a role of the user's. */
export const launcherRolePermissions = defineRule({
  id: 'launcher-role-permissions',
  title: 'The role that starts the tasks may not start them',
  severity: 'error',
  phase: 'schedule',
  subject: 'roleAtWork',
  explanation: 'A rule or a schedule of EventBridge starts tasks with the role that its target names. That role needs ecs:RunTask on the task definition, and iam:PassRole on every role that the task definition names. Step Functions runs tasks with the role of the state machine and CodeDeploy deploys a service with the role of the deployment group, CodePipeline with its own or that of the action. Nobody sees a schedule fail: no task appears.',
  docs: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/CWE_IAM_role.html',
  predicts: ['is not authorized to perform: ecs:RunTask', 'is not authorized to perform: iam:PassRole'],
  facts: [neededPermissions, managedPolicies],
  messages: {
    run: (lack: Lack) => lackWords(lack, 'the task is started with that', 'AccessDeniedException: … is not authorized to perform: ecs:RunTask'),
    pass: (lack: Lack) => lackWords(lack, 'a task is started with the roles that its task definition names, and whoever starts it passes them', 'AccessDeniedException: … is not authorized to perform: iam:PassRole'),
    rule: (lack: Lack) => ({
      ...lackWords(lack, 'Step Functions waits for the task to end by a rule that it makes with these', 'AccessDeniedException: … is not authorized to create managed-rule.'),
      phase: 'create',
    }),
    tag: (lack: Lack) => lackWords(lack, 'the task is started with tags', 'AccessDeniedException: … is not authorized to perform: ecs:TagResource'),
    deadLetter: (lack: Lack) => lackWords(lack, 'the schedule sends what it could not start to that queue', 'is not authorized to perform: sqs:SendMessage'),
    follow: (lack: Lack) => lackWords(lack, 'Step Functions looks after the task with that, and stops it when the state machine is stopped', 'is not authorized to perform: ecs:StopTask'),
    pipeline: (lack: Lack) => ({ ...lackWords(lack, 'the pipeline deploys the service with that', 'The provided role does not have sufficient permissions to access ECS'), phase: 'deploy' }),
    deploy: (lack: Lack) => ({
      ...lackWords(lack, 'CodeDeploy replaces the tasks of the service with that', 'is not authorized to perform: ecs:CreateTaskSet'),
      phase: 'deploy',
    }),
  },
  check(subject, say, { order }) {
    for (const kind of ['launcher', 'deployment'] as const) {
      for (const { message, at, data, related } of lacksOf(subject, kind, messages, say, order)) say.violated(message, { at }, data, { related });
    }
  },
});

const messages = {
  runTask: 'run', taskTags: 'tag', passRole: 'pass', deadLetter: 'deadLetter', managedRule: 'rule', followTask: 'follow',
  taskSet: 'deploy', traffic: 'deploy', watchAlarms: 'deploy', notify: 'deploy', updateService: 'pipeline', startDeployment: 'pipeline',
} as const;
