import { reservedPorts } from '../../catalog/container-agent';
import { ifKnown, withDefault } from '../../core/value';
import { containerNamed, networkModeOf } from '../../model/task-definition/task-definition';
import { defineRule } from '../rule';
import { isFixedHostPort } from './fixed-host-port';

/** With dynamic host ports, a health check of one fixed port asks a port where nobody listens. */
export const healthCheckPort = defineRule({
  id: 'health-check-port',
  title: 'The health check asks a port where no task listens',
  severity: 'error',
  phase: 'deploy',
  subject: 'service',
  explanation: 'In bridge mode a container port without a fixed host port is reached through a port that differs from task to task. A target group that checks a fixed port on the instance then asks where no container listens: no target ever becomes healthy, and ECS stops and starts tasks without end. Left out, HealthCheckPort follows the traffic.',
  docs: 'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/target-group-health-checks.html',
  predicts: ['is unhealthy in target-group', 'Health checks failed'],
  facts: [reservedPorts],
  messages: {
    nobody: ({ port, container }: { port: number; container: string }) => ({
      says: `The target group checks port ${port} of the instance. The container ${container} gets a host port that differs from task to task, and no container has the host port ${port}.`,
      fix: 'Leave HealthCheckPort out: the check then follows the traffic.',
      ecsSays: 'port is unhealthy in target-group due to (reason Health checks failed).',
    }),
  },
  check(service, say, model) {
    const task = say.need(service.taskDefinition);
    if (!task || say.need(networkModeOf(task)) !== 'bridge') return;
    for (const entry of say.need(service.loadBalancers) ?? []) {
      const targetGroup = say.need(entry.targetGroup), checked = targetGroup && Number(say.need(targetGroup.healthCheckPort));
      if (!targetGroup || checked === undefined || !Number.isInteger(checked)) continue;
      const name = say.need(entry.containerName), port = say.need(entry.containerPort), container = name === undefined ? undefined : say.need(containerNamed(task, name));
      const mapping = (container && say.need(container.portMappings))?.find(({ containerPort }) => ifKnown(containerPort) === port);
      if (name === undefined || !mapping || say.need(withDefault(mapping.hostPort, 0)) !== 0 || isFixedHostPort(checked, model) !== 'no') continue;
      say.violated('nobody', targetGroup.healthCheckPort, { port: checked, container: name }, { related: [task] });
    }
  },
});
