import { scheduleProblem, type ScheduleReader } from '../../../lib/model/schedule/schedule-expression';

const readers: readonly ScheduleReader[] = ['rule', 'scheduler', 'scaling'];

/** Who would refuse the expression. Those that EventBridge answered were put to it in September 2026: see `docs/rules/schedule-expression.md`. */
test.each<[string, readonly ScheduleReader[]]>([
  ['rate(5 minutes)', []],
  ['rate(1 minute)', []],
  ['rate(1 minutes)', ['rule']],
  ['rate(2 minute)', ['rule']],
  ['rate(0 minutes)', readers],
  ['rate(5 weeks)', readers],
  ['rate(1.5 hours)', readers],
  ['cron(0 20 * * ? *)', []],
  ['cron(0/15 8-18 ? * MON-FRI *)', []],
  ['cron(0 8 1W * ? *)', []],
  ['cron(0 20 * * ?)', ['rule', 'scaling']],
  ['cron(0 20 * *)', readers],
  ['cron(0 20 * * * *)', readers],
  ['cron(0 20 ? * ? *)', readers],
  ['cron(60 20 * * ? *)', readers],
  ['cron(0 24 * * ? *)', readers],
  ['cron(0 20 32 * ? *)', readers],
  ['cron(0 20 * 13 ? *)', readers],
  ['cron(0 20 ? * 8 *)', readers],
  ['cron(0 20 * * ? 2500)', []],
  ['at(2030-01-31T08:00:00)', ['rule']],
  ['at(2030-01-31T08:00:00Z)', readers],
  ['at(2030-01-31)', readers],
  ['0 8 * * *', readers],
  ['every hour', readers],
])('%s is refused by %j', (expression, refusedBy) => {
  expect(readers.filter(reader => scheduleProblem(expression, reader) !== undefined)).toEqual(refusedBy);
});
