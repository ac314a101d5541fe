import { fargateTaskSizes } from '../../catalog/fargate-task-sizes';
import { ifKnown } from '../../core/value';
import { supports } from '../../model/task-definition/task-definition';
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
  facts: [fargateTaskSizes],
  messages: {
    sumOverTask: ({ sum, task, offered }: { sum: number; task: number; offered: number | undefined }) => ({
      says: `The containers add up to ${sum} CPU units, the task has ${task}.`,
      fix: 'Raise Cpu of the task, or lower Cpu of the containers.',
      ...(offered === undefined ? {} : { repair: [{ set: String(offered) }] }),
      ecsSays: "The sum of all container 'cpu' values cannot be greater than the value of the task 'cpu'.",
    }),
  },
  check(task, say) {
    const ofTask = say.need(task.cpuUnits);
    if (ofTask === undefined) return;
    const ofContainers = (say.need(task.containers) ?? []).map(container => container.cpuUnits);
    const sum = ofContainers.reduce((total, units) => total + (ifKnown(units) ?? 0), 0);
    if (sum > ofTask) say.violated('sumOverTask', task.cpuUnits, { sum, task: ofTask, offered: ifKnown(supports(task, 'FARGATE')) ? offeredFor(sum, ifKnown(task.memoryMiB)) : sum });
    else ofContainers.forEach(units => say.need(units));
  },
});

/** The least CPU with which Fargate offers the memory. */
function offeredFor(cpuUnits: number, memoryMiB: number | undefined): number | undefined {
  return fargateTaskSizes.value.find(size => size.cpuUnits >= cpuUnits && memoryMiB !== undefined && size.memoryMiB.includes(memoryMiB))?.cpuUnits;
}
