import { ifKnown } from '../../core/value';
import { defineRule } from '../rule';

/** What the containers reserve of CPU has to fit into the CPU of the task. */
export const containerCpu = defineRule({
  id: 'container-cpu',
  title: 'The containers ask for more CPU than the task has',
  severity: 'error',
  phase: 'register',
  subject: 'taskDefinition',
  explanation: 'The CPU of a container is a share of the CPU of its task. Where the task definition gives a task-level CPU, ECS refuses to register it when its containers add up to more.',
  docs: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDefinition.html',
  predicts: ["The sum of all container 'cpu' values cannot be greater than the value of the task 'cpu'."],
  facts: [],
  messages: {
    sumOverTask: ({ sum, task }: { sum: number; task: number }) => ({
      says: `The containers add up to ${sum} CPU units, the task has ${task}.`,
      fix: 'Raise Cpu of the task, or lower Cpu of the containers.',
      ecsSays: "The sum of all container 'cpu' values cannot be greater than the value of the task 'cpu'.",
    }),
  },
  check(task, say) {
    const ofTask = say.need(task.cpuUnits);
    if (ofTask === undefined) return;
    const ofContainers = (say.need(task.containers) ?? []).map(container => container.cpuUnits);
    const sum = ofContainers.reduce((total, units) => total + (ifKnown(units) ?? 0), 0);
    if (sum > ofTask) say.violated('sumOverTask', task.cpuUnits, { sum, task: ofTask });
    else ofContainers.forEach(units => say.need(units));
  },
});
