import type { Value } from '../../core/value';
import { scheduleProblem } from '../../model/schedule/schedule-expression';
import { defineRule, type Say } from '../rule';

/** A service scales between a least and a most, also where a schedule changes them. */
export const scalingLimits = defineRule({
  id: 'scaling-limits',
  title: 'The limits of scaling do not make a range',
  severity: 'error',
  phase: 'create',
  subject: 'scalableTarget',
  explanation: 'MinCapacity and MaxCapacity of a scalable target are the least and the most tasks that its service may have. Application Auto Scaling refuses a maximum below the minimum, a negative minimum, a scheduled action that sets neither of them, and a schedule that it cannot read.',
  docs: 'https://docs.aws.amazon.com/autoscaling/application/APIReference/API_RegisterScalableTarget.html',
  predicts: ['Maximum capacity cannot be less than minimum capacity', 'At least one of minimum capacity and maximum capacity should be provided', 'Invalid schedule expression.'],
  facts: [],
  messages: {
    reversed: ({ min, max }: { min: number; max: number }) => ({
      says: `MinCapacity is ${min} and MaxCapacity ${max}. The minimum may not be above the maximum.`,
      fix: 'Raise MaxCapacity, or lower MinCapacity.',
      ecsSays: 'Maximum capacity cannot be less than minimum capacity',
    }),
    negative: ({ min }: { min: number }) => ({
      says: `MinCapacity is ${min}; a service has at least 0 tasks.`,
      fix: 'MinCapacity: 0',
      repair: [{ set: 0 }],
      ecsSays: 'Minimum capacity cannot be less than 0',
    }),
    emptyAction: () => ({
      says: 'The scheduled action sets neither MinCapacity nor MaxCapacity.',
      fix: 'Give ScalableTargetAction at least one of them.',
      ecsSays: 'At least one of minimum capacity and maximum capacity should be provided',
    }),
    schedule: ({ schedule, problem }: { schedule: string; problem: string }) => ({
      says: `The schedule is ${schedule}; ${problem}.`,
      fix: 'Write the schedule as at(2030-01-31T08:00:00), cron(0 8 * * ? *) or rate(5 minutes).',
      ecsSays: 'Invalid schedule expression.',
    }),
  },
  check({ minCapacity, maxCapacity, scheduledActions }, say) {
    checkRange(minCapacity, maxCapacity, say);
    for (const action of say.need(scheduledActions) ?? []) {
      if (action.minCapacity.state === 'absent' && action.maxCapacity.state === 'absent') say.violated('emptyAction', action, undefined);
      checkRange(action.minCapacity, action.maxCapacity, say);
      const schedule = say.need(action.schedule), problem = schedule === undefined ? undefined : scheduleProblem(schedule, 'scaling');
      if (schedule !== undefined && problem !== undefined) say.violated('schedule', action.schedule, { schedule, problem });
    }
  },
});

function checkRange(minimum: Value<number>, maximum: Value<number>, say: Say<(typeof scalingLimits)['messages']>): void {
  const min = say.need(minimum), max = say.need(maximum);
  if (min !== undefined && min < 0) say.violated('negative', minimum, { min });
  if (min !== undefined && max !== undefined && min > max) say.violated('reversed', minimum, { min, max });
}
