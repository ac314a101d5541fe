import { reservedPorts } from '../../catalog/container-agent';
import { ifKnown, withDefault } from '../../core/value';
import type { Service } from '../../model/service/service';
import { containerNamed, networkModeOf, portMappingsOf, type TaskDefinition } from '../../model/task-definition/task-definition';
import { listed } from '../listed';
import { defineRule, type Say } from '../rule';
import { isFixedHostPort } from './fixed-host-port';

/** A health check asks a port on which something of the task listens. */
export const healthCheckPort = defineRule({
  id: 'health-check-port',
  title: 'The health check asks a port where no task listens',
  severity: 'error',
  phase: 'deploy',
  subject: 'service',
  explanation: 'In bridge mode a container port without a fixed host port is reached through a port that differs from task to task. A target group that checks a fixed port on the instance then asks where no container listens: no target ever becomes healthy, and ECS stops and starts tasks without end. In awsvpc mode the check goes to the task itself, on a port that one of its containers should map. Left out, HealthCheckPort follows the traffic.',
  docs: 'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/target-group-health-checks.html',
  predicts: ['is unhealthy in target-group', 'Health checks failed'],
  facts: [reservedPorts],
  messages: {
    nobody: ({ port, container }: { port: number; container: string }) => ({
      says: `The target group checks port ${port} of the instance. The container ${container} gets a host port that differs from task to task, and no container has the host port ${port}.`,
      fix: 'Leave HealthCheckPort out: the check then follows the traffic.',
      ecsSays,
    }),
    notMapped: ({ port, mapped }: { port: number; mapped: readonly number[] }) => ({
      says: `The target group checks port ${port} of the tasks, whose containers map ${mapped.length > 0 ? listed(mapped.map(String)) : 'no port'}.`,
      fix: 'Leave HealthCheckPort out: the check then follows the traffic. If a container does listen there, map the port.',
      ecsSays,
      // In awsvpc mode a container may listen where it maps nothing.
      severity: 'warning',
    }),
  },
  check(service, say, model) {
    const task = say.need(service.taskDefinition), mode = task && say.need(networkModeOf(task));
    if (task && mode === 'awsvpc') checkOwnInterface(service, task, say);
    if (!task || mode !== 'bridge') return;
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

const ecsSays = 'port is unhealthy in target-group due to (reason Health checks failed).';

/** A task with an interface of its own is asked on a port that one of its containers maps. */
function checkOwnInterface(service: Service, task: TaskDefinition, say: Say<(typeof healthCheckPort)['messages']>): void {
  const all = say.need(portMappingsOf(task)) ?? [], mapped = all.flatMap(({ containerPort }) => ifKnown(containerPort) ?? []);
  if (portMappingsOf(task).state === 'unknown' || all.some(({ containerPort, containerPortRange }) => containerPort.state === 'unknown' || containerPortRange.state !== 'absent')) return;
  for (const { targetGroup } of say.need(service.loadBalancers) ?? []) {
    const found = ifKnown(targetGroup), port = found && Number(say.need(found.healthCheckPort));
    if (found && port !== undefined && Number.isInteger(port) && !mapped.includes(port)) say.violated('notMapped', found.healthCheckPort, { port, mapped }, { related: [task] });
  }
}
