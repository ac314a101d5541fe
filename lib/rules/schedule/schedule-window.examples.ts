import type { Examples } from '../example';
import { schedule } from './example-schedule';

export const scheduleWindowExamples: Examples = {
  rule: 'schedule-window',
  bad: [
    { name: 'flexible by how much', over: 'scheduledTask', template: schedule('rate(1 day)', '{ Mode: FLEXIBLE }'), expects: [{ at: 'Schedule.Properties.FlexibleTimeWindow.MaximumWindowInMinutes', message: 'leftOut' }] },
  ],
  good: [
    { name: 'an hour', over: 'scheduledTask', template: schedule('rate(1 day)', '{ Mode: FLEXIBLE, MaximumWindowInMinutes: 60 }') },
    { name: 'on time', over: 'scheduledTask', template: schedule('rate(1 day)') },
  ],
};
