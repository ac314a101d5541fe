import { fargateParameters } from '../../catalog/fargate-parameters';
import { inUse } from '../../model/in-use';
import { supports } from '../../model/task-definition/task-definition';
import { atPaths, nameOf, quoted } from '../at-path';
import { defineRule } from '../rule';
import { isTaken } from '../values';

/** Fargate gives no access to the machine below the task, and ECS refuses a task definition for Fargate that asks for it. */
export const fargateParameter = defineRule({
  id: 'fargate-parameter',
  title: 'Fargate does not take a parameter of the task definition',
  severity: 'error',
  phase: 'register',
  subject: 'taskDefinition',
  explanation: 'On Fargate there is no container instance that a task could reach: no paths and devices of a host, no privileged containers, no placement among instances, and only the log drivers that Fargate brings. ECS refuses to register a task definition for Fargate that asks for one of them.',
  docs: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-tasks-services.html',
  predicts: ['Fargate compatible task definitions do not support', 'Tasks using the Fargate launch type do not support', 'is not a valid log driver. Must be one of'],
  facts: [fargateParameters],
  messages: {
    parameter: ({ property, ecsSays, instead }: { property: string; ecsSays?: string | undefined; instead?: string | undefined }) => ({
      says: `The task definition is for Fargate, which does not take ${property}.`,
      fix: `Take ${property} out, or run the task on container instances.${instead === undefined ? '' : ` ${instead}`}`,
      repair: [{ remove: true }],
      ...quoted(ecsSays),
    }),
    value: ({ property, value, takes, ecsSays }: { property: string; value: string; takes: readonly string[]; ecsSays?: string | undefined }) => ({
      says: `The task definition is for Fargate, which takes ${takes.join(', ')} for ${property}, not ${value}.`,
      fix: takes.length === 1 ? `Set ${property} to ${takes.join()}, or take it out.` : `Set ${property} to one of these.`,
      ...quoted(ecsSays),
    }),
  },
  check(task, say) {
    if (!say.need(supports(task, 'FARGATE'))) return;
    for (const { row: { takes, ecsSays, instead }, property } of atPaths(task.properties, fargateParameters.value, say)) {
      const at = property.value();
      if (takes) {
        const value = say.need(property.text());
        if (value !== undefined && !isTaken(value, takes)) say.violated('value', at, { property: nameOf(at), value, takes, ecsSays });
      } else if (say.need(inUse(property))) say.violated('parameter', at, { property: nameOf(at), ecsSays, instead });
    }
  },
});
