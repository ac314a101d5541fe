import { scheduleProblem } from '../../model/schedule/schedule-expression';
import { defineRule } from '../rule';

/** A schedule says when in one of the three forms that EventBridge reads. */
export const scheduleExpression = defineRule({
  id: 'schedule-expression',
  title: 'EventBridge cannot read the schedule',
  severity: 'error',
  phase: 'create',
  subject: 'scheduledTask',
  explanation: 'A schedule is rate(5 minutes), cron(0 8 * * ? *) with the fields minutes, hours, day of month, month, day of week and year, or, for EventBridge Scheduler, at(2030-01-31T08:00:00). Of the two days exactly one is a question mark. EventBridge refuses other expressions.',
  docs: 'https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-scheduled-rule-pattern.html',
  predicts: ['Parameter ScheduleExpression is not valid.', 'Invalid Schedule Expression'],
  facts: [],
  messages: {
    unreadable: ({ expression, problem, isRule }: { expression: string; problem: string; isRule: boolean }) => ({
      says: `The schedule is ${expression}; ${problem}.`,
      fix: 'Write the schedule as rate(5 minutes) or cron(0 8 * * ? *), with minutes, hours, day of month, month, day of week and year.',
      ecsSays: isRule ? 'Parameter ScheduleExpression is not valid.' : `Invalid Schedule Expression ${expression}.`,
    }),
  },
  check(task, say) {
    const expression = say.need(task.expression), isRule = task.type === 'AWS::Events::Rule';
    const problem = expression === undefined ? undefined : scheduleProblem(expression, isRule ? 'rule' : 'scheduler');
    if (expression !== undefined && problem !== undefined) say.violated('unreadable', task.expression, { expression, problem, isRule });
  },
});
