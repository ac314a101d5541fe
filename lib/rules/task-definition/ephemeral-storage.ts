import { ephemeralStorageGiB } from '../../catalog/ephemeral-storage';
import { supports } from '../../model/task-definition/task-definition';
import { defineRule } from '../rule';

/** Fargate gives a task more than its 20 GiB of storage when it is asked for 21 to 200; container instances give none that could be asked for. */
export const ephemeralStorage = defineRule({
  id: 'ephemeral-storage',
  title: 'ECS gives no ephemeral storage of this kind',
  severity: 'error',
  phase: 'register',
  subject: 'taskDefinition',
  explanation: 'A Fargate task has 20 GiB of ephemeral storage unless more is asked for. What is asked for has to be between 21 and 200 GiB, so that the 20 GiB of the default cannot be written down. On container instances a task uses the disk of the instance, and ECS refuses EphemeralStorage.',
  docs: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_EphemeralStorage.html',
  predicts: ['EphemeralStorage size should be at least 21 (and at most 200)', 'Tasks using the EC2 launch type do not support EphemeralStorage.'],
  facts: [ephemeralStorageGiB],
  messages: {
    size: ({ sizeGiB }: { sizeGiB: number }) => ({
      says: `EphemeralStorage.SizeInGiB is ${sizeGiB}; ECS takes ${least} to ${most} GiB.`,
      fix: sizeGiB < least ? 'Take EphemeralStorage out: 20 GiB come with the task.' : `SizeInGiB: ${most}`,
      repair: [sizeGiB < least ? { remove: true, above: 1 } : { set: most }],
      ecsSays: `EphemeralStorage size should be at least ${least} (and at most ${most})`,
    }),
    notFargate: () => ({
      says: 'The task definition is for container instances, on which a task has no ephemeral storage of its own.',
      fix: 'Take EphemeralStorage out, and give the instances a larger volume.',
      repair: [{ remove: true, above: 1 }],
      ecsSays: 'Tasks using the EC2 launch type do not support EphemeralStorage.',
    }),
  },
  check(task, say) {
    const size = task.properties.get('EphemeralStorage', 'SizeInGiB').integer(), sizeGiB = say.need(size);
    if (sizeGiB === undefined) return;
    if (say.need(supports(task, 'EC2'))) say.violated('notFargate', size, undefined);
    else if (sizeGiB < least || sizeGiB > most) say.violated('size', size, { sizeGiB });
  },
});

const { least, most } = ephemeralStorageGiB.value;
