import { by } from '../core/order';
import type { Random } from '../core/random';
import type { Fleet, InstanceState } from './fleet';
import type { Strategy } from './strategy';
import type { Task } from './task';

/**
 * Which instance loses a task of the group when there are too many (task-placement-strategies): a spread is kept even, so one where most run; of packed ones
 * that which has the most left. Between instances that are still equal ECS's choice is not documented; here that with the most tasks loses one, and of those
 * the last. Undefined where none runs. Asks only: `Fleet.stop` makes it so.
 */
export function stopFor({ states }: Fleet, { group, strategies }: Pick<Task, 'group' | 'strategies'>, random: Random): InstanceState | undefined {
  const running = states.filter(({ tasks }) => tasks.has(group));
  const left = strategies.reduce((candidates, strategy) => release(strategy, candidates, group, random), running);
  return [...left].sort(by(({ tasks }) => -(tasks.get(group) ?? 0), ({ taskCount }) => -taskCount, ({ position }) => -position))[0];
}

/** Of the instances that run a task, those from which a strategy would take it. */
function release(strategy: Strategy, candidates: readonly InstanceState[], group: string, random: Random): InstanceState[] {
  switch (strategy.type) {
    case 'random': return candidates.length > 1 ? candidates.slice(random.below(candidates.length)).slice(0, 1) : [...candidates];
    case 'binpack': return most(candidates, ({ free }) => free[strategy.resource]);
    case 'spread': {
      const valueOf = strategy.over ?? (({ id }) => id), counts = new Map<string, number>();
      for (const { instance, tasks } of candidates) counts.set(valueOf(instance), (counts.get(valueOf(instance)) ?? 0) + (tasks.get(group) ?? 0));
      return most(candidates, ({ instance }) => counts.get(valueOf(instance)) ?? 0);
    }
  }
}

/** Those for which the measure is greatest. */
function most(candidates: readonly InstanceState[], measure: (state: InstanceState) => number): InstanceState[] {
  const greatest = candidates.reduce((so, state) => Math.max(so, measure(state)), -Infinity);
  return candidates.filter(state => measure(state) === greatest);
}
