import { systemControls } from '../../catalog/system-controls';
import { atPath } from '../at-path';
import { defineRule } from '../rule';

/** A container may set the kernel parameters that Linux has per namespace, and no others. */
export const systemControl = defineRule({
  id: 'system-control',
  title: 'A container cannot set this kernel parameter',
  severity: 'error',
  phase: 'start',
  subject: 'container',
  explanation: 'A kernel parameter can be set for a container only where the kernel keeps it apart for each network or each set of processes. Others, as vm.max_map_count, belong to the machine: on container instances they are set in the user data, and on Fargate they cannot be set. The container does not start.',
  docs: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_SystemControl.html',
  predicts: ['CannotCreateContainerError', 'is not in a separate kernel namespace'],
  facts: [systemControls],
  messages: {
    notNamespaced: ({ name }: { name: string }) => ({
      says: `SystemControls sets ${name}; ECS takes parameters that begin with net. or fs.mqueue., and those of messages, semaphores and shared memory.`,
      fix: 'Take it out; for container instances set it in the user data.',
      ecsSays: `CannotCreateContainerError: sysctl "${name}" is not in a separate kernel namespace`,
    }),
  },
  check({ container }, say) {
    for (const property of atPath(container.properties, 'SystemControls.*.Namespace', say)) {
      const given = property.text(), name = say.need(given);
      if (name !== undefined && !new RegExp(systemControls.value).test(name)) say.violated('notNamespaced', given, { name });
    }
  },
});
