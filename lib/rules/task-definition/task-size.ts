import { ec2TaskCpuUnits } from '../../catalog/ec2-task-size';
import { ifKnown } from '../../core/value';
import { supports } from '../../model/task-definition/task-definition';
import { defineRule } from '../rule';
import { unreadableSizes, unreadableSizeWords } from '../task-sizes';

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
    unreadable: unreadableSizeWords,
    cpuRange: ({ units }: { units: number }) => ({
      says: `Cpu of the task is ${units} units; ECS takes ${ec2TaskCpuUnits.value.least} to ${ec2TaskCpuUnits.value.most}.`,
      fix: 'Choose a size within these bounds, or take Cpu out.',
      ecsSays: "Invalid 'cpu' setting for task.",
    }),
  },
  check(task, say) {
    for (const { size, data } of unreadableSizes({ Cpu: task.cpuUnits, Memory: task.memoryMiB }, say)) say.violated('unreadable', size, data);
    const units = ifKnown(task.cpuUnits), { least, most } = ec2TaskCpuUnits.value;
    if (units === undefined || (units >= least && units <= most)) return;
    // Of a task definition for Fargate, `fargate-task-size` says it better.
    if (ifKnown(supports(task, 'FARGATE')) !== true) say.violated('cpuRange', task.cpuUnits, { units });
  },
});
