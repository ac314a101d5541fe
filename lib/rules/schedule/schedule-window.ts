import { ifKnown } from '../../core/value';
import { defineRule } from '../rule';

/** A flexible time window has a length. */
export const scheduleWindow = defineRule({
  id: 'schedule-window',
  title: 'The flexible time window of the schedule has no length',
  severity: 'error',
  phase: 'create',
  subject: 'resource',
  types: ['AWS::Scheduler::Schedule'],
  explanation: 'With the mode FLEXIBLE EventBridge Scheduler starts the task at some time within a window behind the time that the schedule says, and has to be told how many minutes that is. With the mode OFF it starts it on time.',
  docs: 'https://docs.aws.amazon.com/scheduler/latest/UserGuide/managing-schedule-flexible-time-windows.html',
  predicts: ['MaximumWindowInMinutes'],
  facts: [],
  messages: {
    leftOut: () => ({
      says: 'Mode of FlexibleTimeWindow is FLEXIBLE, and MaximumWindowInMinutes is not given.',
      fix: 'Set MaximumWindowInMinutes, or Mode to OFF.',
    }),
  },
  check({ properties }, say) {
    const window = properties.get('FlexibleTimeWindow'), length = window.get('MaximumWindowInMinutes');
    if (ifKnown(window.get('Mode').text()) === 'FLEXIBLE' && length.given === 'no') say.violated('leftOut', length, undefined);
  },
});
