import { networkModeParameters } from '../../catalog/network-mode-parameters';
import { inUse } from '../../model/in-use';
import { networkModeOf } from '../../model/task-definition/task-definition';
import { atPaths, nameOf } from '../at-path';
import { defineRule } from '../rule';

/** Some parameters of a container make sense in some network modes only, and ECS refuses them in the others. */
export const networkModeParameter = defineRule({
  id: 'network-mode-parameter',
  title: 'The network mode does not take a parameter',
  severity: 'error',
  phase: 'register',
  subject: 'taskDefinition',
  explanation: 'Links belong to bridge mode, host names and DNS servers of a container to the modes in which Docker makes its network, and port mappings to the modes with a network at all. ECS refuses to register a task definition that gives one of them in another mode.',
  docs: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDefinition.html',
  predicts: ['are not supported when networkMode=', 'not supported on container when networkMode=', 'APPMESH proxy configuration is only supported in networkMode=awsvpc'],
  facts: [networkModeParameters],
  messages: {
    notTaken: ({ property, mode, ecsSays }: { property: string; mode: string; ecsSays: string }) => ({
      says: `The network mode is ${mode}, which does not take ${property}.`,
      fix: `Take ${property} out, or choose another network mode.`,
      ecsSays: ecsSays.replace('*', mode),
    }),
  },
  check(task, say) {
    for (const { row: { modes, ecsSays }, property } of atPaths(task.properties, networkModeParameters.value, say)) {
      if (!say.need(inUse(property))) continue;
      const mode = say.need(networkModeOf(task)), { at } = property.value();
      if (mode !== undefined && modes.includes(mode)) say.violated('notTaken', { at }, { property: nameOf({ at }), mode, ecsSays });
    }
  },
});
