import { strategyItemLimits, strategyLength } from '../../catalog/capacity-provider-limits';
import { allKnown, ifKnown } from '../../core/value';
import { isOfManagedInstances } from '../../model/capacity/capacity-provider';
import type { StrategyItem } from '../../model/capacity/capacity-strategy';
import type { Model } from '../../model/model';
import { defineRule } from '../rule';
import type { GivenStrategy } from '../subjects';

/** What a capacity provider strategy may hold together. */
export const capacityProviderStrategy = defineRule({
  id: 'capacity-provider-strategy',
  title: 'The capacity provider strategy contradicts itself',
  severity: 'error',
  phase: 'create',
  subject: 'strategy',
  explanation: 'A strategy holds capacity providers of one kind: of Auto Scaling groups, of Fargate, or of Managed Instances. One of them may have a base. Of several, one must have a weight above 0, which is what a weight is when it is left out.',
  docs: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CapacityProviderStrategyItem.html',
  predicts: [
    'A capacity provider strategy cannot contain a mix of capacity providers using Auto Scaling groups and Fargate providers',
    'There are no capacity providers with a weight value greater than zero defined',
  ],
  facts: [strategyItemLimits, strategyLength],
  messages: {
    mixed: ({ kinds }: { kinds: readonly string[] }) => ({
      says: `The strategy names capacity providers of ${kinds.join(' and of ')}. A strategy takes those of one kind.`,
      fix: 'Keep one kind in this strategy; services of the cluster may each have their own.',
      ecsSays: 'A capacity provider strategy cannot contain a mix of capacity providers using Auto Scaling groups and Fargate providers. Specify one or the other and try again.',
    }),
    bases: ({ bases }: { bases: readonly number[] }) => ({
      says: `${bases.length} capacity providers of the strategy have a base: ${bases.join(', ')}. One of them at most may have one.`,
      fix: 'Leave Base to the capacity provider that is to run the first tasks.',
    }),
    weightless: ({ count }: { count: number }) => ({
      says: `${count === 1 ? 'The capacity provider' : `Each of the ${count} capacity providers`} of the strategy has weight 0, which is also what a Weight is that is left out. With weight 0 a capacity provider takes no tasks beyond its base.`,
      fix: 'Give one of them a Weight of 1 or more.',
      ecsSays: 'There are no capacity providers with a weight value greater than zero defined. At least one capacity provider must have a weight value greater than zero specified.',
    }),
    outOfRange: ({ property, given, most }: { property: string; given: number; most: number }) => ({
      says: `${property} is ${given}; it may be 0 to ${most}.`,
      fix: `Bring ${property} within these bounds.`,
    }),
    tooMany: ({ count }: { count: number }) => ({
      says: `The strategy names ${count} capacity providers. ECS takes up to ${strategyLength.value}.`,
      fix: `Name no more than ${strategyLength.value}.`,
    }),
  },
  check(strategy, say, model) {
    const { items } = strategy;
    const kinds = [...new Set(items.flatMap(item => kindOf(item) ?? []))];
    if (kinds.length > 1) say.violated('mixed', strategy, { kinds });
    const [, second] = items.filter(({ base }) => (ifKnown(base) ?? 0) > 0);
    if (second) say.violated('bases', second.base, { bases: items.flatMap(({ base }) => ifKnown(base) || []) });
    if (items.length > strategyLength.value) say.violated('tooMany', strategy, { count: items.length });
    for (const item of items) for (const property of ['base', 'weight'] as const) {
      const given = ifKnown(item[property]), most = strategyItemLimits.value[property];
      if (given !== undefined && (given < 0 || given > most)) say.violated('outOfRange', item[property], { property: property === 'base' ? 'Base' : 'Weight', given, most });
    }
    // What ECS makes of a lone capacity provider without a weight nobody says.
    const isLone = items.length === 1 && items[0]?.weightGiven !== 'yes';
    if (!isLone && !items.some(({ weight }) => ifKnown(weight)) && isUsed(strategy, model)) {
      if (say.need(allKnown(items.map(({ weight }) => weight), strategy.at))) say.violated('weightless', strategy, { count: items.length });
    }
  },
});

function kindOf({ capacityProvider }: StrategyItem): string | undefined {
  if (capacityProvider.state === 'unknown') return undefined;
  if (capacityProvider.state === 'absent') return 'Fargate';
  return { yes: 'Managed Instances', no: 'Auto Scaling groups', unknown: undefined }[isOfManagedInstances(capacityProvider.value)];
}

/** Whether tasks run by it: ECS keeps a default strategy without weights, and refuses what would use it. */
function isUsed({ items, launcher }: GivenStrategy, { services, startedTasks }: Model): boolean {
  return launcher !== undefined || [...services, ...startedTasks].some(({ runsOn }) => runsOn.state === 'known' && runsOn.value.kind === 'providers' && runsOn.value.strategy === items);
}
