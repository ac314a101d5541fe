import { ifKnown } from '../../core/value';
import { supports } from '../../model/task-definition/task-definition';
import { launchersOf } from '../../needs/launch';
import { defineRule } from '../rule';

/** A service seldom has to see the processes of its container instance, or share their memory. */
export const hostNamespace = defineRule({
  id: 'host-namespace',
  title: 'The containers share a namespace with their container instance',
  severity: 'advice',
  phase: 'start',
  subject: 'taskDefinition',
  explanation: 'PidMode host lets the containers see, and with the rights for it signal and read, all processes of their container instance, those of other tasks among them; IpcMode host shares its memory segments. Agents that watch instances need that, and run as daemons, of which this is not said.',
  docs: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_definition_parameters_ec2.html',
  predicts: [],
  facts: [],
  messages: {
    host: ({ property }: { property: string }) => ({
      says: `${property} is host: the tasks share it with everything on their container instance.`,
      fix: `Take ${property} out, or set it to task, by which the containers of one task share it.`,
    }),
  },
  check(task, say, model) {
    const launchers = launchersOf(task, model).filter(launcher => 'scheduling' in launcher);
    if (launchers.length === 0 || launchers.some(({ scheduling }) => ifKnown(scheduling) !== 'REPLICA') || ifKnown(supports(task, 'FARGATE')) === true) return;
    for (const property of ['PidMode', 'IpcMode']) {
      const given = task.properties.get(property).text();
      if (say.need(given)?.toLowerCase() === 'host') say.violated('host', given, { property }, { related: launchers });
    }
  },
});
