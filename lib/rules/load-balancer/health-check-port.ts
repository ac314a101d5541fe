import { ifKnown, type Value } from '../../core/value';
import type { PortMapping } from '../../model/container';
import { networkModeOf, type TaskDefinition } from '../../model/task-definition';
import { defineRule, type Say } from '../rule';

/** With dynamic host ports, a health check of one fixed port asks a port where nobody listens. */
export const healthCheckPort = defineRule({
  id: 'health-check-port',
  title: 'The health check asks a port where no task listens',
  severity: 'error',
  phase: 'deploy',
  subject: 'service',
  explanation: 'In bridge mode a container port without a fixed host port is reached through a port that differs from task to task. A target group that checks a fixed port on the instance then asks where no container of the task listens: no target ever becomes healthy, and ECS stops and starts tasks without end. Left out, HealthCheckPort follows the traffic.',
  docs: 'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/target-group-health-checks.html',
  predicts: ['is unhealthy in target-group', 'Health checks failed'],
  facts: [],
  messages: {
    nobody: ({ port, container }: { port: number; container: string }) => ({
      says: `The target group checks port ${port} of the instance. The container ${container} gets a host port that differs from task to task, and no container of the task has the host port ${port}.`,
      fix: 'Leave HealthCheckPort out: the check then follows the traffic.',
      ecsSays: 'port is unhealthy in target-group due to (reason Health checks failed).',
    }),
  },
  check(service, say) {
    const task = say.need(service.taskDefinition);
    if (!task || say.need(networkModeOf(task)) !== 'bridge') return;
    for (const entry of say.need(service.loadBalancers) ?? []) {
      const targetGroup = say.need(entry.targetGroup), checked = targetGroup && Number(say.need(targetGroup.healthCheckPort));
      if (!targetGroup || checked === undefined || !Number.isInteger(checked)) continue;
      const name = say.need(entry.containerName), port = say.need(entry.containerPort), mappings = allMappings(task, say);
      const dynamic = mappings?.filter(mapping => [undefined, 0].includes(ifKnown(mapping.hostPort)));
      if (!mappings || name === undefined || port === undefined) continue;
      if (mappings.some(mapping => mapping.hostPort.state === 'unknown' || ifKnown(mapping.hostPort) === checked)) continue;
      if (dynamic?.some(mapping => ifKnown(mapping.containerPort) === port)) {
        say.violated('nobody', targetGroup.healthCheckPort, { port: checked, container: name }, { related: [task] });
      }
    }
  },
});

/** The port mappings of all containers, or undefined where not all are known. */
function allMappings(task: TaskDefinition, say: Pick<Say, 'need'>): readonly PortMapping[] | undefined {
  const lists = (say.need(task.containers) ?? []).map(({ portMappings }): Value<readonly PortMapping[]> => portMappings);
  return lists.some(list => list.state === 'unknown') ? undefined : lists.flatMap(list => ifKnown(list) ?? []);
}
