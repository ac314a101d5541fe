import { groupBy } from '../core/group-by';
import { by } from '../core/order';
import { vacant, type InstanceState } from './fleet';
import { refusalsOf, type Doubt } from './fit';
import type { Task } from './task';
import type { InstanceAnswer, NoPlace, Refusal } from './verdict';

/**
 * Why none of the instances takes the task. Which instance ECS calls the closest matching is not documented; here it is the one that fails
 * the fewest filters, and of those the one that lacks least.
 */
export function explainNoPlace(candidates: readonly InstanceState[], task: Task, doubt: Doubt): NoPlace {
  const answers = candidates.map(state => answerOf(state, task, doubt)), alike = groupBy(answers, ({ type, refusals }) => JSON.stringify([type, refusals]));
  return {
    asked: candidates.length,
    counts: count(answers),
    answers: [...alike.values()].flatMap(([first, ...others]) => (first ? [{ ...first, instances: 1 + others.length }] : []))
      .sort(by(({ refusals }) => refusals.length, ({ refusals }) => refusals.filter(({ forever }) => forever).length, ({ refusals }) => missing(refusals))),
  };
}

function answerOf(state: InstanceState, task: Task, doubt: Doubt): InstanceAnswer {
  const { instance: { id, type, registered }, free } = state, always = refusalsOf(vacant(state.instance), task, doubt);
  const refusals = refusalsOf(state, task, doubt).map(refusal => ({ ...refusal, forever: always.some(other => isSame(other, refusal)) }));
  return { instances: 1, instance: id, type, registered, free, refusals };
}

function isSame(a: Refusal, b: Refusal): boolean {
  return a.reason === b.reason && a.what === b.what;
}

function missing(refusals: readonly Refusal[]): number {
  return refusals.reduce((sum, { needed = 0, free = 0 }) => sum + needed - free, 0);
}

function count(answers: readonly InstanceAnswer[]): NoPlace['counts'] {
  const counts = new Map<string, { reason: Refusal['reason']; what?: string; instances: number; never: number }>();
  for (const { reason, what, forever } of answers.flatMap(({ refusals }) => refusals)) {
    const key = `${reason} ${what ?? ''}`, one = counts.get(key) ?? { reason, ...(what === undefined ? {} : { what }), instances: 0, never: 0 };
    counts.set(key, { ...one, instances: one.instances + 1, never: one.never + (forever ? 1 : 0) });
  }
  return [...counts.values()].sort(by(({ instances }) => -instances, ({ reason }) => reason, ({ what }) => what ?? ''));
}
