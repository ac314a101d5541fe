import { fact } from './fact';

/** On whose behalf a service assumes a role: what `aws:SourceArn` of its request begins with, as service and resource of an ARN in the account and region. */
export const confusedDeputy = fact({
  id: 'confused-deputy',
  standing: 'documented',
  source: {
    url: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-iam-roles.html',
    read: '2026-11-20',
    says: 'Trust policies should hold aws:SourceAccount and aws:SourceArn, for tasks arn:aws:ecs:REGION:ACCOUNT:*, where no cluster can be named. ' +
      'For schedules the user guide of EventBridge Scheduler has the ARN of the schedule group, for rules that of EventBridge the ARN of the rule. For ec2.amazonaws.com and ecs.amazonaws.com AWS recommends neither.',
  },
  value: {
    'ecs-tasks.amazonaws.com': { service: 'ecs', resource: '*' },
    'events.amazonaws.com': { service: 'events', resource: 'rule/*' },
    'scheduler.amazonaws.com': { service: 'scheduler', resource: 'schedule-group/*' },
  },
});
