import type { Examples } from '../example';
import { schedule } from './example-schedule';

const rule = (expression: string) => `
  Resources:
    Rule: { Properties: { ScheduleExpression: "${expression}" } }
`;
export const scheduleExpressionExamples: Examples = {
  rule: 'schedule-expression',
  bad: [
    { name: 'five fields, as crontab has them', over: 'scheduledTask', template: rule('cron(0 8 * * *)'), expects: [{ at: 'Rule.Properties.ScheduleExpression', message: 'unreadable' }] },
    { name: 'no question mark', over: 'scheduledTask', template: rule('cron(0 8 * * * *)'), expects: [{ at: 'Rule.Properties.ScheduleExpression', message: 'unreadable' }] },
    { name: 'the 75th minute', over: 'scheduledTask', template: rule('cron(75 8 * * ? *)'), expects: [{ at: 'Rule.Properties.ScheduleExpression', message: 'unreadable' }] },
    { name: 'one minutes', over: 'scheduledTask', template: rule('rate(1 minutes)'), expects: [{ at: 'Rule.Properties.ScheduleExpression', message: 'unreadable' }] },
    { name: 'weeks', over: 'scheduledTask', template: schedule('rate(2 weeks)'), expects: [{ at: 'Schedule.Properties.ScheduleExpression', message: 'unreadable' }] },
    { name: 'a date with a zone', over: 'scheduledTask', template: schedule("'at(2030-01-31T08:00:00Z)'"), expects: [{ at: 'Schedule.Properties.ScheduleExpression', message: 'unreadable' }] },
  ],
  good: [
    { name: 'each weekday at eight', over: 'scheduledTask', template: rule('cron(0 8 ? * MON-FRI *)') },
    { name: 'every five minutes', over: 'scheduledTask', template: rule('rate(5 minutes)') },
    { name: 'once', over: 'scheduledTask', template: schedule("'at(2030-01-31T08:00:00)'") },
  ],
  unknown: [
    {
      name: 'from a parameter without a default', over: 'scheduledTask', template: '{ Parameters: { When: { Type: String } }, Resources: { Rule: { Properties: { ScheduleExpression: !Ref When } } } }',
      expects: [{ at: 'Rule.Properties.ScheduleExpression' }],
    },
  ],
};
