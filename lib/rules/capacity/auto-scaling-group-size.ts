import { defineRule } from '../rule';

/** An Auto Scaling group's sizes are in order: minimum, desired, maximum. */
export const autoScalingGroupSize = defineRule({
  id: 'auto-scaling-group-size',
  title: 'The sizes of the Auto Scaling group contradict each other',
  severity: 'error',
  phase: 'create',
  subject: 'autoScalingGroup',
  explanation: 'EC2 Auto Scaling takes a group only if its minimum is not above its maximum, and the desired capacity, where it is given, lies between the two.',
  docs: 'https://docs.aws.amazon.com/autoscaling/ec2/userguide/asg-capacity-limits.html',
  predicts: ['must be greater than or equal to min bound', 'must be between the specified min size'],
  facts: [],
  messages: {
    crossed: ({ minSize, maxSize }: { minSize: number; maxSize: number }) => ({
      says: `MinSize is ${minSize} and MaxSize ${maxSize}. The minimum may not be above the maximum.`,
      fix: `Set MaxSize to ${minSize} or more, or MinSize to ${maxSize} or less.`,
      ecsSays: `Max bound, ${maxSize}, must be greater than or equal to min bound, ${minSize}.`,
    }),
    outside: ({ desired, minSize, maxSize }: { desired: number; minSize: number; maxSize: number }) => ({
      says: `DesiredCapacity is ${desired}. It must lie between MinSize ${minSize} and MaxSize ${maxSize}.`,
      fix: 'Leave DesiredCapacity out, or set it within the two.',
      ecsSays: `Desired capacity:${desired} must be between the specified min size:${minSize} and max size:${maxSize}.`,
    }),
  },
  check({ minSize: least, maxSize: most, desiredCapacity }, say) {
    const minSize = say.need(least), maxSize = say.need(most), desired = say.need(desiredCapacity);
    if (minSize === undefined || maxSize === undefined) return;
    if (minSize > maxSize) say.violated('crossed', most, { minSize, maxSize });
    else if (desired !== undefined && (desired < minSize || desired > maxSize)) say.violated('outside', desiredCapacity, { desired, minSize, maxSize });
  },
});
