import { faultInjection as fact } from '../../catalog/fault-injection';
import { ifKnown } from '../../core/value';
import { networkModeOf } from '../../model/task-definition/task-definition';
import { defineRule } from '../rule';

/** Faults are injected where the container agent can reach into the network of the task. */
export const faultInjection = defineRule({
  id: 'fault-injection',
  title: 'No fault can be injected into the tasks',
  severity: 'warning',
  phase: 'start',
  subject: 'taskDefinition',
  explanation: 'EnableFaultInjection lets AWS Fault Injection Service disturb the network of a task. That works in the network modes awsvpc and host, and not on Windows. Elsewhere the tasks run, and experiments on them fail.',
  docs: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fault-injection.html',
  predicts: [],
  facts: [fact],
  messages: {
    mode: ({ mode }: { mode: string }) => ({
      says: `EnableFaultInjection is true and the network mode ${mode}; faults are injected in ${fact.value.modes.join(' and ')} alone.`,
      fix: 'Use the network mode awsvpc, or take EnableFaultInjection out.',
    }),
    windows: () => ({
      says: 'EnableFaultInjection is true, and the tasks run on Windows, where no faults are injected.',
      fix: 'Take EnableFaultInjection out.',
      repair: [{ remove: true }],
    }),
  },
  check(task, say) {
    const given = task.properties.get('EnableFaultInjection').flag();
    if (say.need(given) !== true) return;
    const mode = say.need(networkModeOf(task)), family = ifKnown(task.properties.get('RuntimePlatform', 'OperatingSystemFamily').text());
    if (family?.toUpperCase().startsWith('WINDOWS') === true) say.violated('windows', given, undefined);
    else if (mode !== undefined && !fact.value.modes.includes(mode)) say.violated('mode', given, { mode });
  },
});
