import { fargateTaskSizes } from '../../catalog/fargate-task-sizes';
import { supports } from '../../model/task-definition/task-definition';
import { defineRule } from '../rule';

/** A Fargate task takes one of the sizes that Fargate offers, and ECS refuses to register any other. */
export const fargateTaskSize = defineRule({
  id: 'fargate-task-size',
  title: 'Fargate offers no task of this size',
  severity: 'error',
  phase: 'register',
  subject: 'taskDefinition',
  explanation: 'Fargate offers tasks in fixed pairs of CPU and memory. ECS refuses to register a task definition for Fargate that asks for another pair, or that leaves one of the two out.',
  docs: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-cpu-memory-error.html',
  predicts: ["Invalid 'cpu' setting for task", 'No Fargate configuration exists for given values', "Fargate requires that 'cpu' be defined at the task level"],
  facts: [fargateTaskSizes],
  messages: {
    cpuNotOffered: ({ cpuUnits }: { cpuUnits: number }) => ({
      says: `Fargate offers ${list(sizes.map(size => size.cpuUnits))} CPU units, not ${cpuUnits}.`,
      fix: 'Set Cpu to one of these.',
      ecsSays: "Invalid 'cpu' setting for task.",
    }),
    memoryNotOffered: ({ cpuUnits, memoryMiB, offered }: { cpuUnits: number; memoryMiB: number; offered: readonly number[] }) => ({
      says: `With ${cpuUnits} CPU units Fargate offers ${list(offered)} MiB, not ${memoryMiB}.`,
      fix: `Memory: '${atLeast(offered, memoryMiB)}'`,
      repair: [{ set: atLeast(offered, memoryMiB) }],
      ecsSays: `No Fargate configuration exists for given values: ${cpuUnits} CPU, ${memoryMiB} memory.`,
    }),
    notForWindows: ({ cpuUnits }: { cpuUnits: number }) => ({
      says: `For Windows Fargate offers ${list(sizes.filter(size => size.windows).map(size => size.cpuUnits))} CPU units, not ${cpuUnits}.`,
      fix: 'Set Cpu to one of these.',
      ecsSays: 'No Fargate configuration exists for given values.',
    }),
    leftOut: ({ property, smallest }: { property: 'cpu' | 'memory'; smallest: number | undefined }) => ({
      says: `The task definition is for Fargate and gives no ${property === 'cpu' ? 'Cpu' : 'Memory'}.`,
      fix: `Set ${property === 'cpu' ? 'Cpu' : 'Memory'} on the task definition${smallest === undefined ? '' : `, to ${smallest} or more`}.`,
      ...(smallest === undefined ? {} : { repair: [{ set: String(smallest) }] }),
      ecsSays: `Fargate requires that '${property}' be defined at the task level.`,
    }),
  },
  check(task, say) {
    if (!say.need(supports(task, 'FARGATE'))) return;
    const cpuUnits = say.need(task.cpuUnits), memoryMiB = say.need(task.memoryMiB);
    if (task.cpuUnits.state === 'absent') say.violated('leftOut', task.cpuUnits, { property: 'cpu', smallest: sizes.find(size => memoryMiB !== undefined && size.memoryMiB.includes(memoryMiB))?.cpuUnits });
    if (task.memoryMiB.state === 'absent') say.violated('leftOut', task.memoryMiB, { property: 'memory', smallest: sizes.find(size => size.cpuUnits === cpuUnits)?.memoryMiB[0] });
    if (cpuUnits === undefined) return;
    const size = sizes.find(offered => offered.cpuUnits === cpuUnits);
    if (!size) say.violated('cpuNotOffered', task.cpuUnits, { cpuUnits });
    else if (!size.windows && say.need(task.operatingSystem)?.startsWith('WINDOWS')) say.violated('notForWindows', task.cpuUnits, { cpuUnits });
    else if (memoryMiB !== undefined && !size.memoryMiB.includes(memoryMiB)) {
      say.violated('memoryNotOffered', task.memoryMiB, { cpuUnits, memoryMiB, offered: size.memoryMiB });
    }
  },
});

const sizes = fargateTaskSizes.value;

/** The smallest size on offer that is not less, else the largest. */
function atLeast(offered: readonly number[], memoryMiB: number): string {
  return String(offered.find(size => size >= memoryMiB) ?? offered.at(-1));
}

/** `512, 1024, 2048`; many at even distances as `8192 to 30720 in steps of 1024`. */
function list(numbers: readonly number[]): string {
  const [first = 0, second = 0] = numbers, step = second - first;
  const even = numbers.length > 4 && numbers.every((number, i) => number === first + i * step);
  return even ? `${first} to ${numbers.at(-1)} in steps of ${step}` : numbers.join(', ');
}
