import { containerMemoryMiB } from '../../catalog/container-memory';
import { showText } from '../../core/text';
import { ifKnown } from '../../core/value';
import { defineRule } from '../rule';

/** A container has memory, by itself or from its task: the limit not under the reservation, and neither over what the task has. */
export const containerMemory = defineRule({
  id: 'container-memory',
  title: 'The memory of a container does not add up',
  severity: 'error',
  phase: 'register',
  subject: 'taskDefinition',
  explanation: 'Memory is the hard limit of a container, MemoryReservation what it is promised. Without a task-level Memory each container gives at least one of them. With one, no container may have a limit above it, and the reservations may not add up to more. A limit below the reservation is refused in any case.',
  docs: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDefinition.html',
  predicts: [
    "At least one of 'memory' or 'memoryReservation' must be specified", "'memory' must be greater than or equal to 'memoryReservation'",
    "The 'memory' setting for container", "The sum of all container 'memoryReservation' values cannot be greater than the value of the task 'memory'.", 'Minimum memory limit allowed is 6MB',
  ],
  facts: [containerMemoryMiB],
  messages: {
    leftOut: ({ name }: { name: string }) => ({
      says: `Neither the task nor the container ${name} gives an amount of memory.`,
      fix: 'Set Memory or MemoryReservation of the container, or Memory of the task.',
      ecsSays: `Invalid setting for container '${name}'. At least one of 'memory' or 'memoryReservation' must be specified.`,
    }),
    belowReservation: ({ name, limit, reservation }: { name: string; limit: number; reservation: number }) => ({
      says: `The container ${name} is limited to ${limit} MiB and reserves ${reservation}.`,
      fix: 'Raise Memory to at least MemoryReservation, or lower MemoryReservation.',
      repair: [{ set: reservation }],
      ecsSays: `Invalid setting for container '${name}'. 'memory' must be greater than or equal to 'memoryReservation'`,
    }),
    overTask: ({ name, limit, task }: { name: string; limit: number; task: number }) => ({
      says: `The container ${name} may use ${limit} MiB, the task has ${task}.`,
      fix: 'Raise Memory of the task, or lower Memory of the container.',
      repair: [{ set: task }],
      ecsSays: `The 'memory' setting for container '${name}' is greater than for the task.`,
    }),
    sumOverTask: ({ sum, task }: { sum: number; task: number }) => ({
      says: `The containers reserve ${sum} MiB, the task has ${task}.`,
      fix: 'Raise Memory of the task, or lower MemoryReservation of the containers.',
      ecsSays: "The sum of all container 'memoryReservation' values cannot be greater than the value of the task 'memory'.",
    }),
    tooLittle: ({ name, given }: { name: string; given: number }) => ({
      says: `The container ${name} has ${given} MiB; Docker makes no container with less than ${containerMemoryMiB.value.least}.`,
      fix: 'Raise Memory and MemoryReservation of the container.',
      ecsSays: 'CannotCreateContainerError: Error response from daemon: Minimum memory limit allowed is 6MB',
      phase: 'start',
    }),
  },
  check(task, say) {
    const containers = say.need(task.containers) ?? [], ofTask = say.need(task.memoryMiB);
    for (const { at, name: given, memoryMiB, memoryReservationMiB } of containers) {
      const limit = say.need(memoryMiB), reservation = say.need(memoryReservationMiB), name = showText(given);
      if (memoryMiB.state === 'absent' && memoryReservationMiB.state === 'absent' && task.memoryMiB.state === 'absent') say.violated('leftOut', { at }, { name });
      if (limit !== undefined && reservation !== undefined && limit < reservation) say.violated('belowReservation', memoryMiB, { name, limit, reservation });
      if (limit !== undefined && ofTask !== undefined && limit > ofTask) say.violated('overTask', memoryMiB, { name, limit, task: ofTask });
      for (const value of [memoryMiB, memoryReservationMiB]) {
        const amount = ifKnown(value);
        if (amount !== undefined && amount < containerMemoryMiB.value.least) say.violated('tooLittle', value, { name, given: amount });
      }
    }
    const sum = containers.reduce((total, { memoryReservationMiB }) => total + (ifKnown(memoryReservationMiB) ?? 0), 0);
    if (ofTask !== undefined && sum > ofTask) say.violated('sumOverTask', task.memoryMiB, { sum, task: ofTask });
  },
});
