import { stepAdjustmentQuota } from '../../catalog/application-auto-scaling';
import { below, type Origin } from '../../core/origin';
import { ifKnown } from '../../core/value';
import type { StepAdjustment } from '../../model/scaling/scaling-policy';
import { defineRule, type Say } from '../rule';

/** The steps of a step scaling policy lie one beside the other and reach to both ends. */
export const stepAdjustments = defineRule({
  id: 'step-adjustments',
  title: 'The steps of the policy do not cover the metric',
  severity: 'error',
  phase: 'create',
  subject: 'scalingPolicy',
  explanation: 'Each step says by how much to scale while the metric is between two bounds, counted from the threshold of the alarm; a bound that is left out is infinite. Application Auto Scaling refuses steps with a gap or an overlap, a step without any bound, and steps that go above the threshold without one that is open at the top, or below it without one that is open at the bottom.',
  docs: 'https://docs.aws.amazon.com/autoscaling/application/APIReference/API_StepAdjustment.html',
  predicts: [
    'There must be a step adjustment with an unspecified upper bound when one step adjustment has a positive upper bound', 'Step adjustment intervals cannot overlap',
    'Step adjustment intervals cannot have gaps between them', 'There must be at least one step adjustment', 'There can be at most 20 step adjustments per scaling policy',
  ],
  facts: [stepAdjustmentQuota],
  messages: {
    none: () => ({
      says: 'The policy has no steps.',
      fix: 'Give StepAdjustments at least one step.',
      ecsSays: 'There must be at least one step adjustment',
    }),
    tooMany: ({ count }: { count: number }) => ({
      says: `The policy has ${count} steps; an account has a quota of ${stepAdjustmentQuota.value} for a policy unless it was raised.`,
      fix: `Make do with ${stepAdjustmentQuota.value} steps, or have the quota raised.`,
      ecsSays: `There can be at most ${stepAdjustmentQuota.value} step adjustments per scaling policy`,
      severity: 'warning',
    }),
    noBound: () => ({
      says: 'The step has neither a lower nor an upper bound.',
      fix: 'Set MetricIntervalLowerBound: 0 for a step above the threshold, or MetricIntervalUpperBound: 0 for one below it.',
      ecsSays: 'Both lower and upper bounds of a step adjustment cannot be left unspecified',
    }),
    reversed: ({ lower, upper }: { lower: number; upper: number }) => ({
      says: `The step goes from ${lower} to ${upper}.`,
      fix: 'Let the upper bound be above the lower one.',
      ecsSays: 'Lower bound must be less than upper bound for a step adjustment',
    }),
    notOpen: ({ end, bound, at }: { end: 'upper' | 'lower'; bound: number; at: Origin | undefined }) => ({
      says: `The steps end at ${bound}, and none is open at the ${end === 'upper' ? 'top' : 'bottom'}: beyond it nothing would scale.`,
      fix: `Leave MetricInterval${end === 'upper' ? 'Upper' : 'Lower'}Bound out of the ${end === 'upper' ? 'highest' : 'lowest'} step.`,
      ...(at ? { repair: [{ at: below(at, `MetricInterval${end === 'upper' ? 'Upper' : 'Lower'}Bound`), remove: true }] } : {}),
      ecsSays: `There must be a step adjustment with an unspecified ${end} bound when one step adjustment has a ${end === 'upper' ? 'positive' : 'negative'} ${end} bound`,
    }),
    openTwice: ({ end }: { end: 'upper' | 'lower' }) => ({
      says: `More than one step is open at the ${end === 'upper' ? 'top' : 'bottom'}.`,
      fix: `Give all but one of them a MetricInterval${end === 'upper' ? 'Upper' : 'Lower'}Bound.`,
      ecsSays: `At most one step adjustment may have an unspecified ${end} bound`,
    }),
    gap: ({ from, to }: { from: number; to: number }) => ({
      says: `No step covers ${from} to ${to}.`,
      fix: 'Let each step begin where the one below it ends.',
      ecsSays: 'Step adjustment intervals cannot have gaps between them',
    }),
    overlap: ({ from, to }: { from: number; to: number }) => ({
      says: `Two steps cover ${from} to ${to}.`,
      fix: 'Let each step begin where the one below it ends.',
      ecsSays: 'Step adjustment intervals cannot overlap',
    }),
  },
  check({ policyType, properties, stepAdjustments: given }, say) {
    if (say.need(policyType) !== 'StepScaling' || properties.get('StepScalingPolicyConfiguration').given !== 'yes') return;
    const steps = say.need(given);
    if (given.state === 'absent' || steps?.length === 0) return say.violated('none', given, undefined);
    if (!steps || steps.some(({ lower, upper }) => lower.state === 'unknown' || upper.state === 'unknown')) {
      return steps?.forEach(({ lower, upper }) => [lower, upper].forEach(bound => say.need(bound)));
    }
    if (steps.length > stepAdjustmentQuota.value) say.violated('tooMany', given, { count: steps.length });
    const ranges = steps.map(rangeOf);
    for (const range of ranges) if (range.lower >= range.upper) say.violated('reversed', range, range);
    for (const range of ranges) if (range.lower === -Infinity && range.upper === Infinity) say.violated('noBound', range, undefined);
    checkEnds(given, ranges, say);
    checkNeighbours(ranges, say);
  },
});

type StepSay = Say<(typeof stepAdjustments)['messages']>;
type Range = ReturnType<typeof rangeOf>;

function rangeOf({ at, lower, upper }: StepAdjustment) {
  return { at, lower: ifKnown(lower) ?? -Infinity, upper: ifKnown(upper) ?? Infinity };
}

function checkEnds(at: Parameters<StepSay['violated']>[1], ranges: readonly Range[], say: StepSay): void {
  const highest = Math.max(...ranges.map(({ upper }) => upper)), lowest = Math.min(...ranges.map(({ lower }) => lower));
  if (highest > 0 && highest !== Infinity) say.violated('notOpen', at, { end: 'upper', bound: highest, at: ranges.find(({ upper }) => upper === highest)?.at });
  if (lowest < 0 && lowest !== -Infinity) say.violated('notOpen', at, { end: 'lower', bound: lowest, at: ranges.find(({ lower }) => lower === lowest)?.at });
  if (ranges.filter(({ upper }) => upper === Infinity).length > 1) say.violated('openTwice', at, { end: 'upper' });
  if (ranges.filter(({ lower }) => lower === -Infinity).length > 1) say.violated('openTwice', at, { end: 'lower' });
}

function checkNeighbours(ranges: readonly Range[], say: StepSay): void {
  const sorted = [...ranges].sort((a, b) => a.lower - b.lower || a.upper - b.upper);
  sorted.forEach((range, i) => {
    const before = sorted[i - 1];
    if (!before || before.upper === Infinity || range.lower === -Infinity) return;
    if (range.lower > before.upper) say.violated('gap', range, { from: before.upper, to: range.lower });
    if (range.lower < before.upper) say.violated('overlap', range, { from: range.lower, to: Math.min(before.upper, range.upper) });
  });
}
