import { isOfManagedInstances } from '../../model/capacity/capacity-provider';
import { ifKnown } from '../../core/value';
import type { StrategyItem } from '../../model/capacity/capacity-strategy';
import { taskNeed, type TaskNeed } from '../../model/task-definition/task-need';
import { defineRule } from '../rule';

/** Managed Instances are chosen within the requirements of their capacity provider, and a task must fit on the largest of them. */
export const managedInstancesSize = defineRule({
  id: 'managed-instances-size',
  title: 'The task is larger than any Managed Instance that ECS may choose',
  severity: 'error',
  phase: 'place',
  subject: 'launcher',
  explanation: 'InstanceRequirements of a capacity provider say how many vCPUs and how much memory a Managed Instance may have at most. A task that asks for more never finds an instance.',
  docs: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-placement.html',
  predicts: ['RESOURCE:CPU', 'RESOURCE:MEMORY'],
  facts: [],
  messages: {
    tooLarge: ({ what, asked, most, provider }: TooLarge) => ({
      says: `A task asks for ${asked} ${what}, and ${provider} brings instances of at most ${most}.`,
      fix: `Raise the Max in the InstanceRequirements of ${provider}, or let the task ask for less.`,
      ecsSays: what === 'MiB of memory' ? 'RESOURCE:MEMORY' : 'RESOURCE:CPU',
    }),
  },
  check(launcher, say) {
    const capacity = ifKnown(launcher.runsOn), task = ifKnown(launcher.taskDefinition);
    if (capacity?.kind !== 'providers' || !task) return;
    const need = capacity.strategy.some(isManaged) ? say.need(taskNeed(task)) : undefined;
    if (!need || !capacity.strategy.every(isManaged)) return;
    const shortfalls = capacity.strategy.map(item => shortfall(item, need)), [first] = shortfalls;
    if (!first || shortfalls.includes(undefined)) return;
    say.violated('tooLarge', first, first, { related: [task] });
  },
});

interface TooLarge {
  readonly what: 'CPU units' | 'MiB of memory';
  readonly asked: number;
  readonly most: number;
  readonly provider: string;
}

function isManaged({ capacityProvider }: StrategyItem): boolean {
  return capacityProvider.state === 'known' && isOfManagedInstances(capacityProvider.value) === 'yes';
}

/** What the task asks for beyond what the provider's instances may have. */
function shortfall({ capacityProvider }: StrategyItem, { cpuUnits, memoryMiB }: TaskNeed) {
  const provider = ifKnown(capacityProvider), requirements = provider?.properties.get('ManagedInstancesProvider', 'InstanceLaunchTemplate', 'InstanceRequirements');
  const vcpus = requirements?.get('VCpuCount', 'Max').integer(), memory = requirements?.get('MemoryMiB', 'Max').integer();
  if (provider && vcpus?.state === 'known' && cpuUnits > vcpus.value * 1024) return { at: vcpus.at, what: 'CPU units', asked: cpuUnits, most: vcpus.value * 1024, provider: provider.id } as const;
  if (provider && memory?.state === 'known' && memoryMiB > memory.value) return { at: memory.at, what: 'MiB of memory', asked: memoryMiB, most: memory.value, provider: provider.id } as const;
  return undefined;
}
