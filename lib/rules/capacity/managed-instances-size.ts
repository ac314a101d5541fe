import { ifKnown, thenValue } from '../../core/value';
import { isOfManagedInstances, type CapacityProvider } from '../../model/capacity/capacity-provider';
import type { StrategyItem } from '../../model/capacity/capacity-strategy';
import type { ManagedDaemon } from '../../model/service/managed-daemon';
import { taskNeed, type TaskNeed } from '../../model/task-definition/task-need';
import { defineRule } from '../rule';

/** Managed Instances are chosen within the requirements of their capacity provider, and a task must fit on the largest of them. */
export const managedInstancesSize = defineRule({
  id: 'managed-instances-size',
  title: 'The task is larger than any Managed Instance that ECS may choose',
  severity: 'error',
  phase: 'place',
  subject: 'launcher',
  explanation: 'InstanceRequirements of a capacity provider say how many vCPUs and how much memory a Managed Instance may have at most. A task that asks for more never finds an instance. Managed daemons run on each instance beside the tasks, and take their part of it first.',
  docs: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-placement.html',
  predicts: ['RESOURCE:CPU', 'RESOURCE:MEMORY'],
  facts: [],
  messages: {
    tooLarge: ({ what, asked, taken, most, provider }: TooLarge) => ({
      says: `A task asks for ${asked} ${what}${taken > 0 ? `, daemons on each instance for ${taken}` : ''}, and ${provider} brings instances of at most ${most}.`,
      fix: `Raise the Max in the InstanceRequirements of ${provider}, or let the task ask for less.`,
      ecsSays: what === 'MiB of memory' ? 'RESOURCE:MEMORY' : 'RESOURCE:CPU',
    }),
  },
  check(launcher, say, { managedDaemons }) {
    const capacity = ifKnown(launcher.runsOn), task = ifKnown(launcher.taskDefinition);
    if (capacity?.kind !== 'providers' || !task) return;
    const need = capacity.strategy.some(isManaged) ? say.need(taskNeed(task)) : undefined;
    if (!need || !capacity.strategy.every(isManaged)) return;
    const shortfalls = capacity.strategy.map(item => shortfall(item, need, managedDaemons)), [first] = shortfalls;
    if (!first || shortfalls.includes(undefined)) return;
    say.violated('tooLarge', first, first, { related: [task] });
  },
});

interface TooLarge {
  readonly what: 'CPU units' | 'MiB of memory';
  readonly asked: number;
  /** What managed daemons take on each instance. */
  readonly taken: number;
  readonly most: number;
  readonly provider: string;
}

function isManaged({ capacityProvider }: StrategyItem): boolean {
  return capacityProvider.state === 'known' && isOfManagedInstances(capacityProvider.value) === 'yes';
}

/** What the task asks for beyond what the provider's instances may have. */
function shortfall({ capacityProvider }: StrategyItem, { cpuUnits, memoryMiB }: TaskNeed, daemons: readonly ManagedDaemon[]) {
  const provider = ifKnown(capacityProvider), requirements = provider?.properties.get('ManagedInstancesProvider', 'InstanceLaunchTemplate', 'InstanceRequirements');
  const vcpus = requirements?.get('VCpuCount', 'Max').integer(), memory = requirements?.get('MemoryMiB', 'Max').integer();
  const needs = daemons.flatMap(daemon => (provider && runsOn(daemon, provider) ? ifKnown(thenValue(daemon.taskDefinition, taskNeed)) ?? [] : []));
  const cpu = sum(needs.map(need => need.cpuUnits)), mib = sum(needs.map(need => need.memoryMiB));
  if (provider && vcpus?.state === 'known' && cpuUnits + cpu > vcpus.value * 1024) return { at: vcpus.at, what: 'CPU units', asked: cpuUnits, taken: cpu, most: vcpus.value * 1024, provider: provider.id } as const;
  if (provider && memory?.state === 'known' && memoryMiB + mib > memory.value) return { at: memory.at, what: 'MiB of memory', asked: memoryMiB, taken: mib, most: memory.value, provider: provider.id } as const;
  return undefined;
}

function runsOn({ capacityProviders, exists }: ManagedDaemon, provider: CapacityProvider): boolean {
  return exists.state === 'known' && (ifKnown(capacityProviders) ?? []).some(other => ifKnown(other) === provider);
}

function sum(amounts: readonly number[]): number {
  return amounts.reduce((total, amount) => total + amount, 0);
}
