import { ifKnown } from '../../core/value';
import { defineRule } from '../rule';

/** A desired count outside the range of scaling does not last. */
export const desiredCountRange = defineRule({
  id: 'desired-count-range',
  title: 'Scaling does not keep the desired count',
  severity: 'warning',
  phase: 'scale',
  subject: 'scalableTarget',
  explanation: 'Application Auto Scaling keeps the desired count of a service between the minimum and the maximum of its scalable target. A service whose template asks for another count starts with that, is then moved into the range, and is set back by each deployment of the stack that changes the count.',
  docs: 'https://docs.aws.amazon.com/autoscaling/application/APIReference/API_RegisterScalableTarget.html',
  predicts: [],
  facts: [],
  messages: {
    outside: ({ count, min, max }: { count: number; min: number; max: number }) => ({
      says: `DesiredCount is ${count}, and scaling keeps the service between ${min} and ${max}.`,
      fix: 'Take DesiredCount out, or choose a count within the range.',
    }),
  },
  check({ service, minCapacity, maxCapacity }, say) {
    const scaled = ifKnown(service), count = scaled && say.need(scaled.desiredCount), min = say.need(minCapacity), max = say.need(maxCapacity);
    if (!scaled || count === undefined || min === undefined || max === undefined) return;
    if (min <= max && (count < min || count > max)) say.violated('outside', scaled.desiredCount, { count, min, max });
  },
});
