import { defineRule } from '../rule';

/** GPUs are counted. */
export const gpuCount = defineRule({
  id: 'gpu-count',
  title: 'The number of GPUs is no whole number',
  severity: 'error',
  phase: 'register',
  subject: 'container',
  explanation: 'The value of a resource requirement of the type GPU is how many GPUs of the container instance are reserved for the container. They are not shared between containers: ECS takes no fractions, and no names.',
  docs: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ResourceRequirement.html',
  predicts: ['ClientException'],
  facts: [],
  messages: {
    form: ({ given }: { given: string }) => ({
      says: `The value of the requirement GPU is ${given}; it is the number of GPUs.`,
      fix: 'Write a whole number, as 1.',
    }),
  },
  check({ container }, say) {
    for (const given of say.need(container.gpus) ?? []) {
      const value = say.need(given);
      if (value !== undefined && !/^\d+$/.test(value.trim())) say.violated('form', given, { given: value });
    }
  },
});
