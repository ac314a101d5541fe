import { known } from '../../core/value';
import { defineRule } from '../rule';

/** A task lives as long as its essential containers: without one ECS registers no task definition. */
export const essentialContainer = defineRule({
  id: 'essential-container',
  title: 'No container of the task is essential',
  severity: 'error',
  phase: 'register',
  subject: 'taskDefinition',
  explanation: 'When an essential container stops, the task stops. A container is essential unless it says otherwise, and ECS refuses a task definition in which every container says otherwise, or that has no containers.',
  docs: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDefinition.html',
  predicts: ["Task definition doesn't have any essential container", 'Container list cannot be empty.'],
  facts: [],
  messages: {
    noContainer: () => ({
      says: 'The task definition has no containers.',
      fix: 'Give ContainerDefinitions at least one container.',
      ecsSays: 'Container list cannot be empty.',
    }),
    noneEssential: ({ count }: { count: number }) => ({
      says: count === 1 ? 'The only container of the task is not essential.' : `None of the ${count} containers of the task is essential.`,
      fix: 'Set Essential to true on the container without which the task makes no sense.',
      ecsSays: "Task definition doesn't have any essential container",
    }),
  },
  check(task, say) {
    const containers = say.need(task.containers.state === 'absent' ? known([], task.containers.at) : task.containers);
    if (!containers) return;
    const essential = containers.map(container => container.essential);
    if (containers.length === 0) say.violated('noContainer', task.containers, undefined);
    else if (essential.every(value => value.state === 'known' && !value.value)) say.violated('noneEssential', task.containers, { count: containers.length });
    else if (!essential.some(value => value.state === 'known' && value.value)) essential.forEach(value => say.need(value));
  },
});
