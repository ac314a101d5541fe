import { gpuForm } from '../../catalog/task-definition-values';
import { defineRule } from '../rule';

/** GPUs are counted, in parts where an instance has no more, or taken as a whole. */
export const gpuCount = defineRule({
  id: 'gpu-count',
  title: 'The requirement of GPUs does not say how many',
  severity: 'error',
  phase: 'register',
  subject: 'container',
  explanation: 'The value of a resource requirement of the type GPU is how many GPUs of the container instance are reserved for the container: a whole number, a decimal one for instances that have a part of a GPU, or ALL. The kind of a GPU is chosen with the instance type.',
  docs: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-gpu-specifying.html',
  predicts: ['ClientException'],
  facts: [gpuForm],
  messages: {
    form: ({ given }: { given: string }) => ({
      says: `The value of the requirement GPU is ${given}; it is a number of GPUs, or ALL.`,
      fix: 'Write a number, as 1, or ALL.',
    }),
  },
  check({ container }, say) {
    for (const given of say.need(container.gpus) ?? []) {
      const value = say.need(given);
      if (value !== undefined && !form.test(value.trim())) say.violated('form', given, { given: value });
    }
  },
});

const form = new RegExp(gpuForm.value);
