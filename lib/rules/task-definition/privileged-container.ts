import { ifKnown } from '../../core/value';
import { supports } from '../../model/task-definition/task-definition';
import { defineRule } from '../rule';

/** A privileged container is root on its container instance. */
export const privilegedContainer = defineRule({
  id: 'privileged-container',
  title: 'The container may do on its instance what root may',
  severity: 'advice',
  phase: 'start',
  subject: 'container',
  explanation: 'A privileged container has all capabilities and all devices of its container instance, and with them everything that runs there. ECS starts it; Fargate does not take it, which is another rule\'s. Seldom is more needed than single capabilities, by LinuxParameters.Capabilities.',
  docs: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/security-tasks-containers.html',
  predicts: [],
  facts: [],
  messages: {
    privileged: ({ name }: { name: string }) => ({
      says: `The container ${name} is privileged: who breaks out of it has the container instance, and the roles of all tasks on it.`,
      fix: 'Take Privileged out, and add the capabilities that are needed.',
    }),
  },
  check({ task, container: { privileged, name } }, say) {
    if (ifKnown(supports(task, 'FARGATE')) !== true && say.need(privileged)) say.violated('privileged', privileged, { name: ifKnown(name) ?? '' });
  },
});
