import { ec2TaskCpuUnits } from '../../catalog/ec2-task-size';
import { ifKnown, type Value } from '../../core/value';
import { supports } from '../../model/task-definition/task-definition';
import { defineRule } from '../rule';

/** The size of a task is written as ECS reads it, and on container instances within bounds. */
export const taskSize = defineRule({
  id: 'task-size',
  title: 'ECS does not take the size of the task',
  severity: 'error',
  phase: 'register',
  subject: 'taskDefinition',
  explanation: 'Cpu of a task is a number of CPU units or of vCPU, as 1024 or 1 vCPU, and Memory a number of MiB or of GB, as 2048 or 2 GB. ECS refuses what it cannot read. On container instances Cpu is at least an eighth of a vCPU; the sizes of Fargate are another rule\'s.',
  docs: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RegisterTaskDefinition.html',
  predicts: ["Invalid 'cpu' setting for task.", "Invalid 'memory' setting for task."],
  facts: [ec2TaskCpuUnits],
  messages: {
    unreadable: ({ property, given }: { property: 'Cpu' | 'Memory'; given: string }) => ({
      says: `${property} of the task is ${given}; ECS reads ${property === 'Cpu' ? '1024 or 1 vCPU' : '2048 or 2 GB'}.`,
      fix: 'Write a number, with one of these units or without.',
      ecsSays: `Invalid '${property.toLowerCase()}' setting for task.`,
    }),
    cpuRange: ({ units }: { units: number }) => ({
      says: `Cpu of the task is ${units} units; ECS takes ${ec2TaskCpuUnits.value.least} to ${ec2TaskCpuUnits.value.most}.`,
      fix: 'Choose a size within these bounds, or take Cpu out.',
      ecsSays: "Invalid 'cpu' setting for task.",
    }),
  },
  check(task, say) {
    for (const [property, size] of [['Cpu', task.cpuUnits], ['Memory', task.memoryMiB]] as const) {
      const given = unread(size);
      if (given === undefined) say.need(size);
      else say.violated('unreadable', size, { property, given });
    }
    const units = ifKnown(task.cpuUnits), { least, most } = ec2TaskCpuUnits.value;
    if (units === undefined || (units >= least && units <= most)) return;
    // Of a task definition for Fargate, `fargate-task-size` says it better.
    if (ifKnown(supports(task, 'FARGATE')) !== true) say.violated('cpuRange', task.cpuUnits, { units });
  },
});

/** What stands where a size is expected and is none. */
function unread(size: Value<number>): string | undefined {
  return size.state === 'unknown' && size.why.kind === 'form' ? size.why.found : undefined;
}
