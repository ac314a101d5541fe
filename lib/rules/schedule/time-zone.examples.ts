import type { Examples } from '../example';
import { schedule } from './example-schedule';

const inZone = (zone: string) => `${schedule('cron(0 8 * * ? *)').trimEnd()}
        ScheduleExpressionTimezone: ${zone}
`;

export const timeZoneExamples: Examples = {
  rule: 'time-zone',
  bad: [
    { name: 'a city that is misspelled', over: 'scheduledTask', template: inZone('Europe/Berln'), expects: [{ at: 'Schedule.Properties.ScheduleExpressionTimezone', message: 'notFound' }] },
    { name: 'a name of Windows', over: 'scheduledTask', template: inZone('W. Europe Standard Time'), expects: [{ at: 'Schedule.Properties.ScheduleExpressionTimezone', message: 'notFound' }] },
  ],
  good: [
    { name: 'a city', over: 'scheduledTask', template: inZone('Europe/Berlin') },
    { name: 'an older name', over: 'scheduledTask', template: inZone('US/Eastern') },
    { name: 'hours from Greenwich', over: 'scheduledTask', template: inZone('Etc/GMT+9') },
    { name: 'an abbreviation', over: 'scheduledTask', template: inZone('UTC') },
  ],
};
